import { createHash } from "node:crypto";
import type { Viewer } from "../../../auth/viewer.js";
import {
  calendarView,
  createEvent,
  deleteEvent,
  type GraphClient,
  type GraphEvent,
  graphDateTimeToInstant,
  isGraphError,
  setEventExtension,
  updateEvent,
} from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import type { Call } from "../../../lib/call.js";
import { exactly } from "../../mailboxes/former-event-ids.js";
import type { OpenMailbox } from "../../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../../mailboxes/mailbox-writer.js";
import { type EventTarget, versionOf } from "../event-writer.service.js";
import { EXTENDED_DATA_EXPANSION, EXTENSION_NAME, newExtension } from "../extended-data.js";
import { done, type EventPreview, type Outcome, previewed, type WriteManner } from "../safety/write-manner.js";
import { type ActingEvent, readActing } from "./acting-event.js";
import { COPY_SELECT, copyOf, extendedDataOf, type MoveObstacle, obstaclesOf } from "./event-copy.js";

/** How often the original is looked at again because it was changed while it was copied. */
const MOST_ATTEMPTS = 3;

const REASONS: Readonly<Record<MoveObstacle, string>> = {
  NOT_ORGANIZER: "the meeting belongs to its organizer, and this is an invitation",
  ATTENDEES: "its attendees would get a cancellation and a new invitation",
  SERIES: "a series keeps its exceptions only where it is",
  ONLINE_MEETING: "its join link would be another one",
  ATTACHMENTS: "its attachments would not come along",
};

/** The calendar that an event goes to. */
export interface MoveGoal {
  readonly graphId: string;
  /** As its caller names it. */
  readonly name: string;
}

export interface MovedEvent {
  /** Where it is now, by Graph's id; the former id when it was in that calendar already. */
  readonly graphId: string;
  readonly isMoved: boolean;
}

/**
 * Moves events between calendars of a mailbox. Graph v1.0 has no such action: the event is made anew in the other
 * calendar, then the original is deleted. The copy's transaction id is made from what is moved where, so that a repeated
 * call finds the copy of a broken-off one and goes on from there.
 */
export class EventMoveService {
  constructor(
    private readonly graph: GraphClient,
    private readonly writer: MailboxWriter,
  ) {}

  /** @throws AppError MOVE_REFUSED with the obstacles; CONFLICT when the original keeps changing. */
  async move(
    viewer: Viewer,
    target: EventTarget,
    { graphId: calendarGraphId, name }: MoveGoal,
    { dryRun }: WriteManner,
    call: Call,
  ): Promise<Outcome<MovedEvent>> {
    versionOf(target);
    const work = async (mailbox: OpenMailbox): Promise<Outcome<MovedEvent>> => {
      const original = await readActing(this.graph, mailbox, target, COPY_SELECT, call, EXTENDED_DATA_EXPANSION);
      if (dryRun) {
        const presentId = original.id ?? target.graphId;
        const isThere = await this.#isIn(mailbox, calendarGraphId, presentId, original, call);
        return previewed(movePreview(original, isThere, name));
      }
      assertMovable(original);
      // The caller may have come with an id that was given up before.
      const present = { ...target, graphId: original.id ?? target.graphId };
      if (await this.#isIn(mailbox, calendarGraphId, present.graphId, original, call)) {
        return done({ graphId: present.graphId, isMoved: false });
      }
      const copyId = await this.#copied(mailbox, present, calendarGraphId, original, call);
      const changeId = transactionOf(present, calendarGraphId);
      // Before the original goes: its id must lead to the copy from that moment on, whatever becomes of this process.
      await mailbox.formerIds.note(changeId, [{ former: present.graphId, present: copyId }]);
      // From here on that very event is meant, even when it is gone: what took its place is the copy.
      const exact = { ...mailbox, connection: exactly(mailbox.connection) };
      await this.#deleteOriginal(exact, present, original, { copyId, changeId }, call);
      await mailbox.formerIds.settle(changeId);
      return done({ graphId: copyId, isMoved: true });
    };
    return this.writer.write(viewer, target.mailboxId, work, "event:write", dryRun);
  }

  /** The event's own path is the same whichever calendar holds it, so the calendar is asked for its time. */
  async #isIn(mailbox: OpenMailbox, calendarId: string, graphId: string, event: GraphEvent, call: Call) {
    const place = { mailbox: mailbox.graphUser, calendarId, select: [] };
    const { items } = await calendarView(this.graph, mailbox.connection, { ...place, ...around(event) }, call);
    return items.some(({ id }) => id === graphId);
  }

  async #copied(mailbox: OpenMailbox, target: EventTarget, calendarId: string, original: GraphEvent, call: Call) {
    const extension = newExtension(extendedDataOf(original));
    const event = { ...copyOf(original), ...(extension && { extensions: [extension] }) };
    const transactionId = transactionOf(target, calendarId);
    const place = { mailbox: mailbox.graphUser, calendarId, event, transactionId };
    const copy = await createEvent(this.graph, mailbox.connection, place, call);
    const copyId = copy.id;
    if (!copyId) throw new AppError("UPSTREAM_REFUSED", "Microsoft answered a new event without its id.");
    if (isOlder(copy, original)) await this.#rewrite(mailbox, copyId, original, call);
    return copyId;
  }

  /** A change of the original in between is carried over, or undoes the copy where the event cannot be moved any more. */
  async #deleteOriginal(
    mailbox: OpenMailbox,
    target: EventTarget,
    first: ActingEvent,
    { copyId, changeId }: { readonly copyId: string; readonly changeId: string },
    call: Call,
  ) {
    const { graph } = this;
    let original = first;
    for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      try {
        const place = { mailbox: mailbox.graphUser, eventId: target.graphId, ifMatch: original["@odata.etag"] };
        await deleteEvent(graph, mailbox.connection, place, call);
        return;
      } catch (error) {
        // Gone already: by a call that was made twice, or whose answer was lost.
        if (isGraphError(error) && error.status === 404) return;
        if (!isGraphError(error) || (error.status !== 412 && error.status !== 409)) throw error;
      }
      original = await readActing(
        graph,
        mailbox,
        { ...target, expectedVersion: null },
        COPY_SELECT,
        call,
        EXTENDED_DATA_EXPANSION,
      );
      if (obstaclesOf(original).length > 0) {
        await deleteEvent(graph, mailbox.connection, { mailbox: mailbox.graphUser, eventId: copyId }, call);
        await mailbox.formerIds.takeBack(changeId);
        assertMovable(original);
      }
      await this.#rewrite(mailbox, copyId, original, call);
    }
    throw new AppError(
      "CONFLICT",
      "The event is being changed all the time: its copy is made and the original still there. Repeat the same call to go on.",
      { retryable: true },
    );
  }

  async #rewrite(mailbox: OpenMailbox, eventId: string, original: GraphEvent, call: Call): Promise<void> {
    const place = { mailbox: mailbox.graphUser, eventId };
    await updateEvent(this.graph, mailbox.connection, { ...place, changes: copyOf(original) }, call);
    const members = extendedDataOf(original);
    if (Object.keys(members).length === 0) return;
    await setEventExtension(this.graph, mailbox.connection, { ...place, name: EXTENSION_NAME, members }, call);
  }
}

function assertMovable(event: GraphEvent): void {
  const obstacles = obstaclesOf(event);
  if (obstacles.length > 0) throw new AppError("MOVE_REFUSED", refusalOf(obstacles), { path: ["id"], obstacles });
}

function refusalOf(obstacles: readonly MoveObstacle[]): string {
  const reasons = obstacles.map((obstacle) => REASONS[obstacle]).join("; ");
  return `Microsoft Graph cannot move events, and this one cannot be copied and deleted instead: ${reasons}. Move it in Outlook.`;
}

function movePreview(event: GraphEvent, isThere: boolean, calendar: string): EventPreview {
  const obstacles = obstaclesOf(event);
  const isRefused = obstacles.length > 0;
  const warnings = [
    ...(isRefused ? [refusalOf(obstacles)] : []),
    isThere
      ? "Nothing would change: the event is in this calendar already."
      : "The event gets another id and another `iCalUId`; extended data of other applications stay behind.",
  ];
  // Which calendar it is in cannot be asked of Graph by an event's id.
  const changes = isThere || isRefused ? [] : [{ path: "calendarId", before: null, after: calendar }];
  return { changes, recipients: [], warnings: isRefused ? warnings.slice(0, 1) : warnings };
}

/** Any text will do for Graph; this one says nothing about the event. */
function transactionOf({ mailboxId, graphId }: EventTarget, calendarId: string): string {
  return createHash("sha256")
    .update(JSON.stringify(["move", mailboxId, graphId, calendarId]))
    .digest("base64url");
}

/** Whether the answer is a copy of an earlier call, and the original was changed since. Both clocks are Microsoft's. */
function isOlder(copy: GraphEvent, original: GraphEvent): boolean {
  return Date.parse(copy.createdDateTime ?? "") < Date.parse(original.lastModifiedDateTime ?? "");
}

function around({ start, end }: GraphEvent): { startDateTime: string; endDateTime: string } {
  const instantOf = (time: GraphEvent["start"]) =>
    graphDateTimeToInstant({ dateTime: time?.dateTime ?? "", timeZone: time?.timeZone ?? "UTC" }).getTime();
  // A minute more, for events without a length.
  const until = new Date(instantOf(end) + 60_000);
  return { startDateTime: new Date(instantOf(start)).toISOString(), endDateTime: until.toISOString() };
}
