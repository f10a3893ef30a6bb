import { type Info, parse } from "csv-parse/sync";
import { AppError } from "../../lib/app-error.js";
import type { MailboxRow } from "./mailbox-rows.js";

/** Below the smallest body limit that makes sense, with room for escapes of JSON. */
const MOST_BYTES = 131_072;

/** Headings that exports of Microsoft's portals and people use. */
const ADDRESS_HEADINGS = new Set([
  "address",
  "email",
  "e-mail",
  "mail",
  "emailaddress",
  "email address",
  "primarysmtpaddress",
  "primary smtp address",
  "user principal name",
  "userprincipalname",
  "username",
]);
const NAME_HEADINGS = new Set(["displayname", "display name", "name", "full name"]);

/**
 * Reads rows of an address and a name. With a heading in the first row columns are found by it, others are passed over;
 * without one the address comes first and the name second. Commas, semicolons and tabs may separate.
 *
 * @throws AppError INVALID_INPUT or LIMIT_EXCEEDED where the text is no CSV at all: then no row can be trusted.
 */
export function readMailboxCsv(text: string, mostRows: number): readonly MailboxRow[] {
  const bytes = Buffer.byteLength(text, "utf8");
  if (bytes > MOST_BYTES) {
    throw new AppError("LIMIT_EXCEEDED", `The CSV text has ${bytes} bytes; at most ${MOST_BYTES} are read at once.`, {
      path: ["csv"],
      limit: { name: "csvBytes", max: MOST_BYTES, actual: bytes },
    });
  }
  const records = parsed(text, mostRows);
  const heading = headingOf(records[0]?.record);
  const { address, name } = heading ?? { address: 0, name: 1 };
  return records.slice(heading === undefined ? 0 : 1).map(({ record, line }) => ({
    line,
    address: record[address]?.trim() ?? "",
    displayName: name === undefined ? null : record[name]?.trim() || null,
  }));
}

interface Line {
  readonly record: readonly string[];
  readonly line: number;
}

function parsed(text: string, mostRows: number): readonly Line[] {
  try {
    const records: readonly { readonly record: string[]; readonly info: Info }[] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // One more than are taken, and a heading: whoever sends more is told so.
      to: mostRows + 2,
    } as object) as never;
    return records.map(({ record, info }) => ({ record, line: firstLineOf(record, info) }));
  } catch (error) {
    throw new AppError(
      "INVALID_INPUT",
      `The CSV text cannot be read${lineOf(error)}: a quote is not closed, or stands in a field that does not begin with one. Nothing was done.`,
      { path: ["csv"] },
      { cause: error },
    );
  }
}

/** The parser tells the line at which a record ended. */
function firstLineOf(record: readonly string[], { lines }: Pick<Info, "lines">): number {
  return lines - record.reduce((sum, field) => sum + (field.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function lineOf(error: unknown): string {
  const lines = error instanceof Error && "lines" in error ? error.lines : undefined;
  return typeof lines === "number" ? ` at line ${lines}` : "";
}

/** The first separator outside of quotes: it stands behind an address or a heading, which have none in them. */
function delimiterOf(text: string): string {
  for (const [found] of text.matchAll(/"(?:[^"]|"")*"|[,;\t]/g)) if (!found.startsWith('"')) return found;
  return ",";
}

/** Where the columns are; undefined when the first row is no heading. */
function headingOf(record: readonly string[] | undefined) {
  const names = (record ?? []).map((name) => name.trim().toLowerCase());
  const address = names.findIndex((name) => ADDRESS_HEADINGS.has(name));
  if (address === -1) return undefined;
  const name = names.findIndex((candidate) => NAME_HEADINGS.has(candidate));
  return { address, name: name === -1 ? undefined : name };
}
