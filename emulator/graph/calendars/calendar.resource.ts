import { CALENDAR_COLORS, type CalendarRow, type Mailbox } from "../../core/mailbox.model.js";
import { GraphFailure, parseUriFailure } from "../graph-failure.js";
import { collection, complex, type EntityType, primitive } from "../odata/entity-type.js";
import { choice, type FilterRules, members, STRING_FUNCTIONS, scalar } from "../odata/filter-rules.js";
import type { CalendarRights } from "../sharing/calendar-rights.js";

/** A calendar together with the mailbox it lives in, which tells its owner, and what the caller may do with it. */
export interface CalendarItem {
  readonly calendar: CalendarRow;
  readonly mailbox: Mailbox;
  readonly rights: CalendarRights;
  /** True for a primary calendar, also where it is shared. */
  readonly isTallying: boolean;
}

const calendarFilter: FilterRules<CalendarItem> = {
  properties: {
    id: scalar("id", ({ calendar }) => calendar.id),
    name: scalar("string", ({ calendar }) => calendar.name),
    color: choice(CALENDAR_COLORS, ({ calendar }) => calendar.color),
    isDefaultCalendar: scalar("boolean", ({ calendar }) => calendar.isDefault),
    isRemovable: scalar("boolean", ({ calendar }) => !calendar.isDefault),
    isTallyingResponses: scalar("boolean", ({ isTallying }) => isTallying),
    canShare: scalar("boolean", ({ rights }) => rights.owns),
    canEdit: scalar("boolean", ({ rights }) => rights.edits),
    canViewPrivateItems: scalar("boolean", ({ rights }) => rights.seesPrivate),
    owner: members({
      name: scalar("string", ({ mailbox }) => mailbox.owner.name),
      address: scalar("string", ({ mailbox }) => mailbox.owner.address),
    }),
  },
  functions: STRING_FUNCTIONS,
  unsupported: (path) =>
    new GraphFailure(400, "UnsupportedEntityExpression", `The expression over '${path}' is not supported in $filter.`),
};

export const calendarType: EntityType<CalendarItem> = {
  members: {
    id: primitive(({ calendar }) => calendar.id),
    name: primitive(({ calendar }) => calendar.name),
    color: primitive(({ calendar }) => calendar.color),
    // Outlook leaves this empty until the owner picks a colour of their own, which no endpoint does.
    hexColor: primitive(() => ""),
    isDefaultCalendar: primitive(({ calendar }) => calendar.isDefault),
    changeKey: primitive(({ calendar }) => calendar.changeKey),
    canShare: primitive(({ rights }) => rights.owns),
    canViewPrivateItems: primitive(({ rights }) => rights.seesPrivate),
    canEdit: primitive(({ rights }) => rights.edits),
    allowedOnlineMeetingProviders: collection(({ calendar }) => calendar.onlineMeetingProviders),
    defaultOnlineMeetingProvider: primitive(({ calendar }) => calendar.onlineMeetingProviders[0] ?? "unknown"),
    isTallyingResponses: primitive(({ isTallying }) => isTallying),
    isRemovable: primitive(({ calendar }) => !calendar.isDefault),
    owner: complex(({ mailbox }) => mailbox.owner, "name", "address"),
  },
  always: ["id"],
  filter: () => calendarFilter,
  // The schema marks every navigation of a calendar as not expandable.
  expand: {},
  unknownMember: (name) =>
    parseUriFailure(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Calendar'.`),
};
