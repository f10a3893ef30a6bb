import type { z } from "zod";
import { SECTIONS } from "../src/config/sections.js";
import type { GeneratedFile } from "./generated-file.js";

const WIDTH = 116;

/** `.env.example`: every setting with its description and default, from the schema that reads them. */
export function envExampleFile(): GeneratedFile {
  const sections = Object.entries(SECTIONS).map(([name, variables]) => {
    const lines = Object.entries(variables).map(([variable, schema]) => entry(variable, schema));
    return [`# --- ${name} ---`, "", ...lines].join("\n");
  });
  const head = "# Settings of the gateway, made by `npm run env:example`. Copy to .env and change what you need.";
  return { path: ".env.example", text: `${head}\n\n${sections.join("\n")}` };
}

function entry(variable: string, schema: z.ZodType): string {
  const comment = wrap(schema.description ?? "").map((line) => `# ${line}`);
  return [...comment, `#${variable}=${defaultOf(schema)}`, ""].join("\n");
}

function defaultOf(schema: z.ZodType): string {
  const parsed = schema.safeParse(undefined);
  const value = parsed.success ? parsed.data : undefined;
  return value === undefined || value === null ? "" : String(value);
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines;
}
