import type { OnlineMeetingProvider } from "../events/event.model.js";

/** Colours of calendars, in Microsoft's words. */
export const CALENDAR_COLORS = [
  "AUTO",
  "LIGHT_BLUE",
  "LIGHT_GREEN",
  "LIGHT_ORANGE",
  "LIGHT_GRAY",
  "LIGHT_YELLOW",
  "LIGHT_TEAL",
  "LIGHT_PINK",
  "LIGHT_BROWN",
  "LIGHT_RED",
  "MAX_COLOR",
  "UNKNOWN",
] as const;
export type CalendarColor = (typeof CALENDAR_COLORS)[number];

/** A calendar of a mailbox, as Graph tells of it. Members beyond the ids are null when Graph left them out. */
export interface Calendar {
  readonly kind: "Calendar";
  readonly mailboxId: string;
  readonly graphId: string;
  readonly name: string | null;
  readonly isDefault: boolean | null;
  readonly canEdit: boolean | null;
  readonly canShare: boolean | null;
  readonly canViewPrivateItems: boolean | null;
  readonly isRemovable: boolean | null;
  readonly isTallyingResponses: boolean | null;
  readonly color: CalendarColor | null;
  readonly hexColor: string | null;
  readonly allowedOnlineMeetingProviders: readonly OnlineMeetingProvider[] | null;
  readonly defaultOnlineMeetingProvider: OnlineMeetingProvider | null;
  readonly owner: { readonly name: string | null; readonly address: string | null } | null;
}

/** A group of calendars in a mailbox. Every mailbox has a default one, with the default calendar in it. */
export interface CalendarGroup {
  readonly kind: "CalendarGroup";
  readonly mailboxId: string;
  readonly graphId: string;
  readonly name: string | null;
  readonly isDefault: boolean | null;
}
