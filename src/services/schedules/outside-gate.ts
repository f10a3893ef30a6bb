import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Call } from "../../lib/call.js";
import type { Database } from "../../store/database.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import type { RoomDirectory } from "../rooms/room-directory.js";
import type { ScheduleSubject } from "./schedule.model.js";
import { notSpecified } from "./schedule-failure.js";

/** Connections of one organization that are looked through for one that may answer. */
const MOST_CONNECTIONS = 100;
/** Mailboxes of a connection that are tried as the one that asks. */
const MOST_ASKERS = 3;

/** A subject that may be no specified mailbox. */
export type AddressSubject = Exclude<ScheduleSubject, { readonly kind: "mailbox" }>;

/** A connection that answers for addresses beyond its specified mailboxes. */
export interface OutsideGate {
  readonly askers: readonly OpenMailbox[];
  allows(address: string): boolean;
}

export interface OutsideGatesDeps {
  readonly db: Database;
  readonly mailboxes: MailboxAccess;
  readonly rooms: RoomDirectory;
}

/**
 * getSchedule through any mailbox in reach tells of everybody in the tenant, whatever policy limits the application. So
 * addresses that nobody specified are answered only where a connection's `freeBusyReach` says so.
 */
export class OutsideGates {
  constructor(private readonly deps: OutsideGatesDeps) {}

  /** @throws AppError NOT_FOUND where no connection may answer; others where its mailboxes or rooms cannot be asked. */
  async open(viewer: Viewer, subject: AddressSubject, call: Call): Promise<OutsideGate> {
    const connection = await this.#answering(viewer, subject);
    if (connection === undefined) throw notSpecified();
    assertCan(viewer, "event:read", connection.organizationId);
    const askers = await this.#askersOf(viewer, connection);
    // A room comes from the directory already, and whoever may tell of the tenant need not look there.
    if (subject.kind === "room" || connection.freeBusyReach === "TENANT") return { askers, allows: () => true };
    const rooms = await this.deps.rooms.rooms(viewer, connection.id, null, call);
    const addresses = new Set(rooms.map(({ address }) => address));
    return { askers, allows: (address) => addresses.has(address) };
  }

  /** The connection that was named, else the one of the organization that reaches farthest. */
  async #answering(viewer: Viewer, subject: AddressSubject): Promise<ConnectionRow | undefined> {
    const { connections } = this.deps.db;
    if (subject.kind === "room" || subject.connectionId !== null) {
      const { connectionId } = subject;
      const row = (await connections.byIds([connectionId ?? ""], viewer.organizationId)).get(connectionId ?? "");
      const isForeign = subject.kind === "address" && row?.organizationId !== subject.organizationId;
      return row !== undefined && !isForeign && mayAnswer(row) ? row : undefined;
    }
    const filter = { organizationId: subject.organizationId };
    const able = (await connections.page({ first: MOST_CONNECTIONS, filter })).rows.filter(mayAnswer);
    return able.find(({ freeBusyReach }) => freeBusyReach === "TENANT") ?? able[0];
  }

  async #askersOf(viewer: Viewer, { id, organizationId }: ConnectionRow): Promise<readonly OpenMailbox[]> {
    const filter = { organizationId, connectionId: id };
    const { rows } = await this.deps.db.mailboxes.page({ first: MOST_ASKERS, filter });
    const opened = await this.deps.mailboxes.openMany(
      viewer,
      "event:read",
      rows.map((row) => row.id),
    );
    const askers: OpenMailbox[] = [];
    let refusal: Error = notSpecified();
    for (const mailbox of opened.values()) {
      if (mailbox instanceof Error) refusal = mailbox;
      else askers.push(mailbox);
    }
    if (askers.length === 0) throw refusal;
    return askers;
  }
}

/** What a person who signed in may see is that person's, and not their organization's. */
function mayAnswer({ access, freeBusyReach }: ConnectionRow): boolean {
  return access === "APPLICATION" && freeBusyReach !== "SPECIFIED";
}
