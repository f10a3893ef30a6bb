import { errorDocsFile } from "./error-docs-file.js";
import { writeGenerated } from "./generated-file.js";

await writeGenerated(errorDocsFile());
