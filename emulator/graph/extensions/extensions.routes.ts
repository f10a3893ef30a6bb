import type { HttpAnswer } from "../../core/http-message.js";
import type { EventRow, OpenExtension } from "../../core/mailbox.model.js";
import { EVENT_PATHS, eventOfPath } from "../events/event-reads.routes.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure, itemNotFound } from "../graph-failure.js";
import { readJsonBody } from "../json-body.js";
import { newVersion } from "../meetings/meeting-copy.js";
import { OPEN_EXTENSION_PREFIX, renderExtension } from "./extended-data.js";
import { appMembers, bareName, readExtension } from "./extension-body.js";

const isNamed = (name: string) => (row: OpenExtension) => row.name.toLowerCase() === bareName(name).toLowerCase();

function extensionOfPath(call: MailboxCall): { event: EventRow; row: OpenExtension } {
  const event = eventOfPath(call);
  const row = event.extensions?.find(isNamed(call.params.extension ?? ""));
  if (row === undefined) throw itemNotFound();
  return { event, row };
}

function getExtension(call: MailboxCall): HttpAnswer {
  const { event, row } = extensionOfPath(call);
  return answer(call, event, row);
}

function createExtension(call: MailboxCall): HttpAnswer {
  const event = eventOfPath(call);
  const row = readExtension(readJsonBody(call));
  if (event.extensions?.some(isNamed(row.name))) {
    throw new GraphFailure(409, "nameAlreadyExists", "An extension with this name is on the event already.");
  }
  put(call, event, [...(event.extensions ?? []), row]);
  return answer(call, event, row, 201);
}

/** Members that are sent are set, and removed by null; the others stay. */
function updateExtension(call: MailboxCall): HttpAnswer {
  const { event, row } = extensionOfPath(call);
  const merged = { ...row.members, ...appMembers(readJsonBody(call)) };
  const members = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const after = { ...row, members };
  put(call, event, event.extensions?.map((other) => (other === row ? after : other)) ?? []);
  return answer(call, event, after);
}

function deleteExtension(call: MailboxCall): HttpAnswer {
  const { event, row } = extensionOfPath(call);
  put(call, event, event.extensions?.filter((other) => other !== row) ?? []);
  return { status: 204, headers: {} };
}

function put({ world, mailbox }: MailboxCall, event: EventRow, extensions: readonly OpenExtension[]): void {
  world.store.putEvent(mailbox, { ...event, extensions, ...newVersion(world) });
}

function answer(call: MailboxCall, event: EventRow, row: OpenExtension, status = 200): HttpAnswer {
  const path = `users('${call.user.id}')/events('${encodeURIComponent(event.id)}')/extensions`;
  const { world } = call;
  const json = {
    "@odata.context": `${world.origin()}/v1.0/$metadata#${path}/$entity`,
    ...renderExtension(row),
  };
  const location = `${world.origin()}/v1.0/${path}('${encodeURIComponent(OPEN_EXTENSION_PREFIX + row.name)}')`;
  return { status, headers: status === 201 ? { Location: location } : {}, json };
}

export const extensionRoutes: readonly MailboxRoute[] = EVENT_PATHS.flatMap((path): MailboxRoute[] => {
  const list = `${path}/{event}/extensions`;
  const one = `${list}/{extension}`;
  return [
    { kind: "mailbox", method: "POST", path: list, needs: "write", handle: createExtension },
    { kind: "mailbox", method: "GET", path: one, needs: "read", handle: getExtension },
    { kind: "mailbox", method: "PATCH", path: one, needs: "write", handle: updateExtension },
    { kind: "mailbox", method: "DELETE", path: one, needs: "write", handle: deleteExtension },
  ];
});
