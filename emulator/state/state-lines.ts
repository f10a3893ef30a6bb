import type { Tenant, User } from "../core/directory.model.js";
import type { EventRow } from "../core/mailbox.model.js";
import { type PendingRows, type RowSource, StoredMailbox } from "../core/stored-mailbox.js";
import type { World } from "../core/world.js";
import { Organization, type OrganizationInput } from "../seed/organization/organization.js";
import { decode, encode, type MailboxMaker } from "./codec.js";

const FORMAT = "tenant-emulator-state";
/** Goes up whenever a state of before can no longer be read. */
const VERSION = 1;

/** A text that is no state, or one that this emulator cannot read. */
export class StateError extends Error {
  override readonly name = "StateError";
}

/** The state as lines of JSON: a head, then every tenant, then every user. Secrets of applications are among it. */
export function* stateLines({ clock, store }: World): Generator<string, void> {
  const { signIns } = store;
  const head = {
    apps: store.apps,
    subscriptions: store.subscriptions,
    uploads: store.uploads,
    organizations: store.rowSources.map(({ input }) => input),
    codes: signIns.codes,
    refreshTokens: signIns.refreshTokens,
    sessions: signIns.sessions,
    opaqueTokens: signIns.opaqueTokens,
  };
  const facts = {
    format: FORMAT,
    version: VERSION,
    savedAt: new Date().toISOString(),
    clockOffsetMs: clock.offsetMs(),
    idCount: store.ids.count,
    changes: store.changes.sequence,
  };
  yield JSON.stringify({ ...facts, head: encode(head) });
  for (const { users: _users, userIdsByName: _names, userIdsByMail: _mails, ...tenant } of store.tenants.values()) {
    yield JSON.stringify({ tenant: encode(tenant) });
  }
  for (const { users } of store.tenants.values()) {
    for (const user of users.values()) yield JSON.stringify({ user: encode(user) });
  }
}

/**
 * Reads lines of a state; what is returned puts it in place of what the world holds. Throws `StateError` and leaves the
 * world alone when it cannot.
 */
export function readStateLines(lines: Iterable<string>): (world: World) => void {
  const records = parsed(lines);
  const [first, ...others] = records;
  const { clockOffsetMs, idCount, changes, head: encodedHead } = assertHead(first);
  try {
    const bare = decode(encodedHead, () => undefined) as StateHead;
    const sources = bare.organizations.map((input) => new Organization(input));
    const values = others.map((record) => decode(record, mailboxMaker(sources)) as { tenant?: Tenant; user?: User });
    return (world) => {
      const { store, clock } = world;
      clock.advance(clockOffsetMs - clock.offsetMs());
      store.ids.count = idCount;
      store.changes.restart(changes);
      store.rowSources.push(...sources);
      for (const name of ["codes", "refreshTokens", "sessions", "opaqueTokens"] as const) {
        putAll(store.signIns[name], bare[name]);
      }
      for (const name of ["apps", "subscriptions", "uploads"] as const) putAll(store[name], bare[name]);
      for (const { tenant, user } of values) {
        if (tenant !== undefined) {
          const people = { users: new Map(), userIdsByName: new Map(), userIdsByMail: new Map() };
          store.tenants.set(tenant.id, { ...tenant, ...people });
        }
        const home = user && store.tenants.get(user.tenantId);
        if (home !== undefined && user !== undefined) store.putUser(home, user);
      }
    };
  } catch (error) {
    throw new StateError(`The state is damaged: ${error instanceof Error ? error.message : error}`);
  }
}

type SavedMap = ReadonlyMap<string, never>;
type StateHead = Readonly<
  Record<"apps" | "subscriptions" | "uploads" | "codes" | "refreshTokens" | "sessions" | "opaqueTokens", SavedMap>
> & { readonly organizations: readonly OrganizationInput[] };

function putAll(target: { set(key: string, value: never): unknown }, source: SavedMap): void {
  for (const [key, value] of source) target.set(key, value);
}

function parsed(lines: Iterable<string>): unknown[] {
  const records: unknown[] = [];
  for (const line of lines) {
    try {
      if (line !== "") records.push(JSON.parse(line));
    } catch {
      throw new StateError(`Line ${records.length + 1} of the state is no JSON; the file is cut or was changed.`);
    }
  }
  return records;
}

function assertHead(record: unknown): { clockOffsetMs: number; idCount: number; changes: number; head: unknown } {
  const facts = (typeof record === "object" && record !== null ? record : {}) as Record<string, unknown>;
  if (facts.format !== FORMAT) throw new StateError("This is no state of the tenant emulator.");
  if (facts.version !== VERSION) {
    throw new StateError(
      `This is a state of version ${String(facts.version)}; this emulator reads version ${VERSION}.`,
    );
  }
  const number = (name: string) => {
    const value = facts[name];
    if (typeof value !== "number") throw new StateError(`The state is damaged: "${name}" is no number.`);
    return value;
  };
  return {
    clockOffsetMs: number("clockOffsetMs"),
    idCount: number("idCount"),
    changes: number("changes"),
    head: facts.head,
  };
}

const mailboxMaker =
  (sources: readonly RowSource[]): MailboxMaker =>
  ({ tenantId, userId, owner, defaultGroupId, isPending, rows, transactions, ...members }) => {
    const saved = rows as readonly EventRow[] | undefined;
    const pending: PendingRows | undefined = isPending
      ? sources.map((source) => source.rowsFor(String(userId))).find((found) => found !== undefined)
      : () => saved ?? [];
    if (pending === undefined) throw new StateError(`Nothing is known of the calendar of "${String(userId)}".`);
    const mailbox = new StoredMailbox(
      String(tenantId),
      String(userId),
      owner as StoredMailbox["owner"],
      String(defaultGroupId),
      { pending },
    );
    Object.assign(mailbox, members);
    for (const [key, value] of (transactions as Map<string, string> | undefined) ?? []) {
      mailbox.transactions.set(key, value);
    }
    return mailbox;
  };
