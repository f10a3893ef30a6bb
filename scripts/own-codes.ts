import "reflect-metadata";
import { type GraphQLSchema, isInterfaceType } from "graphql/index.js";
import { REQUEST_CODES } from "../src/api/request-codes.table.js";
import { REFUSAL_KINDS } from "../src/http/refusal-kinds.table.js";
import { APP_ERROR_CODES } from "../src/lib/app-error.js";
import { NOTICES } from "../src/lib/call.js";
import { ERROR_CODES, type Repetition } from "../src/resolvers/common/error-codes.table.js";
import { errorTypeFor } from "../src/resolvers/common/payload.js";

const REPETITIONS: Readonly<Record<Repetition, string>> = {
  NO: "no",
  AFTER_WAIT: "after the wait",
  LATER: "later",
  AFTER_READING: "after reading again",
  READS_ONLY: "reads only",
};

const CODES = `## The gateway's own codes

The list is closed: it is the enum \`ErrorCode\` of the schema. A mutation tells a code as \`code\` of an error in its payload, of the type named
here, beside \`message\` and the \`path\` of the input field at fault. Where no type is named the code stands in the answer's \`errors\`,
as \`extensions.code\`; so does every code that a query's field fails with. Errors in \`errors\` carry the same facts in \`extensions\`:
\`argumentPath\`, \`retryable\`, \`retryAfterMs\`, \`upstream\`, \`limit\`. "Repeat" says whether the same call, sent again, can succeed.`;

const TYPES = `## Errors in payloads

Each implements \`UserError\`: \`code\`, \`message\` and \`path\`. Match the type for its own fields, or read \`message\`, which says what to change.`;

const REQUESTS = `## Operations that are refused

They stand in \`errors\` before anything runs, so nothing was done and nobody was asked. A repetition never helps without a change.
\`INTERNAL\` is a fault of the gateway: the message has a reference into its log.`;

const NOTICE_TEXT = `## Notices

\`extensions.notices\` of an answer tells what its reader should know and no error says: each has a \`code\` and a \`message\`.`;

const EDGE = `## Requests that are refused

Answers of the HTTP edge that never reached GraphQL. The body has the shape of a GraphQL answer: one error with \`extensions.code\`.
The addresses of attachments give the codes above too, with a status that fits them, since no payload is there to carry them.`;

/** The chapters of the page that explain what the gateway says itself. */
export function ownCodeChapters(schema: GraphQLSchema): string {
  return [
    chapter(CODES, ["Code", "Meaning", "Payload error", "Repeat", "What to do"], APP_ERROR_CODES.map(codeRow)),
    chapter(TYPES, ["Type", "Codes", "Meaning", "Own fields"], typeRows(schema)),
    chapter(REQUESTS, ["Code", "Meaning"], Object.entries(REQUEST_CODES).map(plainRow)),
    chapter(NOTICE_TEXT, ["Code", "Meaning"], Object.entries(NOTICES).map(plainRow)),
    chapter(EDGE, ["Status and code", "When"], Object.entries(REFUSAL_KINDS).map(plainRow)),
  ].join("\n");
}

function codeRow(code: (typeof APP_ERROR_CODES)[number]): readonly string[] {
  const { meaning, repetition, step } = ERROR_CODES[code];
  return [`\`${code}\``, meaning, listed(typesOf(code)) || "none", REPETITIONS[repetition], step];
}

/** Names of the types that carry a code; some codes have another one where a wait is known. */
function typesOf(code: (typeof APP_ERROR_CODES)[number]): readonly string[] {
  const types = [{}, { retryAfterMs: 1 }].map((facts) => errorTypeFor(code, facts));
  return [...new Set(types.flatMap((type) => (type === undefined ? [] : new type().kind)))];
}

function typeRows(schema: GraphQLSchema): readonly (readonly string[])[] {
  const userError = schema.getType("UserError");
  if (!isInterfaceType(userError)) throw new Error("The schema has no interface UserError.");
  const types = [...schema.getPossibleTypes(userError)].sort((a, b) => a.name.localeCompare(b.name));
  return types.map((type) => {
    const codes = APP_ERROR_CODES.filter((code) => typesOf(code).includes(type.name));
    if (codes.length === 0) throw new Error(`No code is told as ${type.name}.`);
    const own = Object.keys(type.getFields()).filter((field) => !(field in userError.getFields()));
    return [`\`${type.name}\``, listed(codes), type.description ?? "", listed(own) || "none"];
  });
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}

function plainRow([code, meaning]: readonly [string, string]): readonly string[] {
  return [`\`${code}\``, meaning];
}

function chapter(text: string, head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return `${text}\n\n${lines.join("\n")}\n`;
}
