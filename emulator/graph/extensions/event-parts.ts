import type { EventRow } from "../../core/mailbox.model.js";
import { readAttachment } from "../attachments/attachment-body.js";
import type { MailboxCall } from "../graph-call.js";
import { bodyUnreadable, isJsonObject, type JsonObject } from "../json-body.js";

/** Members of an event's body that are read apart from it, because they are resources with ids of their own. */
export const PART_MEMBERS: ReadonlySet<string> = new Set(["attachments"]);

/** The attachments in the body of a create. */
export function newParts(call: MailboxCall, body: JsonObject): Pick<EventRow, "attachments"> {
  const items = attachmentsIn(body);
  return items.length === 0 ? {} : { attachments: items.map((item) => readAttachment(call, item)) };
}

/** Attachments are changed at their own endpoints: throws 400 `RequestBodyRead` for a PATCH that names some. */
export function assertNoParts(body: JsonObject): void {
  if (attachmentsIn(body).length > 0) throw bodyUnreadable("'attachments' cannot be changed with the event.");
}

function attachmentsIn(body: JsonObject): readonly JsonObject[] {
  const value = body.attachments ?? [];
  if (!Array.isArray(value) || !value.every(isJsonObject))
    throw bodyUnreadable("'attachments' must be a list of objects.");
  return value;
}
