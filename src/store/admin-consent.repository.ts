import { In } from "typeorm";
import { AdminConsent } from "../entities/admin-consent.entity.js";
import type { Clock } from "../lib/clock.js";
import { newRowId } from "../lib/ids.js";
import type { RowAccess } from "./row-access.js";
import { RowTable } from "./row-table.js";

export type NewAdminConsent = Pick<
  AdminConsent,
  "organizationId" | "connectionId" | "tenantId" | "granted" | "missing"
>;

export class AdminConsentRepository {
  readonly #access: RowAccess;
  readonly #table: RowTable<AdminConsent>;
  readonly #clock: Clock;

  constructor(access: RowAccess, clock: Clock) {
    this.#access = access;
    this.#table = new RowTable(access, AdminConsent);
    this.#clock = clock;
  }

  /** The last consent of each connection. */
  latestOf(connectionIds: readonly string[], organizationId: string | null): Promise<Map<string, AdminConsent>> {
    const scope = organizationId === null ? {} : { organizationId };
    const where = { ...scope, connectionId: In([...new Set(connectionIds)]) };
    return this.#access.read(async (manager) => {
      const rows = await manager.find(AdminConsent, { where, order: { consentedAt: "ASC" } });
      return new Map(rows.map((row) => [row.connectionId, row]));
    });
  }

  /** Notes a consent; a later one of the same tenant takes the place of the earlier. */
  async put(values: NewAdminConsent): Promise<AdminConsent> {
    const consentedAt = new Date(this.#clock.now());
    const { connectionId, tenantId } = values;
    await this.#access.write((manager) => manager.delete(AdminConsent, { connectionId, tenantId }));
    return this.#table.insert({ ...values, id: newRowId(), consentedAt, rowVersion: 1 });
  }
}
