import type { ErrorMeaning, Fixer } from "../src/services/explained-errors/error-explanation.js";
import { ERROR_CHAPTERS } from "../src/services/explained-errors/explain-error.js";
import type { GeneratedFile } from "./generated-file.js";
import { ownCodeChapters } from "./own-codes.js";
import { printableSchema } from "./schema-file.js";

const HEAD = `# Errors, explained

What each code means, and who can mend it: first what the gateway says itself, then what Microsoft Entra and Microsoft Graph say to a
connection. The gateway answers the latter by \`explainError(code: "AADSTS7000215")\`. This page is written from the code by \`npm run generate\`.
`;

const FIXERS: Readonly<Record<Fixer, string>> = {
  USER: "the user",
  TENANT_ADMINISTRATOR: "an administrator of the tenant",
  GATEWAY_OPERATOR: "whoever runs the gateway",
  NOBODY: "nobody: it passes",
};

/** The page of explained errors. */
export function errorDocsFile(): GeneratedFile {
  const chapters = ERROR_CHAPTERS.map(({ title, meanings }) => `## ${title}\n\n${meanings.map(entry).join("\n")}`);
  return { path: "docs/errors.md", text: `${HEAD}\n${ownCodeChapters(printableSchema())}\n${chapters.join("\n")}` };
}

function entry({ codes, what, cause, fixer, step, isRetryable }: ErrorMeaning): string {
  const later = isRetryable === true ? " The same request may succeed later." : "";
  return `### ${what.replace(/\.$/, "")}

${codes.map((code) => `\`${code}\``).join(", ")}

- Usual cause: ${cause}
- Who can mend it: ${FIXERS[fixer]}.
- What to do: ${step}${later}
`;
}
