import { ChangeFeed } from "./change-feed.js";
import type { EmulatorClock } from "./clock.js";
import type { App, ServicePrincipal, Tenant, User } from "./directory.model.js";
import type { UploadSession } from "./event-parts.model.js";
import { IdMaker, readOccurrenceId } from "./id-maker.js";
import type { CalendarRow, EventRow, Mailbox, Series } from "./mailbox.model.js";
import { occurrenceOn, withException, withoutSlot } from "./series.js";
import { SignInState } from "./sign-in-state.js";
import type { RowSource } from "./stored-mailbox.js";
import type { SubscriptionRow } from "./subscription.model.js";

/**
 * The state of every emulated tenant, in memory. It answers questions and keeps indexes right; the rules of Entra and
 * Graph live with their endpoints, and the builders for seeds and tests in `builders.ts`.
 */
export class Store {
  readonly tenants = new Map<string, Tenant>();
  /** By application id. */
  readonly apps = new Map<string, App>();
  readonly changes = new ChangeFeed();
  readonly signIns = new SignInState();
  /** Open upload sessions by id. */
  readonly uploads = new Map<string, UploadSession>();
  /** By id; those past their time are none any more. */
  readonly subscriptions = new Map<string, SubscriptionRow>();
  /** What makes the rows of pending mailboxes. */
  readonly rowSources: RowSource[] = [];
  readonly ids: IdMaker;

  constructor(
    readonly clock: EmulatorClock,
    seed: string,
  ) {
    this.ids = new IdMaker(seed);
  }

  /** A tenant by GUID or verified domain, in any case. */
  tenant(idOrDomain: string): Tenant | undefined {
    const wanted = idOrDomain.toLowerCase();
    const byId = this.tenants.get(wanted);
    if (byId !== undefined) return byId;
    for (const tenant of this.tenants.values()) if (tenant.domains.includes(wanted)) return tenant;
    return undefined;
  }

  app(appId: string): App | undefined {
    return this.apps.get(appId.toLowerCase());
  }

  servicePrincipal(tenant: Tenant, appId: string): ServicePrincipal | undefined {
    return tenant.servicePrincipals.get(appId.toLowerCase());
  }

  /** A user by object id or user principal name, as the directory looks them up. */
  user(tenant: Tenant, idOrName: string): User | undefined {
    const wanted = idOrName.toLowerCase();
    return tenant.users.get(tenant.userIdsByName.get(wanted) ?? wanted);
  }

  /** A user by SMTP address, as Exchange looks mailboxes up. */
  userByMail(tenant: Tenant, address: string): User | undefined {
    return tenant.users.get(tenant.userIdsByMail.get(address.toLowerCase()) ?? "");
  }

  /** An event by its normal or its immutable id; an occurrence is made from its series. */
  event(mailbox: Mailbox, id: string): EventRow | undefined {
    const row = mailbox.events.get(mailbox.eventIds.get(id) ?? id);
    if (row !== undefined) return row;
    const named = readOccurrenceId(id);
    const master = named && mailbox.events.get(mailbox.eventIds.get(named.masterId) ?? named.masterId);
    return master && occurrenceOn(master, named.day);
  }

  putUser(tenant: Tenant, user: User): void {
    tenant.users.set(user.id, user);
    tenant.userIdsByName.set(user.userPrincipalName.toLowerCase(), user.id);
    for (const address of addressesOf(user)) tenant.userIdsByMail.set(address.toLowerCase(), user.id);
  }

  /** Gives a user other addresses. A former primary one stays as an alias, as Exchange has it, unless aliases are given. */
  changeAddresses(
    tenant: Tenant,
    user: User,
    change: { readonly mail?: string | undefined; readonly aliases?: readonly string[] | undefined },
  ): void {
    const before = addressesOf(user);
    const mail = change.mail ?? user.mail;
    const aliases = change.aliases ?? before.filter((address) => address !== mail);
    for (const address of before) tenant.userIdsByMail.delete(address.toLowerCase());
    user.mail = mail;
    user.aliases = aliases;
    this.putUser(tenant, user);
  }

  putCalendar(mailbox: Mailbox, calendar: CalendarRow): void {
    mailbox.calendars.set(calendar.id, calendar);
    if (calendar.isDefault) mailbox.defaultCalendarId = calendar.id;
  }

  /** Removes a calendar and what is in it. */
  removeCalendar(mailbox: Mailbox, calendarId: string): void {
    for (const event of [...mailbox.events.values()])
      if (event.calendarId === calendarId) this.removeEvent(mailbox, event);
    mailbox.calendars.delete(calendarId);
  }

  /** Adds the event, or replaces the row with its id. An occurrence becomes an exception of its series. */
  putEvent(mailbox: Mailbox, event: EventRow): void {
    const { slot } = event;
    if (slot !== undefined) {
      this.#changeSeries(mailbox, slot.masterId, (master, series) => withException(master, series, slot.day, event));
      return;
    }
    const before = mailbox.events.get(event.id);
    mailbox.events.set(event.id, event);
    mailbox.eventIds.set(event.immutableId, event.id);
    if (event.transactionId !== undefined) mailbox.transactions.set(event.transactionId, event.id);
    this.changes.publish({ at: this.clock.now(), mailbox, before, after: event });
  }

  /** Removes the event; an occurrence alone leaves a cancelled slot in its series. */
  removeEvent(mailbox: Mailbox, event: EventRow): void {
    const { slot } = event;
    if (slot !== undefined) {
      this.#changeSeries(mailbox, slot.masterId, (_, series) => withoutSlot(series, slot.day));
      return;
    }
    if (!mailbox.events.delete(event.id)) return;
    mailbox.eventIds.delete(event.immutableId);
    this.changes.publish({ at: this.clock.now(), mailbox, before: event, after: undefined });
  }

  #changeSeries(mailbox: Mailbox, masterId: string, change: (master: EventRow, series: Series) => Series): void {
    const master = mailbox.events.get(masterId);
    if (master?.series === undefined) return;
    this.putEvent(mailbox, {
      ...master,
      series: change(master, master.series),
      changeKey: this.ids.changeKey(),
      modifiedAt: this.clock.now(),
    });
  }

  /** Forgets everything and starts the ids again; listeners of the change feed stay. */
  clear(): void {
    this.tenants.clear();
    this.apps.clear();
    this.changes.clear();
    this.signIns.clear();
    this.uploads.clear();
    this.subscriptions.clear();
    this.rowSources.length = 0;
    this.ids.reset();
  }
}

function addressesOf({ mail, aliases = [] }: User): readonly string[] {
  return mail === null ? aliases : [mail, ...aliases];
}
