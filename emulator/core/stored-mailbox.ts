import type { CalendarRow, EmailAddress, EventRow, Mailbox } from "./mailbox.model.js";
import type { MailboxSettingsRow, PlaceRow } from "./mailbox-parts.model.js";

/** Makes the rows of a mailbox that nobody has looked at yet: the same ones whenever it is called. */
export type PendingRows = (mailbox: Mailbox) => Iterable<EventRow>;

/** Where the rows of many pending mailboxes come from. */
export interface RowSource {
  /** What the source is made from; plain data. */
  readonly input: unknown;
  /** By object id of the mailbox's owner. */
  rowsFor(userId: string): PendingRows | undefined;
}

export interface MailboxInput {
  /** Windows or IANA name; default UTC. */
  readonly timeZone?: string;
  readonly purpose?: "user" | "room";
  readonly place?: PlaceRow;
  readonly settings?: Partial<MailboxSettingsRow>;
  /** What was in the calendar before anybody looked. */
  readonly pending?: PendingRows;
}

/**
 * A mailbox whose rows are made when somebody first looks at its events, so that an organization of thousands costs a
 * start no more than its directory. The rows count as having been there all along: they are no changes.
 */
export class StoredMailbox implements Mailbox {
  readonly purpose: "user" | "room";
  timeZone: string;
  defaultCalendarId = "";
  readonly calendars = new Map<string, CalendarRow>();
  settings?: Partial<MailboxSettingsRow>;
  place?: PlaceRow;
  readonly #events = new Map<string, EventRow>();
  readonly #eventIds = new Map<string, string>();
  readonly #transactions = new Map<string, string>();
  #pending: PendingRows | undefined;

  constructor(
    readonly tenantId: string,
    readonly userId: string,
    readonly owner: EmailAddress,
    readonly defaultGroupId: string,
    { timeZone, purpose, place, settings, pending }: MailboxInput,
  ) {
    this.purpose = purpose ?? "user";
    this.timeZone = timeZone ?? "UTC";
    if (place !== undefined) this.place = place;
    if (settings !== undefined) this.settings = settings;
    this.#pending = pending;
  }

  get events(): Map<string, EventRow> {
    if (this.#pending !== undefined) this.#fill(this.#pending);
    return this.#events;
  }

  get eventIds(): Map<string, string> {
    if (this.#pending !== undefined) this.#fill(this.#pending);
    return this.#eventIds;
  }

  get transactions(): Map<string, string> {
    return this.#transactions;
  }

  /** Whether the rows are still to be made. */
  get isPending(): boolean {
    return this.#pending !== undefined;
  }

  #fill(pending: PendingRows): void {
    this.#pending = undefined;
    for (const row of pending(this)) {
      this.#events.set(row.id, row);
      this.#eventIds.set(row.immutableId, row.id);
    }
  }
}
