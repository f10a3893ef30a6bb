import type { ExtendedPropertyRow } from "../../core/event-parts.model.js";
import type { EventRow } from "../../core/mailbox.model.js";
import { readAttachment } from "../attachments/attachment-body.js";
import type { MailboxCall } from "../graph-call.js";
import { bodyUnreadable, isJsonObject, type JsonObject, readJsonBody } from "../json-body.js";
import { readExtension } from "./extension-body.js";

type Parts = Pick<EventRow, "attachments" | "extensions" | "extendedProperties">;

/** Members of an event's body that are resources of their own. */
export const PART_MEMBERS: ReadonlySet<string> = new Set([
  "attachments",
  "extensions",
  "singleValueExtendedProperties",
  "multiValueExtendedProperties",
]);

/** Id of an extended property: type, namespace, and a name or a number. */
const PROPERTY_ID = /^(\w+) (\{[0-9a-f-]{36}\}|0x[0-9a-f]{1,8})(?: (?:Name .+|Id 0x[0-9a-f]{1,8}))?$/i;

/** What the body of a create says of attachments, extensions and extended properties. */
export function newParts(call: MailboxCall): Parts {
  const body = readJsonBody(call);
  return {
    ...listIn(body, "attachments", (item) => readAttachment(call, item)),
    ...listIn(body, "extensions", (item) => readExtension(item)),
    ...propertiesIn(body, []),
  };
}

/** What the body of a PATCH says of extended properties; the others are changed at their own endpoints. */
export function changedParts(call: MailboxCall, before: EventRow): Parts {
  const body = readJsonBody(call);
  for (const member of ["attachments", "extensions"]) {
    const value = body[member];
    if (Array.isArray(value) && value.length > 0) throw bodyUnreadable(`'${member}' cannot be changed with the event.`);
  }
  return propertiesIn(body, before.extendedProperties ?? []);
}

function listIn<Name extends keyof Parts, T>(body: JsonObject, member: Name, read: (item: JsonObject) => T): Parts {
  const value = body[member] ?? [];
  if (!Array.isArray(value)) throw bodyUnreadable(`'${member}' must be a list.`);
  if (value.length === 0) return {};
  return { [member]: value.map((item: unknown) => read(asObject(item, member))) };
}

/** A property with the id of an earlier one takes its place; a null value removes it. */
function propertiesIn(body: JsonObject, before: readonly ExtendedPropertyRow[]): Parts {
  const single = readProperties(body, "singleValueExtendedProperties", (value) => typeof value === "string");
  const multi = readProperties(
    body,
    "multiValueExtendedProperties",
    (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  );
  const changes = [...single, ...multi];
  if (changes.length === 0) return {};
  const kept = before.filter((row) => !changes.some(({ id }) => isSameProperty(id, row.id)));
  const added = changes.flatMap(({ id, value }) => (value === null ? [] : [{ id, value }]));
  return { extendedProperties: [...kept, ...added] };
}

function readProperties(body: JsonObject, member: string, isValue: (value: unknown) => boolean) {
  const value = body[member] ?? [];
  if (!Array.isArray(value)) throw bodyUnreadable(`'${member}' must be a list.`);
  return value.map((item: unknown) => {
    const { id, value: content } = asObject(item, member);
    if (typeof id !== "string" || !PROPERTY_ID.test(id)) {
      throw bodyUnreadable(`'${String(id)}' is no id of an extended property: {Type} {guid} Name {name}.`);
    }
    if (content !== null && !isValue(content)) throw bodyUnreadable(`The value of '${id}' has the wrong type.`);
    return { id, value: content as ExtendedPropertyRow["value"] | null };
  });
}

/** Types, GUIDs and names are compared without case. */
export const isSameProperty = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function asObject(item: unknown, member: string): JsonObject {
  if (!isJsonObject(item)) throw bodyUnreadable(`'${member}' must be a list of objects.`);
  return item;
}
