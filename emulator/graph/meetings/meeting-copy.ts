import { isDeepStrictEqual } from "node:util";
import type { Tenant, User } from "../../core/directory.model.js";
import type { AttendeeRow, EmailAddress, EventRow, Mailbox, ResponseStatus } from "../../core/mailbox.model.js";
import { occurrenceOn } from "../../core/series.js";
import type { Store } from "../../core/store.js";
import type { World } from "../../core/world.js";

export const isSameAddress = (a: EmailAddress, b: EmailAddress) => a.address.toLowerCase() === b.address.toLowerCase();

/** Whether the meeting takes place at other times: everybody is asked again then. */
export function hasMoved(before: EventRow, after: EventRow): boolean {
  return (
    before.start.at !== after.start.at ||
    before.end.at !== after.end.at ||
    !isDeepStrictEqual(before.series?.recurrence, after.series?.recurrence)
  );
}

/**
 * The mailbox's copy of a meeting: the one with its `iCalUId`, or for an occurrence the one of the same day in the copy
 * of its series.
 */
export function findCopy(mailbox: Mailbox, { iCalUId }: Pick<EventRow, "iCalUId">): EventRow | undefined {
  for (const event of mailbox.events.values()) if (event.iCalUId === iCalUId) return event;
  const day = dayOfOccurrence(iCalUId);
  if (day === undefined) return undefined;
  for (const master of mailbox.events.values()) {
    const isSeries = master.series !== undefined && master.iCalUId.slice(40) === iCalUId.slice(40);
    const occurrence = isSeries ? occurrenceOn(master, day) : undefined;
    if (occurrence?.iCalUId === iCalUId) return occurrence;
  }
  return undefined;
}

/** The day that Outlook writes into an occurrence's `iCalUId`; any day or none for other texts. */
function dayOfOccurrence(iCalUId: string): number | undefined {
  const [year, month, day] = [
    [32, 36],
    [36, 38],
    [38, 40],
  ].map(([from, to]) => Number.parseInt(iCalUId.slice(from, to), 16));
  const at = Date.UTC(year ?? Number.NaN, (month ?? 0) - 1, day);
  return Number.isNaN(at) ? undefined : Math.floor(at / 86_400_000);
}

/**
 * A mailbox by SMTP address as a sender of that tenant reaches it: in the own tenant first, for a guest the one at home,
 * then in the tenant that owns the address's domain. Undefined for addresses outside of every emulated tenant.
 */
export function mailboxAt(store: Store, tenantId: string, address: string): Mailbox | undefined {
  const here = store.tenant(tenantId);
  const known = here && (store.userByMail(here, address) ?? guestByName(store, here, address));
  if (known?.mailbox !== undefined) return known.mailbox;
  const atHome = known?.home && store.tenants.get(known.home.tenantId)?.users.get(known.home.userId)?.mailbox;
  if (atHome !== undefined) return atHome;
  const owner = store.tenant(address.split("@").at(-1) ?? "");
  return owner && store.userByMail(owner, address)?.mailbox;
}

/** A guest by the sign-in name in this tenant, which clients take from the directory and write as an address. */
function guestByName(store: Store, tenant: Tenant, name: string): User | undefined {
  const user = store.user(tenant, name);
  return user?.userType === "Guest" ? user : undefined;
}

/** What an invitation carries: everything but what belongs to the sender's own copy. */
export function sharedPart(row: EventRow) {
  const {
    id: _id,
    immutableId: _immutableId,
    calendarId: _calendarId,
    changeKey: _changeKey,
    createdAt: _createdAt,
    modifiedAt: _modifiedAt,
    transactionId: _transactionId,
    isOrganizer: _isOrganizer,
    responseStatus: _responseStatus,
    intendedShowAs: _intendedShowAs,
    reminderState: _reminderState,
    categories: _categories,
    showAs: _showAs,
    isReminderOn: _isReminderOn,
    reminderMinutesBeforeStart: _reminderMinutes,
    extensions: _extensions,
    type: _type,
    slot: _slot,
    series: _series,
    singleValues: _singleValues,
    multiValues: _multiValues,
    ...shared
  } = row;
  return shared;
}

/** The members that every change of an event renews. */
export function newVersion(world: World): Pick<EventRow, "changeKey" | "modifiedAt"> {
  return { changeKey: world.store.ids.changeKey(), modifiedAt: world.clock.now() };
}

/**
 * In a copy only the owner's own answer shows; everybody else's is `none`. With hidden attendees the owner is the only
 * one on the list.
 */
export function attendeesSeenBy(
  owner: EmailAddress,
  ownStatus: ResponseStatus,
  attendees: readonly AttendeeRow[],
  isHidden: boolean,
): AttendeeRow[] {
  const listed = attendees.map(({ emailAddress, type }): AttendeeRow => {
    const isOwn = isSameAddress(emailAddress, owner);
    return { emailAddress, type, status: isOwn ? ownStatus : { response: "none", at: undefined } };
  });
  return isHidden ? listed.filter(({ emailAddress }) => isSameAddress(emailAddress, owner)) : listed;
}
