import { envExampleFile } from "./env-example-file.js";
import { errorDocsFile } from "./error-docs-file.js";
import { isFresh } from "./generated-file.js";
import { schemaFile } from "./schema-file.js";

/** Makes the generated files again and fails when a committed one differs. */
async function main(): Promise<void> {
  const stale: string[] = [];
  for (const file of [schemaFile(), envExampleFile(), errorDocsFile()])
    if (!(await isFresh(file))) stale.push(file.path);
  if (stale.length === 0) return;
  console.error(`Not fresh: ${stale.join(", ")}. Run \`npm run generate\` and commit the result.`);
  process.exitCode = 1;
}

await main();
