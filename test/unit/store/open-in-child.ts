import { silentLogger } from "../../../src/lib/logger.js";
import { openDatabase } from "../../../src/store/database.js";

// Run as a process of its own: opens the database of the first argument and stores the organization of the second.
const [url = "", slug = ""] = process.argv.slice(2);
const db = await openDatabase({ url, log: silentLogger });
await db.organizations.insert({ name: slug, slug, emailDomains: [] });
await db.close();
