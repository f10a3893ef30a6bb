import { envExampleFile } from "./env-example-file.js";
import { writeGenerated } from "./generated-file.js";

await writeGenerated(envExampleFile());
