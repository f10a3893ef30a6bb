/** The gateway, whole: `buildApp` with its database, keys and limits, as `src/main.ts` starts it. */
import { buildApp } from "../../src/app.js";
import { loadConfig } from "../../src/config/load-config.js";
import { systemClock } from "../../src/lib/clock.js";
import { createLogger } from "../../src/lib/create-logger.js";
import { serveParent } from "../kit/child-side.js";

// Libraries run in production mode, which an operator has, and which refuses the emulator cloud that the stand-in needs.
const config = loadConfig({ ...process.env, NODE_ENV: "development" });
const app = await buildApp(config, { clock: systemClock, log: createLogger({ level: config.logLevel }) });
const { url } = await app.listen();
serveParent({ url: `${url}/graphql` }, {});
