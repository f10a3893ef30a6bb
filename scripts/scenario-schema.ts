import { writeFile } from "node:fs/promises";
import { scenarioJsonSchema } from "../emulator/scenario/json-schema.js";

/** Writes the JSON schema of the emulator's scenario files; `npm run check:style -- --write` brings it into form. */
await writeFile("emulator/scenarios/scenario.schema.json", `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
