import { createPublicKey, KeyObject } from "node:crypto";
import { StoredMailbox } from "../core/stored-mailbox.js";

/** Values that JSON has no form for are objects with this member, which names what they are. */
const TAG = "$";

type Tagged = { readonly [TAG]: string; readonly of?: unknown };
const tagged = (kind: string, of?: unknown): Tagged => ({ [TAG]: kind, of });

/** A value in a form that JSON can hold: maps, sets, bytes, keys, mailboxes, and `undefined` where a member has it. */
export function encode(value: unknown): unknown {
  if (value === undefined) return tagged("undefined");
  if (typeof value === "number") {
    if (Object.is(value, -0)) return tagged("number", "-0");
    return Number.isFinite(value) ? value : tagged("number", String(value));
  }
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(encode);
  if (value instanceof Map) return tagged("map", [...value].map(encode));
  if (value instanceof Set) return tagged("set", [...value].map(encode));
  if (value instanceof Uint8Array) return tagged("bytes", Buffer.from(value).toString("base64"));
  if (value instanceof KeyObject) return tagged("publicKey", value.export({ type: "spki", format: "pem" }));
  if (value instanceof StoredMailbox) return encodeMailbox(value);
  const entries = Object.entries(value).map(([name, member]) => [name, encode(member)] as const);
  return entries.some(([name]) => name === TAG) ? tagged("object", entries) : Object.fromEntries(entries);
}

function encodeMailbox(mailbox: StoredMailbox): Tagged {
  const { isPending } = mailbox;
  // A calendar that nobody has looked at is made again from the plan of its organization.
  const content = isPending ? {} : { rows: [...mailbox.events.values()], transactions: mailbox.transactions };
  return tagged("mailbox", encode({ ...mailbox, isPending, ...content }));
}

/** Makes mailboxes; the members are those that `encode` wrote. */
export type MailboxMaker = (members: Readonly<Record<string, unknown>>) => unknown;

/** The value that was encoded. Throws `RangeError` for a form that `encode` never writes. */
export function decode(value: unknown, mailbox: MailboxMaker): unknown {
  const inner = (part: unknown) => decode(part, mailbox);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inner);
  if (!Object.hasOwn(value, TAG)) {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inner(member)]));
  }
  const { [TAG]: kind, of } = value as Tagged;
  const items = Array.isArray(of) ? of : [];
  switch (kind) {
    case "undefined":
      return undefined;
    case "number":
      return Number(of);
    case "map":
      return new Map(items.map(inner) as [unknown, unknown][]);
    case "set":
      return new Set(items.map(inner));
    case "bytes":
      return Buffer.from(String(of), "base64");
    case "publicKey":
      return createPublicKey(String(of));
    case "object":
      return Object.fromEntries((items as [string, unknown][]).map(([name, member]) => [name, inner(member)]));
    case "mailbox":
      return mailbox(inner(of) as Record<string, unknown>);
    default:
      throw new RangeError(`"${String(kind)}" is no kind of value.`);
  }
}
