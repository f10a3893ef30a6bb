import type { HttpAnswer } from "../../core/http-message.js";
import { EVENT_PATHS, eventOfPath } from "../events/event-reads.routes.js";
import { readTime } from "../events/event-time.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { readActionBody } from "./action-body.js";
import { newVersion } from "./meeting-copy.js";

function snoozeReminder(call: MailboxCall): HttpAnswer {
  const event = eventOfPath(call);
  const time = readTime(readActionBody(call, ["newReminderTime"]).get("newremindertime"), "newReminderTime");
  return withReminder(call, event, time.at);
}

function dismissReminder(call: MailboxCall): HttpAnswer {
  const event = eventOfPath(call);
  readActionBody(call, []);
  return withReminder(call, event, undefined);
}

function withReminder(call: MailboxCall, event: ReturnType<typeof eventOfPath>, snoozedUntil: number | undefined) {
  const { world, mailbox } = call;
  const reminderState = { forStart: event.start.at, snoozedUntil };
  // A series keeps what was done to its reminders, so that this makes no exception of an occurrence.
  const row = mailbox.events.get(event.slot?.masterId ?? event.id) ?? event;
  world.store.putEvent(mailbox, { ...row, reminderState, ...newVersion(world) });
  return { status: 200, headers: {} };
}

export const reminderActionRoutes: readonly MailboxRoute[] = EVENT_PATHS.flatMap((path): MailboxRoute[] => [
  { kind: "mailbox", method: "POST", path: `${path}/{event}/snoozeReminder`, needs: "write", handle: snoozeReminder },
  { kind: "mailbox", method: "POST", path: `${path}/{event}/dismissReminder`, needs: "write", handle: dismissReminder },
]);
