import type { Viewer } from "../../../auth/viewer.js";
import { dismissReminder, type GraphClient, getEvent, snoozeReminder } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import type { Clock } from "../../../lib/clock.js";
import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../../mailboxes/mailbox-writer.js";
import { isShownWhole, membersBeforeChange } from "../../visibility/event-visibility.js";
import { sensitivityOf } from "../event-mapper.js";
import type { EventTarget } from "../event-writer.service.js";
import { done, type Outcome, type WriteManner } from "../safety/write-manner.js";

const NO_REMINDER = "The event has no reminder that could come.";

export interface ReminderDeps {
  readonly graph: GraphClient;
  readonly writer: MailboxWriter;
  readonly clock: Clock;
}

/** What people do with reminders. It tells nothing and changes nothing of an event, so a private one is not looked at. */
export class ReminderService {
  constructor(private readonly deps: ReminderDeps) {}

  /** @throws AppError INVALID_INPUT for a time that has passed. */
  async snooze(
    viewer: Viewer,
    target: EventTarget,
    until: Date,
    manner: WriteManner,
    call: Call,
  ): Promise<Outcome<EventTarget>> {
    const { graph, writer, clock } = this.deps;
    if (until.getTime() <= clock.now()) {
      throw new AppError("INVALID_INPUT", "A reminder can come again only at a time that has not passed yet.", {
        path: ["until"],
      });
    }
    const work = async (mailbox: OpenMailbox): Promise<Outcome<EventTarget>> => {
      assertSomeShownWhole(mailbox);
      if (manner.dryRun) {
        const changes = [{ path: "until", before: null, after: until.toISOString() }];
        return this.#preview(mailbox, target, changes, call);
      }
      const place = { mailbox: mailbox.graphUser, eventId: target.graphId };
      const newReminderTime = { dateTime: until.toISOString().slice(0, -1), timeZone: "UTC" };
      await snoozeReminder(graph, mailbox.connection, { ...place, newReminderTime }, call);
      return done(target);
    };
    return writer.write(viewer, target.mailboxId, work, "event:write", manner.dryRun);
  }

  async dismiss(viewer: Viewer, target: EventTarget, manner: WriteManner, call: Call): Promise<Outcome<EventTarget>> {
    const { graph, writer } = this.deps;
    const work = async (mailbox: OpenMailbox): Promise<Outcome<EventTarget>> => {
      assertSomeShownWhole(mailbox);
      if (manner.dryRun) return this.#preview(mailbox, target, [], call);
      const place = { mailbox: mailbox.graphUser, eventId: target.graphId };
      await dismissReminder(graph, mailbox.connection, place, call);
      return done(target);
    };
    return writer.write(viewer, target.mailboxId, work, "event:write", manner.dryRun);
  }

  /** Whether there is a reminder is told of what is shown whole alone. @throws what Graph answers for what is gone. */
  async #preview(
    mailbox: OpenMailbox,
    { graphId }: EventTarget,
    changes: readonly { path: string; before: null; after: string }[],
    call: Call,
  ): Promise<Outcome<never>> {
    const select = [...membersBeforeChange(mailbox), "isReminderOn"];
    const place = { mailbox: mailbox.graphUser, eventId: graphId, select };
    const { isReminderOn, sensitivity } = await getEvent(this.deps.graph, mailbox.connection, place, call);
    const isTold = isShownWhole(mailbox, sensitivityOf(sensitivity));
    const warnings = isTold && isReminderOn === false ? [NO_REMINDER] : [];
    return { done: null, preview: { changes, recipients: [], warnings } };
  }
}

/** @throws AppError where no event of the mailbox is shown whole. */
function assertSomeShownWhole(mailbox: OpenMailbox): void {
  membersBeforeChange(mailbox);
}
