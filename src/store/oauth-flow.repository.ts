import { type EntityManager, IsNull, LessThan, MoreThan, Not } from "typeorm";
import { OauthFlow, type OauthFlowKind } from "../entities/oauth-flow.entity.js";
import type { Clock } from "../lib/clock.js";
import { newRowId } from "../lib/ids.js";
import { storedMoment } from "./moment.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

export type NewOauthFlow = Pick<
  OauthFlow,
  | "organizationId"
  | "connectionId"
  | "mailboxId"
  | "invitationId"
  | "kind"
  | "authority"
  | "expectedAddress"
  | "handleHash"
  | "expiresAt"
>;

/** What a browser brings in when it begins. */
export type FlowAttempt = Pick<OauthFlow, "stateHash" | "bindingHash" | "attemptSealed">;

/** Flows are found by what only their own browser and Microsoft know, so reads carry no viewer. */
export class OauthFlowRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<OauthFlow>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#access = access;
    this.#table = new RowTable(access, OauthFlow);
    this.#clock = clock;
  }

  byHandleHash(handleHash: string): Promise<OauthFlow | null> {
    return this.#table.one({ handleHash });
  }

  byStateHash(stateHash: string, kind: OauthFlowKind): Promise<OauthFlow | null> {
    return this.#table.one({ stateHash, kind });
  }

  byId(id: string): Promise<OauthFlow | null> {
    return this.#table.one({ id });
  }

  /** Flows of a kind that an organization has begun and that can still be used. */
  countOpen(organizationId: string, kind: OauthFlowKind): Promise<number> {
    const where = { organizationId, kind, usedAt: IsNull(), expiresAt: MoreThan(this.#stored()) };
    return this.#access.read((manager) => manager.count(OauthFlow, { where }));
  }

  /** Flows that were begun from one invitation and that can still be used. */
  countOpenOfInvitation(invitationId: string): Promise<number> {
    const where = { invitationId, usedAt: IsNull(), expiresAt: MoreThan(this.#stored()) };
    return this.#access.read((manager) => manager.count(OauthFlow, { where }));
  }

  insert(values: NewOauthFlow): Promise<OauthFlow> {
    return this.#table.insert({ ...values, id: newRowId(), createdAt: this.#now(), rowVersion: 1 });
  }

  /** A browser begins: a later one takes the place of an earlier one. Null when the flow is used or too old. */
  start(id: string, attempt: FlowAttempt): Promise<OauthFlow | null> {
    return this.#table.update(id, this.#usable(), { ...attempt, startedAt: this.#now() });
  }

  /** Takes the flow, once for ever, in one statement. Null when somebody else did, or when it is too old by now. */
  use(flow: Pick<OauthFlow, "id" | "stateHash">): Promise<OauthFlow | null> {
    if (flow.stateHash === null) return Promise.resolve(null);
    const where = { ...this.#usable(), stateHash: flow.stateHash };
    return this.#table.update(flow.id, where, { usedAt: this.#now(), attemptSealed: null });
  }

  async setOutcome(id: string, outcome: object): Promise<void> {
    await this.#table.update(id, { usedAt: Not(IsNull()) }, { outcome });
  }

  /** Ends all open flows of an invitation or a mailbox, or of a connection when neither is given. */
  async cancel(of: {
    readonly connectionId: string;
    readonly mailboxId?: string;
    readonly invitationId?: string;
  }): Promise<void> {
    await this.#access.write((manager) =>
      manager.update(OauthFlow, { ...of, usedAt: IsNull() }, { usedAt: this.#now(), attemptSealed: null }),
    );
  }

  /** Deletes what expired before that moment; gives their number. */
  async sweep(before: Date): Promise<number> {
    const remove = async (manager: EntityManager) =>
      manager.delete(OauthFlow, { expiresAt: LessThan(storedMoment(before.getTime())) });
    return (await this.#access.write(remove)).affected ?? 0;
  }

  #usable() {
    return { usedAt: IsNull(), expiresAt: MoreThan(this.#stored()) };
  }

  #stored(): Date {
    return storedMoment(this.#clock.now());
  }

  #now(): Date {
    return new Date(this.#clock.now());
  }
}
