import type { EventRow, Mailbox } from "../../core/mailbox.model.js";
import type { PendingRows, RowSource } from "../../core/stored-mailbox.js";
import { CalendarRows, type RowContext } from "./calendar-rows.js";
import { crossMeetings } from "./cross-meetings.plan.js";
import type { MeetingPlan } from "./meeting.plan.js";
import { ownTime } from "./own-time.plan.js";
import type { Party, Staff } from "./party.js";
import { RoomBook } from "./room-book.js";
import { planStaff, type StaffInput } from "./staff.plan.js";
import { teamMeetings } from "./team-meetings.plan.js";

/** What an organization is made of; the same input gives the same one, down to the ids. */
export interface OrganizationInput extends StaffInput {
  /** Monday around which the calendars are filled, as a day from 1 January 1970. */
  readonly monday: number;
}

/**
 * An invented organization. Who meets whom is planned as a whole, so that all copies of a meeting agree; what a
 * calendar holds is made from the plan when somebody looks.
 */
export class Organization implements RowSource {
  readonly staff: Staff;
  readonly #context: RowContext;
  readonly #meetings = new Map<Party, MeetingPlan[]>();
  readonly #parties: ReadonlyMap<string, Party>;

  constructor(readonly input: OrganizationInput) {
    this.staff = planStaff(input);
    this.#context = input;
    const { people, rooms, partners } = this.staff;
    this.#parties = new Map([...people, ...rooms, ...partners].map((party) => [party.id, party]));
    const book = new RoomBook(this.staff.rooms);
    for (const team of this.staff.teams) for (const plan of teamMeetings(input.seed, team, book)) this.#enter(plan);
    for (const plan of crossMeetings(this.staff, book)) this.#enter(plan);
  }

  rowsFor(userId: string): PendingRows | undefined {
    const party = this.#parties.get(userId);
    return party && ((mailbox) => this.#rowsOf(party, mailbox));
  }

  *#rowsOf(party: Party, mailbox: Mailbox): Generator<EventRow, void> {
    const rows = new CalendarRows(this.#context, party, mailbox);
    for (const plan of this.#meetings.get(party) ?? []) {
      const row = rows.meeting(plan);
      if (row !== undefined) yield row;
    }
    for (const plan of ownTime(this.input.seed, party, this.input.monday)) yield rows.own(plan);
  }

  #enter(plan: MeetingPlan): void {
    const parties = new Set([
      plan.organizer,
      ...plan.guests.map(({ party }) => party),
      ...(plan.room ? [plan.room] : []),
    ]);
    for (const party of parties) {
      const plans = this.#meetings.get(party);
      if (plans === undefined) this.#meetings.set(party, [plan]);
      else plans.push(plan);
    }
  }
}
