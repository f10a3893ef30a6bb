import { PERSONAL_ACCOUNTS_TENANT } from "../../auth/tenant-lookup.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import type { Call } from "../../lib/call.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import { notFound } from "../outcomes.js";
import { type AddressSubject, type OutsideGate, OutsideGates, type OutsideGatesDeps } from "./outside-gate.js";
import type { ScheduleSubject } from "./schedule.model.js";
import type { ScheduleOwner } from "./schedule-assembly.js";
import { notSpecified, personalAccount } from "./schedule-failure.js";

/** Whose schedule is asked for, and through what. */
export interface ScheduleTarget {
  readonly owner: ScheduleOwner;
  /** Mailboxes of one connection that may ask: the owner's own, or others where it is not specified. */
  readonly askers: readonly [OpenMailbox, ...OpenMailbox[]] | Error;
}

type FindRow = (subject: ScheduleSubject) => MailboxRow | undefined;

/** Decides whose schedules a viewer may be told, and which mailboxes may ask: the one gate before getSchedule. */
export class ScheduleTargets {
  readonly #gates: OutsideGates;

  constructor(private readonly deps: OutsideGatesDeps) {
    this.#gates = new OutsideGates(deps);
  }

  /** For each subject its target, in the order of the subjects. */
  async locate(viewer: Viewer, subjects: readonly ScheduleSubject[], call: Call): Promise<readonly ScheduleTarget[]> {
    const rowOf = await this.#specified(viewer, subjects);
    const opened = await this.#opened(
      viewer,
      subjects.flatMap((subject) => rowOf(subject) ?? []),
    );
    const gates = new Map<string, Promise<OutsideGate | Error>>();
    const gateFor = (subject: AddressSubject) => {
      const key = JSON.stringify({ ...subject, address: null });
      const gate = gates.get(key) ?? this.#gates.open(viewer, subject, call).catch(asError);
      gates.set(key, gate);
      return gate;
    };
    return Promise.all(
      subjects.map(async (subject): Promise<ScheduleTarget> => {
        const row = rowOf(subject);
        if (row !== undefined) {
          const mailbox = opened.get(row.id) ?? notFound("mailbox", ["mailboxId"]);
          const owner = { address: row.address, mailboxId: row.id };
          return { owner, askers: mailbox instanceof Error ? mailbox : [mailbox] };
        }
        if (subject.kind === "mailbox") {
          return { owner: { address: "", mailboxId: null }, askers: notFound("mailbox", ["mailboxId"]) };
        }
        const address = subject.address.toLowerCase();
        return { owner: { address, mailboxId: null }, askers: through(await gateFor(subject), address) };
      }),
    );
  }

  /** Finds the row of a subject among the specified mailboxes that the viewer may see. */
  async #specified(viewer: Viewer, subjects: readonly ScheduleSubject[]): Promise<FindRow> {
    const { mailboxes, connections } = this.deps.db;
    const ids = subjects.flatMap((subject) => (subject.kind === "mailbox" ? subject.mailboxId : []));
    const byId = await mailboxes.byIds(ids, viewer.organizationId);
    const roomConnections = subjects.flatMap((subject) => (subject.kind === "room" ? subject.connectionId : []));
    const ofRooms = await connections.byIds(roomConnections, viewer.organizationId);
    const addresses = new Map<string, string[]>();
    for (const subject of subjects) {
      if (subject.kind === "mailbox") continue;
      const organizationId = organizationOf(subject, ofRooms);
      if (organizationId === undefined) continue;
      addresses.set(organizationId, [...(addresses.get(organizationId) ?? []), subject.address]);
    }
    const byAddress = new Map<string, readonly MailboxRow[]>();
    for (const [organizationId, wanted] of addresses) {
      for (const row of await mailboxes.byAddresses(organizationId, wanted)) {
        const key = `${organizationId} ${row.address}`;
        byAddress.set(key, [...(byAddress.get(key) ?? []), row]);
      }
    }
    return (subject) => {
      if (subject.kind === "mailbox") {
        const row = byId.get(subject.mailboxId);
        return subject.organizationId === undefined || row?.organizationId === subject.organizationId ? row : undefined;
      }
      const rows = byAddress.get(`${organizationOf(subject, ofRooms)} ${subject.address.toLowerCase()}`) ?? [];
      const { connectionId } = subject;
      return connectionId === null ? rows[0] : rows.find((row) => row.connectionId === connectionId);
    };
  }

  async #opened(viewer: Viewer, rows: readonly MailboxRow[]): Promise<ReadonlyMap<string, OpenMailbox | Error>> {
    const ids = rows.map(({ id }) => id);
    const opened = new Map(await this.deps.mailboxes.openMany(viewer, "event:read", ids));
    for (const id of await this.#personal(viewer, rows)) opened.set(id, personalAccount());
    return opened;
  }

  /** Mailboxes of personal accounts, for which Microsoft has no getSchedule. */
  async #personal(viewer: Viewer, rows: readonly MailboxRow[]): Promise<readonly string[]> {
    const { connections, mailboxGrants } = this.deps.db;
    const ids = [...new Set(rows.map(({ connectionId }) => connectionId))];
    const byId = await connections.byIds(ids, viewer.organizationId);
    const delegated = rows.filter(({ connectionId }) => byId.get(connectionId)?.access === "DELEGATED");
    if (delegated.length === 0) return [];
    const grants = await mailboxGrants.byMailboxes(
      delegated.map(({ id }) => id),
      viewer.organizationId,
    );
    const isPersonal = ({ id, connectionId }: MailboxRow) =>
      byId.get(connectionId)?.supportedAccountTypes === "PERSONAL_ONLY" ||
      grants.get(id)?.tenantId === PERSONAL_ACCOUNTS_TENANT;
    return delegated.filter(isPersonal).map(({ id }) => id);
  }
}

function organizationOf(subject: AddressSubject, ofRooms: ReadonlyMap<string, ConnectionRow>): string | undefined {
  return subject.kind === "address" ? subject.organizationId : ofRooms.get(subject.connectionId)?.organizationId;
}

function through(gate: OutsideGate | Error, address: string): ScheduleTarget["askers"] {
  if (gate instanceof Error) return gate;
  const [first, ...others] = gate.askers;
  return first !== undefined && gate.allows(address) ? [first, ...others] : notSpecified();
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error("not an error", { cause: error });
}
