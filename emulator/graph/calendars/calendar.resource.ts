import type { CalendarRow, Mailbox } from "../../core/mailbox.model.js";
import { parseUriFailure } from "../graph-failure.js";
import { collection, complex, type EntityType, primitive } from "../odata/entity-type.js";

/** A calendar together with the mailbox it lives in, which tells its owner. */
export interface CalendarItem {
  readonly calendar: CalendarRow;
  readonly mailbox: Mailbox;
}

export const calendarType: EntityType<CalendarItem> = {
  members: {
    id: primitive(({ calendar }) => calendar.id),
    name: primitive(({ calendar }) => calendar.name),
    color: primitive(({ calendar }) => calendar.color),
    // Outlook leaves this empty until the owner picks a colour of their own, which no endpoint does.
    hexColor: primitive(() => ""),
    isDefaultCalendar: primitive(({ calendar }) => calendar.isDefault),
    changeKey: primitive(({ calendar }) => calendar.changeKey),
    canShare: primitive(() => true),
    canViewPrivateItems: primitive(() => true),
    canEdit: primitive(() => true),
    allowedOnlineMeetingProviders: collection(({ calendar }) => calendar.onlineMeetingProviders),
    defaultOnlineMeetingProvider: primitive(({ calendar }) => calendar.onlineMeetingProviders[0] ?? "unknown"),
    isTallyingResponses: primitive(({ calendar }) => calendar.isDefault),
    isRemovable: primitive(({ calendar }) => !calendar.isDefault),
    owner: complex(({ mailbox }) => mailbox.owner, "name", "address"),
  },
  always: ["id"],
  unknownMember: (name) =>
    parseUriFailure(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.Calendar'.`),
};
