import type { CalendarRow, Mailbox } from "../core/mailbox.model.js";
import type { Store } from "../core/store.js";
import { acceptSharedCalendar } from "../graph/sharing/shared-calendars.js";

interface Accepted {
  readonly sharee: string;
  readonly owner: string;
  readonly calendar?: string | undefined;
}

/** Does what the sharee would do in Outlook; undefined when somebody has no mailbox or the calendar is not there. */
export function acceptCalendar(store: Store, { sharee, owner, calendar }: Accepted): CalendarRow | undefined {
  const from = mailboxOf(store, owner);
  const to = mailboxOf(store, sharee);
  if (from === undefined || to === undefined) return undefined;
  if (calendar !== undefined && !from.calendars.has(calendar)) return undefined;
  return acceptSharedCalendar(store, to, from, calendar);
}

function mailboxOf(store: Store, name: string): Mailbox | undefined {
  for (const tenant of store.tenants.values()) {
    const mailbox = (store.user(tenant, name) ?? store.userByMail(tenant, name))?.mailbox;
    if (mailbox !== undefined) return mailbox;
  }
  return undefined;
}
