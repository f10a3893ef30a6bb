import { writeGenerated } from "./generated-file.js";
import { schemaFile } from "./schema-file.js";

await writeGenerated(schemaFile());
