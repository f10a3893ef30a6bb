import type { AppError } from "../../lib/app-error.js";
import type { ShowAs } from "../events/event.model.js";
import type { WorkingHours } from "../scheduling/working-hours.js";

/** A span in which somebody's calendar holds something. */
export interface ScheduleItem {
  readonly status: ShowAs;
  readonly start: Date;
  readonly end: Date;
  /** Null unless Microsoft tells it and the address is a specified mailbox. */
  readonly subject: string | null;
  readonly location: string | null;
  readonly isPrivate: boolean | null;
}

/** Where what a schedule says comes from. */
export type ScheduleSource = "GET_SCHEDULE";

/** What was asked of somebody's calendar. */
export interface ScheduleQuestion {
  readonly start: Date;
  readonly end: Date;
  /** Minutes of a slot of the availability view. */
  readonly intervalMinutes: number;
}

/** Free and busy times of one address, or why they are not known. */
export interface Schedule extends ScheduleQuestion {
  /** In lower case. */
  readonly address: string;
  /** Row id of the specified mailbox; null for other addresses. */
  readonly mailboxId: string | null;
  /** By start. */
  readonly items: readonly ScheduleItem[];
  /** A digit a slot, as Microsoft writes it; null when it is not known. */
  readonly availabilityView: string | null;
  readonly workingHours: WorkingHours | null;
  /** When Microsoft was asked; null when it was not. */
  readonly asOf: Date | null;
  readonly source: ScheduleSource | null;
  readonly error: AppError | null;
}

/** Whose schedule is meant. */
export type ScheduleSubject =
  /** With `organizationId` only where it belongs to that organization, whatever the viewer may see. */
  | { readonly kind: "mailbox"; readonly mailboxId: string; readonly organizationId?: string }
  /** An address in an organization; `connectionId` says through which connection, where it is not a specified mailbox. */
  | {
      readonly kind: "address";
      readonly organizationId: string;
      readonly address: string;
      readonly connectionId: string | null;
    }
  /** A room, as the directory of its connection's tenant has named it. */
  | { readonly kind: "room"; readonly connectionId: string; readonly address: string };

export interface ScheduleKey extends ScheduleQuestion {
  readonly subject: ScheduleSubject;
}
