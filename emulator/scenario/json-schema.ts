import { z } from "zod";
import { ScenarioSchema } from "./scenario.schema.js";

/** The JSON schema of scenario files, for editors. Rules between members are not in it; reading a file checks them. */
export function scenarioJsonSchema(): object {
  return { title: "Scenario of the tenant emulator", ...z.toJSONSchema(ScenarioSchema, { io: "input" }) };
}
