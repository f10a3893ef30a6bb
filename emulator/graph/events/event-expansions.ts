import type { EventRow } from "../../core/mailbox.model.js";
import { exceptionsOf } from "../../core/series.js";
import { attachmentType } from "../attachments/attachment.resource.js";
import { calendarType } from "../calendars/calendar.resource.js";
import { extensionIds, renderExtension } from "../extensions/extended-data.js";
import type { MailboxCall } from "../graph-call.js";
import { accessDenied, parseUriFailure } from "../graph-failure.js";
import type { View } from "../odata/entity-type.js";
import { type EntityType, renderEntity, selectedMembers } from "../odata/entity-type.js";
import type { ExpandItem, Expansion, Expansions } from "../odata/expand.js";
import { compileFilter } from "../odata/filter.js";
import { type FilterProperty, STRING_FUNCTIONS, scalar } from "../odata/filter-rules.js";
import { eventDetailType } from "../recurrence/series-detail.js";
import { calendarItem } from "../sharing/shared-calendars.js";
import { eventType } from "./event.resource.js";

/** The event resource with what `$expand` may show of it on this call. */
export function expandableEvent(call: MailboxCall, base: EntityType<EventRow> = eventType): EntityType<EventRow> {
  const readable = (expansion: Expansion<EventRow>): Expansion<EventRow> => {
    return (event, asked, view, selected) => {
      // The basic permission cannot read what is attached to an event.
      if (view.basic) throw accessDenied();
      return expansion(event, asked, view, selected);
    };
  };
  const expand: Expansions<EventRow> = {
    attachments: readable((event, { select }, view) => {
      const names = selectedMembers(attachmentType, select);
      return (event.attachments ?? []).map((row) => renderEntity(attachmentType, row, view, names));
    }),
    extensions: readable((event, asked, view) =>
      (event.extensions ?? [])
        .filter((extension) => extensionIds(extension).some((id) => matches({ id }, asked, view)))
        .map(renderExtension),
    ),
    singleValueExtendedProperties: readable((event, asked, view) =>
      chosen(event.singleValues?.filter((property) => matches(property, asked, view))),
    ),
    multiValueExtendedProperties: readable((event, asked, view) =>
      chosen(event.multiValues?.filter((property) => matches(property, asked, view))),
    ),
    exceptionOccurrences: (event, asked, view, selected) =>
      exceptions(event, asked, view, selected, base === eventDetailType),
    ...(call.world.switches.expandCalendar ? { calendar: (event) => calendarOf(call, event) } : {}),
  };
  return { ...base, expand };
}

/** They come only where `$select` names them too, and only with a master read by its id. */
function exceptions(
  event: EventRow,
  { select }: ExpandItem,
  view: View,
  selected: readonly string[] | undefined,
  isDetail: boolean,
): unknown {
  if (!selected?.some((name) => name.toLowerCase() === "exceptionoccurrences")) return undefined;
  if (!isDetail) return [];
  const names = selectedMembers(eventType, select);
  return exceptionsOf(event).map((row) => renderEntity(eventType, row, view, names));
}

function calendarOf(call: MailboxCall, event: EventRow): unknown {
  const calendar = call.mailbox.calendars.get(event.calendarId);
  if (calendar === undefined) return null;
  return renderEntity(
    calendarType,
    calendarItem(call, calendar),
    { ...call, switches: call.world.switches, basic: false },
    [...selectedMembers(calendarType, undefined)],
  );
}

interface Named {
  readonly id: string;
  readonly value?: unknown;
}

/** Whether the `$filter` in the parentheses of an expansion lets it through. */
function matches(item: Named, { filter }: ExpandItem, view: View): boolean {
  if (filter === undefined) return true;
  const properties: Record<string, FilterProperty<Named>> = {
    id: scalar("string", ({ id }) => id),
    value: scalar("string", ({ value }) => (typeof value === "string" ? value : null)),
  };
  const unknownMember = (name: string) => parseUriFailure(`Could not find a property named '${name}'.`);
  const rules = { properties, functions: STRING_FUNCTIONS, unsupported: unknownMember };
  return compileFilter<Named>(filter, { rules, known: [], unknownMember }, view)(item);
}

/** An event without a matching property shows no member at all. */
function chosen<E>(found: readonly E[] | undefined): readonly E[] | undefined {
  return found === undefined || found.length === 0 ? undefined : found;
}
