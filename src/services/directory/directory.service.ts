import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import {
  type DirectoryPage,
  type GraphClient,
  type GraphGroup,
  type GraphUser,
  getGroup,
  groupPeople,
  listRooms,
  searchGroups,
  searchUsers,
} from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Database } from "../../store/database.js";
import type { Mailbox } from "../mailboxes/mailbox.model.js";
import { toMailbox } from "../mailboxes/mailbox-mapper.js";
import { notFound } from "../outcomes.js";
import type { DirectoryGroup, DirectoryGroupKind, DirectoryUser, FoundPage } from "./directory.model.js";
import { askDirectory, type DirectoryAccess, type DirectoryPart, type DirectoryWay } from "./directory-access.js";
import type { DirectoryCursors } from "./directory-cursor.js";
import { type DirectoryPerson, peopleSelect, toPerson } from "./directory-people.js";

const GROUP_SELECT = ["displayName", "mail", "description", "groupTypes", "mailEnabled", "securityEnabled"];
const LONGEST_SEARCH = 100;
const MOST_ROOMS = 5_000;
/** Graph's object ids are GUIDs; nothing else becomes a part of a path. */
const OBJECT_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export interface DirectoryServiceDeps {
  readonly db: Database;
  readonly graph: GraphClient;
  readonly directory: DirectoryAccess;
  readonly cursors: DirectoryCursors;
}

export interface DirectoryWindow {
  readonly first: number;
  readonly after?: string | undefined;
  /** Whether it is wanted who is a room, which takes further requests. */
  readonly withRooms?: boolean;
}

/**
 * The directory of a connection's tenant, for those who specify mailboxes: whoever is found can only then be reached
 * when an administrator specifies the mailbox.
 */
export class DirectoryService {
  constructor(private readonly deps: DirectoryServiceDeps) {}

  /** @throws AppError CONSENT_MISSING, CONNECTION_UNUSABLE, or INVALID_INPUT for the text or the cursor. */
  async searchUsers(
    viewer: Viewer,
    connectionId: string,
    text: string,
    window: DirectoryWindow,
    call: Call,
  ): Promise<FoundPage<DirectoryUser>> {
    const search = searchText(text);
    const { row, way } = await this.#open(viewer, connectionId, ["people"], call);
    return this.#people(row, way, ["users", search], window, call, (input) =>
      searchUsers(this.deps.graph, way.connection, { ...input, search }, call),
    );
  }

  async searchGroups(
    viewer: Viewer,
    connectionId: string,
    text: string,
    { first, after }: DirectoryWindow,
    call: Call,
  ): Promise<FoundPage<DirectoryGroup>> {
    const search = searchText(text);
    const { way } = await this.#open(viewer, connectionId, ["groups"], call);
    const question = [connectionId, "groups", search];
    const link = this.#link(after, question);
    const page = await askDirectory("groups", "group", () =>
      searchGroups(this.deps.graph, way.connection, { search, select: GROUP_SELECT, top: first, link }, call),
    );
    return { items: page.items.map((group) => toGroup(connectionId, group)), endCursor: this.#cursor(page, question) };
  }

  async group(viewer: Viewer, connectionId: string, id: string, call: Call): Promise<DirectoryGroup> {
    if (!OBJECT_ID.test(id)) throw notFound("group");
    const { way } = await this.#open(viewer, connectionId, ["groups"], call);
    const group = await askDirectory("groups", "group", () =>
      getGroup(this.deps.graph, way.connection, { id, select: GROUP_SELECT }, call),
    );
    return toGroup(connectionId, group);
  }

  /** The people of a group and of the groups within it. */
  async groupPeople(
    viewer: Viewer,
    { connectionId, id }: Pick<DirectoryGroup, "connectionId" | "id">,
    window: DirectoryWindow,
    call: Call,
  ): Promise<FoundPage<DirectoryUser>> {
    if (!OBJECT_ID.test(id)) throw notFound("group");
    const { row, way } = await this.#open(viewer, connectionId, ["groups", "people"], call);
    return this.#people(row, way, ["members", id.toLowerCase()], window, call, (input) =>
      groupPeople(this.deps.graph, way.connection, { ...input, id }, call),
    );
  }

  async #open(viewer: Viewer, connectionId: string, parts: readonly DirectoryPart[], call: Call) {
    const row = (await this.deps.db.connections.byIds([connectionId], viewer.organizationId)).get(connectionId);
    if (row === undefined) throw notFound("connection");
    assertCan(viewer, "mailbox:manage", row.organizationId);
    return { row, way: await this.deps.directory.open(row, parts, call) };
  }

  async #people(
    row: ConnectionRow,
    way: DirectoryWay,
    asked: readonly string[],
    { first, after, withRooms = false }: DirectoryWindow,
    call: Call,
    read: (input: {
      readonly select: readonly string[];
      readonly top: number;
      readonly link: string | undefined;
    }) => Promise<DirectoryPage<GraphUser>>,
  ): Promise<FoundPage<DirectoryUser>> {
    const question = [row.id, ...asked];
    const link = this.#link(after, question);
    const part = asked[0] === "members" ? "groups" : "people";
    const [page, rooms] = await Promise.all([
      askDirectory(part, part === "groups" ? "group" : "user", () =>
        read({ select: peopleSelect(way), top: first, link }),
      ),
      withRooms && way.hasRooms ? this.#rooms(way, call) : null,
    ]);
    const people = page.items.map((user) => toPerson(user, way));
    const specified = await this.#specified(row, people);
    const items = people.map((person) => ({
      ...person,
      isRoom: rooms === null ? null : person.addresses.some((address) => rooms.has(address)),
      mailbox: specified(person),
    }));
    return { items, endCursor: this.#cursor(page, question) };
  }

  async #rooms(way: DirectoryWay, call: Call): Promise<ReadonlySet<string>> {
    const input = { maxItems: MOST_ROOMS };
    const { items } = await askDirectory("rooms", "room", () =>
      listRooms(this.deps.graph, way.connection, input, call),
    );
    return new Set(items.flatMap(({ emailAddress }) => emailAddress?.toLowerCase() ?? []));
  }

  /** Which of them are specified by now, by Graph's id first. */
  async #specified(
    { id, organizationId }: ConnectionRow,
    people: readonly DirectoryPerson[],
  ): Promise<(person: DirectoryPerson) => Mailbox | null> {
    const addresses = people.flatMap((person) => person.addresses);
    const rows = await this.deps.db.mailboxes.manyOf(id, { addresses, graphUserIds: people.map((one) => one.id) });
    const mailboxes = rows.filter((row) => row.organizationId === organizationId).map(toMailbox);
    return (person) =>
      mailboxes.find(({ graphUserId }) => graphUserId?.toLowerCase() === person.id) ??
      mailboxes.find(({ graphUserId, address }) => graphUserId === null && person.addresses.includes(address)) ??
      null;
  }

  #link(after: string | undefined, question: readonly string[]): string | undefined {
    return after === undefined ? undefined : this.deps.cursors.linkOf(after, question);
  }

  #cursor({ nextLink }: DirectoryPage<unknown>, question: readonly string[]): string | null {
    return nextLink === null ? null : this.deps.cursors.cursorOf(nextLink, question);
  }
}

function searchText(text: string): string {
  const search = text.trim();
  if (search !== "" && search.length <= LONGEST_SEARCH && !/\p{C}/u.test(search)) return search;
  throw new AppError("INVALID_INPUT", `\`search\` is a name or an address of 1 to ${LONGEST_SEARCH} characters.`, {
    path: ["search"],
  });
}

function toGroup(connectionId: string, group: GraphGroup): DirectoryGroup {
  const { id, displayName, mail, description } = group;
  return {
    connectionId,
    id: id ?? "",
    displayName: displayName || null,
    mail: mail?.toLowerCase() || null,
    description: description || null,
    groupKind: kindOf(group),
  };
}

function kindOf({ groupTypes, mailEnabled, securityEnabled }: GraphGroup): DirectoryGroupKind {
  if (groupTypes?.includes("Unified")) return "MICROSOFT_365";
  if (mailEnabled !== true) return "SECURITY";
  return securityEnabled === true ? "MAIL_ENABLED_SECURITY" : "DISTRIBUTION";
}
