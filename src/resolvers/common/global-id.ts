import { AppError } from "../../lib/app-error.js";

/**
 * Global object ids. A row's id is its kind's prefix and its row id; an object that lives in a mailbox at Microsoft
 * carries the mailbox's row id and Graph's id, packed so that clients treat the whole as opaque.
 */
const PREFIXES = {
  Organization: "org",
  ConnectionConfig: "con",
  Credential: "crd",
  Mailbox: "mbx",
  ApiKey: "key",
  Verification: "ver",
  Invitation: "inv",
  Calendar: "cal",
  Event: "evt",
  Attachment: "att",
  CalendarGroup: "cgr",
  CalendarPermission: "cpm",
  Category: "cat",
} as const;

export type NodeKind = keyof typeof PREFIXES;
export type RowKind = Exclude<NodeKind, MailboxObjectKind | "Attachment">;
export type MailboxObjectKind = "Calendar" | "Event" | "CalendarGroup" | "CalendarPermission" | "Category";

/** Row ids are ULIDs. */
const ROW_ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
/** Graph promises no form for its ids; dots alone would be a way through a path and not a name in it. */
const GRAPH_ID = /^(?!\.{1,2}$)[\x21-\x7e]+$/;
const ID = /^([a-z]{3})_([A-Za-z0-9_-]{1,1400})$/;

/** Where an object inside a mailbox is found: our row id of the mailbox, and Graph's id there. */
export interface MailboxObjectKey {
  readonly mailboxId: string;
  readonly graphId: string;
}

export function rowGlobalId(kind: RowKind, rowId: string): string {
  return `${PREFIXES[kind]}_${rowId}`;
}

export function mailboxObjectGlobalId(kind: MailboxObjectKind, key: MailboxObjectKey): string {
  return `${PREFIXES[kind]}_${Buffer.from(`${key.mailboxId}${key.graphId}`, "utf8").toString("base64url")}`;
}

/** An attachment lives in an event, and its id names both. */
export interface AttachmentObjectKey {
  readonly mailboxId: string;
  readonly eventGraphId: string;
  readonly graphId: string;
}

export function attachmentGlobalId({ mailboxId, eventGraphId, graphId }: AttachmentObjectKey): string {
  const packed = `${mailboxId}${eventGraphId}\n${graphId}`;
  return `${PREFIXES.Attachment}_${Buffer.from(packed, "utf8").toString("base64url")}`;
}

/** @throws AppError INVALID_INPUT as {@link parseRowGlobalId}. */
export function parseAttachmentGlobalId(id: string, path: readonly string[] = ["id"]): AttachmentObjectKey {
  const packed = Buffer.from(body("Attachment", id, path), "base64url").toString("utf8");
  const [event = "", graphId = "", ...rest] = packed.slice(26).split("\n");
  const key = { mailboxId: packed.slice(0, 26), eventGraphId: event, graphId };
  const isSound = ROW_ID.test(key.mailboxId) && GRAPH_ID.test(event) && GRAPH_ID.test(graphId) && rest.length === 0;
  if (!isSound) throw malformed("Attachment", path);
  return key;
}

/** The kind that an id names, or undefined for a text that is no id of ours. */
export function kindOfGlobalId(id: string): NodeKind | undefined {
  const prefix = ID.exec(id)?.[1];
  return (Object.keys(PREFIXES) as NodeKind[]).find((kind) => PREFIXES[kind] === prefix);
}

/** @throws AppError INVALID_INPUT for a malformed id or the id of another kind, with what was expected. */
export function parseRowGlobalId(kind: RowKind, id: string, path: readonly string[] = ["id"]): string {
  const rowId = body(kind, id, path);
  if (!ROW_ID.test(rowId)) throw malformed(kind, path);
  return rowId;
}

/** @throws AppError INVALID_INPUT as {@link parseRowGlobalId}. */
export function parseMailboxObjectGlobalId(
  kind: MailboxObjectKind,
  id: string,
  path: readonly string[] = ["id"],
): MailboxObjectKey {
  const packed = Buffer.from(body(kind, id, path), "base64url").toString("utf8");
  const key = { mailboxId: packed.slice(0, 26), graphId: packed.slice(26) };
  if (!ROW_ID.test(key.mailboxId) || !GRAPH_ID.test(key.graphId)) throw malformed(kind, path);
  return key;
}

function body(kind: NodeKind, id: string, path: readonly string[]): string {
  const [, prefix, rest] = ID.exec(id) ?? [];
  if (prefix === undefined || rest === undefined) throw malformed(kind, path);
  if (prefix === PREFIXES[kind]) return rest;
  const other = kindOfGlobalId(id);
  if (other === undefined) throw malformed(kind, path);
  throw new AppError("INVALID_INPUT", `This is the id of ${named(other)}; the id of ${named(kind)} is needed here.`, {
    path,
  });
}

function malformed(kind: NodeKind, path: readonly string[]): AppError {
  return new AppError(
    "INVALID_INPUT",
    `This is not an id of this gateway. The id of ${named(kind)} starts with \`${PREFIXES[kind]}_\`; use it as it was answered, unchanged.`,
    { path },
  );
}

function named(kind: NodeKind): string {
  return `${/^[AEIO]/.test(kind) ? "an" : "a"} ${kind}`;
}
