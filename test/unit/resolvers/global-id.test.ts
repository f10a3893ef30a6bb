import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../src/lib/app-error.js";
import { newRowId } from "../../../src/lib/ids.js";
import {
  kindOfGlobalId,
  mailboxObjectGlobalId,
  type NodeKind,
  parseMailboxObjectGlobalId,
  parseRowGlobalId,
  rowGlobalId,
} from "../../../src/resolvers/common/global-id.js";

const ROW_KINDS = ["Organization", "ConnectionConfig", "Mailbox", "ApiKey"] as const;
const OBJECT_KINDS = ["Calendar", "Event", "CalendarGroup", "CalendarPermission"] as const;

const rowIds = fc.constant(null).map(() => newRowId());
/** Graph promises no form: any text without blanks that a path can carry. */
const graphIds = fc
  .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 1, maxLength: 1_000 })
  .map((codes) => String.fromCharCode(...codes))
  .filter((id) => id !== "." && id !== "..");

function refusalOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("global ids", () => {
  test("of rows come back as they were", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROW_KINDS), rowIds, (kind, rowId) => {
        const id = rowGlobalId(kind, rowId);
        expect(kindOfGlobalId(id)).toBe(kind);
        expect(parseRowGlobalId(kind, id)).toBe(rowId);
      }),
    );
  });

  test("of objects in mailboxes come back as they were, whatever Graph's id looks like", () => {
    fc.assert(
      fc.property(fc.constantFrom(...OBJECT_KINDS), rowIds, graphIds, (kind, mailboxId, graphId) => {
        const id = mailboxObjectGlobalId(kind, { mailboxId, graphId });
        expect(id).toMatch(/^[a-z]{3}_[\w-]+$/);
        expect(kindOfGlobalId(id)).toBe(kind);
        expect(parseMailboxObjectGlobalId(kind, id)).toEqual({ mailboxId, graphId });
      }),
    );
  });

  test("of another kind are refused with both kinds' names and the path", () => {
    for (const given of ROW_KINDS) {
      for (const needed of ROW_KINDS.filter((kind) => kind !== given)) {
        const { code, message, facts } = refusalOf(() =>
          parseRowGlobalId(needed, rowGlobalId(given, newRowId()), ["someId"]),
        );
        expect([code, facts.path]).toEqual(["INVALID_INPUT", ["someId"]]);
        expect(message).toMatch(new RegExp(`^This is the id of an? ${given}; the id of an? ${needed} is needed`));
      }
    }
    const event = mailboxObjectGlobalId("Event", { mailboxId: newRowId(), graphId: "AAMk" });
    expect(refusalOf(() => parseMailboxObjectGlobalId("Calendar", event)).message).toContain("Event");
  });

  const pack = (text: string) => Buffer.from(text, "latin1").toString("base64url");
  test.each<[string, NodeKind, string]>([
    ["nothing", "Mailbox", ""],
    ["a bare row id", "Mailbox", newRowId()],
    ["an unknown prefix", "Mailbox", `xyz_${newRowId()}`],
    ["a row id that is too short", "Mailbox", "mbx_01ARZ3NDEKTSV4RRFFQ69G5FA"],
    ["a row id in lower case", "Mailbox", `mbx_${newRowId().toLowerCase()}`],
    ["blanks around it", "Mailbox", ` mbx_${newRowId()} `],
    ["a line break behind it", "Mailbox", `mbx_${newRowId()}\n`],
    ["text that is not base64url", "Event", "evt_!!!!"],
    ["an object without a mailbox", "Event", `evt_${pack("AAMkshort")}`],
    ["an object without Graph's id", "Event", `evt_${pack(newRowId())}`],
    ["a control character in Graph's id", "Event", `evt_${pack(`${newRowId()}a\u0000b`)}`],
    ["a blank in Graph's id", "Event", `evt_${pack(`${newRowId()}a b`)}`],
    ["bytes that are no text", "Event", `evt_${pack(`${newRowId()}\xff\xfe`)}`],
    ["a dot for Graph's id", "Event", `evt_${pack(`${newRowId()}.`)}`],
    ["a way up for Graph's id", "Calendar", `cal_${pack(`${newRowId()}..`)}`],
    ["an endless text", "Event", `evt_${"A".repeat(100_000)}`],
  ])("that are malformed are refused: %s", (_name, kind, id) => {
    const parse = () =>
      kind === "Event" || kind === "Calendar" ? parseMailboxObjectGlobalId(kind, id) : parseRowGlobalId("Mailbox", id);

    const { code, message } = refusalOf(parse);

    expect(code).toBe("INVALID_INPUT");
    expect(message).toContain("not an id of this gateway");
  });

  test("never make the parser fail in another way, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.string().map((text) => `evt_${text}`),
        ),
        (text) => {
          for (const parse of [
            () => parseMailboxObjectGlobalId("Event", text),
            () => parseRowGlobalId("ApiKey", text),
          ]) {
            try {
              parse();
            } catch (error) {
              expect(error).toBeInstanceOf(AppError);
            }
          }
        },
      ),
    );
  });
});
