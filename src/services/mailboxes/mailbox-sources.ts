import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import { type GraphClient, groupPeople } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { abortSignalOf } from "../../lib/cancellation.js";
import { askDirectory, type DirectoryAccess, type DirectoryWay } from "../directory/directory-access.js";
import { type DirectoryPerson, peopleSelect, toPerson } from "../directory/directory-people.js";
import { peopleByAddress, peopleById } from "../directory/identity-lookup.js";
import { notFound } from "../outcomes.js";
import { readMailboxCsv } from "./mailbox-csv.js";
import type { MailboxRow } from "./mailbox-rows.js";

/** As many mailboxes are specified in one call. */
export const MOST_ROWS = 1_000;
const GROUP_PAGE = 200;
/** More empty pages than any group of that size has. */
const MOST_PAGES = 50;
/** Specifying goes on without the directory when it takes longer. */
const LONGEST_LOOKUP_MS = 10_000;
const OBJECT_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Where the rows come from; exactly one is given. */
export interface MailboxSource {
  readonly mailboxes?: readonly { readonly address: string; readonly displayName?: string | null | undefined }[];
  readonly csv?: string;
  /** Graph's object ids, as the search of the directory gives them. */
  readonly directoryUserIds?: readonly string[];
  /** Graph's object id of a group. */
  readonly fromGroup?: string;
}

/** Rows with what the directory says of them, where it may be asked. */
export interface ReadRows {
  readonly rows: readonly MailboxRow[];
  /** Whose the addresses are; null when the directory was not asked. */
  readonly people: ReadonlyMap<string, DirectoryPerson> | null;
}

/** Reads what is to be specified, and asks the directory whose the addresses are. */
export class MailboxSources {
  constructor(private readonly deps: { readonly graph: GraphClient; readonly directory: DirectoryAccess }) {}

  /** @throws AppError INVALID_INPUT, LIMIT_EXCEEDED, CONSENT_MISSING or what keeps the directory from being asked. */
  async read(row: ConnectionRow, source: MailboxSource, call: Call): Promise<ReadRows> {
    const given = Object.entries(source).filter(([, value]) => value !== undefined && value !== null);
    if (given.length !== 1) {
      throw new AppError("INVALID_INPUT", "Give one of `mailboxes`, `csv`, `directoryUserIds` and `fromGroup`.");
    }
    if (source.directoryUserIds !== undefined) return this.#byIds(row, source.directoryUserIds, call);
    if (source.fromGroup !== undefined) return this.#byGroup(row, source.fromGroup, call);
    const rows = source.csv === undefined ? listed(source.mailboxes ?? []) : readMailboxCsv(source.csv, MOST_ROWS);
    assertRows(rows.length, source.csv === undefined ? "mailboxes" : "csv");
    return {
      rows,
      people: await this.peopleOf(
        row,
        rows.map(({ address }) => address.toLowerCase()),
        call,
      ),
    };
  }

  /**
   * Whose the addresses are, where the connection may read the directory and has been seen to work; null otherwise.
   * Nothing is refused because the directory could not be asked: mailboxes can be specified before anything works.
   */
  async peopleOf(
    row: ConnectionRow,
    addresses: readonly string[],
    call: Call,
  ): Promise<ReadonlyMap<string, DirectoryPerson> | null> {
    if (row.state !== "ACTIVE" && row.state !== "DEGRADED") return null;
    const patience = AbortSignal.timeout(LONGEST_LOOKUP_MS);
    const limited = { ...call, signal: AbortSignal.any([abortSignalOf(call.signal), patience]) };
    const askable = addresses.filter((address) => address.includes("@") && address.length <= 320);
    try {
      const way = await this.deps.directory.openIfMay(row, limited);
      return way && (await peopleByAddress(this.deps.graph, way, askable, limited));
    } catch (error) {
      call.signal.throwIfAborted();
      if (error instanceof AppError || patience.aborted) return null;
      throw error;
    }
  }

  async #byIds(row: ConnectionRow, ids: readonly string[], call: Call): Promise<ReadRows> {
    assertRows(ids.length, "directoryUserIds");
    for (const [index, id] of ids.entries()) {
      if (!OBJECT_ID.test(id)) {
        const path = ["directoryUserIds", String(index)];
        throw new AppError("INVALID_INPUT", "An id of the directory is a GUID, as `directoryUsers` gives it.", {
          path,
        });
      }
    }
    const way = await this.deps.directory.open(row, ["people"], call);
    const people = await peopleById(this.deps.graph, way, ids, call);
    return named(ids.map((id) => people.get(id.toLowerCase())));
  }

  async #byGroup(row: ConnectionRow, id: string, call: Call): Promise<ReadRows> {
    if (!OBJECT_ID.test(id)) throw notFound("group", ["fromGroup"]);
    const way = await this.deps.directory.open(row, ["groups", "people"], call);
    const people = await this.#peopleOfGroup(way, id, call);
    assertRows(people.length, "fromGroup");
    return named(people);
  }

  async #peopleOfGroup(way: DirectoryWay, id: string, call: Call): Promise<readonly DirectoryPerson[]> {
    const people = new Map<string, DirectoryPerson>();
    let link: string | undefined;
    for (let page = 1; page <= MOST_PAGES && people.size <= MOST_ROWS; page++) {
      const input = { id, select: peopleSelect(way), top: GROUP_PAGE, link };
      const { items, nextLink } = await askDirectory("groups", "group", () =>
        groupPeople(this.deps.graph, way.connection, input, call),
      );
      for (const user of items) people.set(user.id ?? "", toPerson(user, way));
      if (nextLink === null) return [...people.values()];
      link = nextLink;
    }
    throw tooMany(people.size, "fromGroup");
  }
}

function listed(mailboxes: NonNullable<MailboxSource["mailboxes"]>): readonly MailboxRow[] {
  return mailboxes.map(({ address, displayName }, index) => ({
    line: index + 1,
    address: address.trim(),
    displayName: displayName?.trim() || null,
  }));
}

/** Rows that the directory itself names. An id that it does not know leaves a row without an address, which is refused. */
function named(people: readonly (DirectoryPerson | undefined)[]): ReadRows {
  const rows = people.map((person, index) => ({
    line: index + 1,
    address: person?.mail ?? "",
    displayName: person?.displayName ?? null,
    ...(person !== undefined && { person }),
  }));
  const owners = people.flatMap((person) => (person?.mail ? [[person.mail, person] as const] : []));
  return { rows, people: new Map(owners) };
}

function assertRows(count: number, field: string): void {
  if (count > MOST_ROWS) throw tooMany(count, field);
  if (count === 0) throw new AppError("INVALID_INPUT", "There is no mailbox in it.", { path: [field] });
}

function tooMany(count: number, field: string): AppError {
  return new AppError(
    "LIMIT_EXCEEDED",
    `At most ${MOST_ROWS} mailboxes can be specified at once; send them in parts.`,
    {
      path: [field],
      limit: { name: "mailboxes", max: MOST_ROWS, actual: count },
    },
  );
}
