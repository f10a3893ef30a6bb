import type { AttachmentRow } from "../../core/event-parts.model.js";
import type { HttpAnswer } from "../../core/http-message.js";
import type { EventRow } from "../../core/mailbox.model.js";
import { assertItemId } from "../calendars/calendar-path.js";
import { EVENT_PATHS, eventOfPath } from "../events/event-reads.routes.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { badRequest, itemNotFound } from "../graph-failure.js";
import { readJsonBody } from "../json-body.js";
import { newVersion } from "../meetings/meeting-copy.js";
import { entityAnswer, pageAnswer } from "../odata/answers.js";
import { attachmentType, attachmentWithItemType } from "./attachment.resource.js";
import { readAttachment } from "./attachment-body.js";

const HEADER_VALUE = /^[\x20-\x7e]+$/;
const UNKNOWN_TYPE = "application/octet-stream";

const ITEM_EXPANSION = /^microsoft\.graph\.itemattachment\/item$/i;

const contextPath = (call: MailboxCall, event: EventRow) =>
  `users('${call.user.id}')/events('${encodeURIComponent(event.id)}')/attachments`;

/** The type to answer with, and the call without the expansion that it stands for. */
function expanded(call: MailboxCall): { type: typeof attachmentType; plain: MailboxCall } {
  const { expand } = call.options;
  if (expand === undefined || !ITEM_EXPANSION.test(expand.trim())) return { type: attachmentType, plain: call };
  return { type: attachmentWithItemType, plain: { ...call, options: { ...call.options, expand: undefined } } };
}

function attachmentOfPath(call: MailboxCall): { event: EventRow; row: AttachmentRow } {
  const event = eventOfPath(call);
  const wanted = call.params.attachment ?? "";
  const row = event.attachments?.find(({ id, immutableId }) => id === wanted || immutableId === wanted);
  if (row !== undefined) return { event, row };
  assertItemId(wanted);
  throw itemNotFound();
}

function listAttachments(call: MailboxCall): HttpAnswer {
  const event = eventOfPath(call);
  const { type, plain } = expanded(call);
  return pageAnswer(plain, type, event.attachments ?? [], contextPath(call, event));
}

function getAttachment(call: MailboxCall): HttpAnswer {
  const { event, row } = attachmentOfPath(call);
  const { type, plain } = expanded(call);
  return entityAnswer(plain, type, row, contextPath(call, event));
}

function getBytes(call: MailboxCall): HttpAnswer {
  const { row } = attachmentOfPath(call);
  if (row.kind !== "file") throw badRequest("Only a file attachment can be read as bytes here.");
  // A client may have called it anything; what cannot stand in a header says nothing of the bytes.
  const type = row.contentType !== null && HEADER_VALUE.test(row.contentType) ? row.contentType : UNKNOWN_TYPE;
  return { status: 200, headers: { "Content-Type": type }, bytes: row.bytes };
}

/** Adds an attachment; by itself that mails nobody, the next update of the meeting carries it. */
function addAttachment(call: MailboxCall): HttpAnswer {
  const event = eventOfPath(call);
  const row = readAttachment(call, readJsonBody(call));
  put(call, event, [...(event.attachments ?? []), row]);
  const path = `${contextPath(call, event)}('${encodeURIComponent(row.id)}')`;
  return entityAnswer(call, attachmentType, row, contextPath(call, event), {
    status: 201,
    headers: { Location: `${call.world.origin()}/v1.0/${path}` },
  });
}

function deleteAttachment(call: MailboxCall): HttpAnswer {
  const { event, row } = attachmentOfPath(call);
  put(call, event, event.attachments?.filter((other) => other !== row) ?? []);
  return { status: 204, headers: {} };
}

function put({ world, mailbox }: MailboxCall, event: EventRow, attachments: readonly AttachmentRow[]): void {
  world.store.putEvent(mailbox, { ...event, attachments, ...newVersion(world) });
}

export const attachmentRoutes: readonly MailboxRoute[] = EVENT_PATHS.flatMap((path): MailboxRoute[] => {
  const list = `${path}/{event}/attachments`;
  const one = `${list}/{attachment}`;
  return [
    { kind: "mailbox", method: "GET", path: list, needs: "read", handle: listAttachments },
    { kind: "mailbox", method: "POST", path: list, needs: "write", handle: addAttachment },
    { kind: "mailbox", method: "GET", path: one, needs: "read", handle: getAttachment },
    { kind: "mailbox", method: "GET", path: `${one}/$value`, needs: "read", handle: getBytes },
    { kind: "mailbox", method: "DELETE", path: one, needs: "write", handle: deleteAttachment },
  ];
});
