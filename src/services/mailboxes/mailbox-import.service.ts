import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Mailbox as MailboxEntity } from "../../entities/mailbox.entity.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { Database, Repositories } from "../../store/database.js";
import type { DirectoryPerson } from "../directory/directory-people.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import { notFound } from "../outcomes.js";
import { KnownMailboxes } from "./known-mailboxes.js";
import type { Mailbox } from "./mailbox.model.js";
import { addressFor, keepAliases, recordIdentity } from "./mailbox-identity.js";
import { toMailbox } from "./mailbox-mapper.js";
import { type MailboxRow, problemOf } from "./mailbox-rows.js";
import { type MailboxSource, type MailboxSources, MOST_ROWS, type ReadRows } from "./mailbox-sources.js";

export const MAILBOX_ROW_OUTCOMES = ["CREATED", "ALREADY_SPECIFIED", "REFUSED"] as const;
export type MailboxRowOutcome = (typeof MAILBOX_ROW_OUTCOMES)[number];

/** What became of one row. */
export interface MailboxRowResult {
  /** Place in the list, or line of the CSV text, from 1. */
  readonly line: number;
  readonly address: string;
  readonly displayName: string | null;
  readonly outcome: MailboxRowOutcome;
  /** Null for a refused row, and for one that a dry run would create. */
  readonly mailbox: Mailbox | null;
  readonly field: string | null;
  readonly message: string | null;
}

export interface MailboxRemoval {
  readonly id: string;
  readonly isDeleted: boolean;
}

export interface MailboxImportDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly sources: MailboxSources;
  readonly views: ViewForgetter;
}

/** Many mailboxes at once. A row that cannot be used is told and leaves the others alone; a repeated call changes nothing. */
export class MailboxImportService {
  constructor(private readonly deps: MailboxImportDeps) {}

  /** All good rows in one transaction. @throws AppError where the whole input cannot be used. */
  async createMany(
    viewer: Viewer,
    input: { readonly connectionId: string; readonly source: MailboxSource; readonly dryRun: boolean },
    call: Call,
  ): Promise<readonly MailboxRowResult[]> {
    const { connectionId, source, dryRun } = input;
    const row = (await this.deps.db.connections.byIds([connectionId], viewer.organizationId)).get(connectionId);
    if (row === undefined) throw notFound("connection", ["connectionId"]);
    assertCan(viewer, "mailbox:manage", row.organizationId);
    const read = await this.deps.sources.read(row, source, call);
    return this.deps.db.transaction((repositories) => this.#store(repositories, row, read, dryRun));
  }

  /** Ids that are not there, or are hidden, are told and change nothing. */
  async deleteMany(viewer: Viewer, ids: readonly string[]): Promise<readonly MailboxRemoval[]> {
    assertCan(viewer, "mailbox:manage");
    if (ids.length === 0 || ids.length > MOST_ROWS) {
      throw new AppError("LIMIT_EXCEEDED", `Name 1 to ${MOST_ROWS} mailboxes.`, {
        path: ["ids"],
        limit: { name: "mailboxes", max: MOST_ROWS, actual: ids.length },
      });
    }
    const found = await this.deps.db.mailboxes.byIds(ids, viewer.organizationId);
    for (const { organizationId } of found.values()) assertCan(viewer, "mailbox:manage", organizationId);
    const deleted = await this.deps.db.transaction(async ({ mailboxes }) => {
      const gone = new Set<string>();
      for (const id of found.keys()) if (await mailboxes.delete(id)) gone.add(id);
      return gone;
    });
    for (const connectionId of new Set([...found.values()].map((row) => row.connectionId))) {
      await this.deps.views.forget(connectionId);
    }
    return ids.map((id) => ({ id, isDeleted: deleted.has(id) }));
  }

  async #store(
    repositories: Repositories,
    connection: ConnectionRow,
    { rows, people }: ReadRows,
    dryRun: boolean,
  ): Promise<readonly MailboxRowResult[]> {
    const good = rows.filter((row) => problemOf(row) === undefined).map((row) => toFind(row, people));
    const known = await KnownMailboxes.of(repositories, connection, good);
    const results: MailboxRowResult[] = [];
    // A dry run creates nothing, so it remembers which rows would have.
    const planned = new Map<string, number>();
    for (const row of rows) {
      const problem = problemOf(row);
      if (problem !== undefined) {
        results.push(result(row, "REFUSED", null, problem));
        continue;
      }
      results.push(await this.#storeRow(repositories, connection, row, { known, people, planned, dryRun }));
    }
    return results;
  }

  async #storeRow(
    repositories: Repositories,
    connection: ConnectionRow,
    row: MailboxRow,
    at: {
      readonly known: KnownMailboxes;
      readonly people: ReadRows["people"];
      readonly planned: Map<string, number>;
      readonly dryRun: boolean;
    },
  ): Promise<MailboxRowResult> {
    const { known, people, planned, dryRun } = at;
    const wanted = toFind(row, people);
    const { address, person } = wanted;
    const found = known.find(wanted);
    if (found.kind === "reassigned") return result(row, "REFUSED", null, REASSIGNED);
    if (found.kind === "mailbox") {
      const same = dryRun ? found.row : await this.#noteIdentity(repositories, found.row, person, known);
      return result(row, "ALREADY_SPECIFIED", toMailbox(same), alias(address, same.address));
    }
    const hint = people !== null && person === undefined ? UNKNOWN_ADDRESS : undefined;
    if (dryRun) {
      const key = person?.id ?? address;
      const line = planned.get(key);
      planned.set(key, line ?? row.line);
      return line === undefined
        ? result(row, "CREATED", null, hint)
        : result(row, "ALREADY_SPECIFIED", null, { field: null, message: `The same mailbox as in row ${line}.` });
    }
    const created = await this.#insert(repositories, connection, row, wanted, known);
    known.put(created);
    return result(row, "CREATED", toMailbox(created), hint);
  }

  async #insert(
    repositories: Repositories,
    { id: connectionId, organizationId }: ConnectionRow,
    { displayName }: MailboxRow,
    { address, person }: ReturnType<typeof toFind>,
    known: KnownMailboxes,
  ): Promise<MailboxEntity> {
    const values = { organizationId, connectionId, displayName, state: "UNVERIFIED" } as const;
    if (person === undefined) return repositories.mailboxes.insert({ ...values, address });
    const created = await repositories.mailboxes.insert({
      ...values,
      address: addressFor(person, address, (one) => known.isTaken(one, null)),
      graphUserId: person.id,
      identityReadAt: new Date(this.deps.clock.now()),
    });
    await keepAliases(repositories, created, person);
    return created;
  }

  async #noteIdentity(
    repositories: Repositories,
    row: MailboxEntity,
    person: DirectoryPerson | undefined,
    known: KnownMailboxes,
  ): Promise<MailboxEntity> {
    if (person === undefined || row.identityReadAt !== null) return row;
    const address = addressFor(person, row.address, (one) => known.isTaken(one, row.id));
    const changed = await recordIdentity(repositories, row, person, { address, now: this.deps.clock.now() });
    known.put(changed);
    return changed;
  }
}

const REASSIGNED = {
  field: "address",
  message:
    "This address now belongs to somebody else than the specified mailbox that has it here. Use `refreshMailbox` on that one first.",
};
const UNKNOWN_ADDRESS = {
  field: null,
  message: "The directory knows nobody with this address, so it may be misspelled; it was taken as it is.",
};

function toFind({ address, person }: MailboxRow, people: ReadRows["people"]) {
  const lower = address.toLowerCase();
  return { address: lower, person: person ?? people?.get(lower) };
}

function alias(given: string, own: string) {
  if (given === own) return undefined;
  return { field: null, message: `It is another address of the specified mailbox ${own}.` };
}

function result(
  { line, address, displayName }: MailboxRow,
  outcome: MailboxRowOutcome,
  mailbox: Mailbox | null,
  said: { readonly field: string | null; readonly message: string } | undefined,
): MailboxRowResult {
  return {
    line,
    address: address.toLowerCase(),
    displayName,
    outcome,
    mailbox,
    field: said?.field ?? null,
    message: said?.message ?? null,
  };
}
