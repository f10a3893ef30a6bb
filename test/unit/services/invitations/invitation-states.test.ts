import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { INVITATION_DELIVERIES } from "../../../../src/entities/invitation.entity.js";
import { silentLogger } from "../../../../src/lib/logger.js";
import { stateOf } from "../../../../src/services/invitations/invitation.model.js";
import { type Database, openDatabase } from "../../../../src/store/database.js";
import { INVITATION_STATES } from "../../../../src/store/invitation.repository.js";
import { connectionOf, contoso } from "../../store/temporary-database.js";

const NOW = 1_800_000_000_000;

let db: Database;
let ids: { readonly organizationId: string; readonly connectionId: string; readonly mailboxId: string };

beforeAll(async () => {
  db = await openDatabase({ url: "sqlite::memory:", log: silentLogger, clock: { now: () => NOW } });
  const { id: organizationId } = await db.organizations.insert(contoso);
  const { id: connectionId } = await db.connections.insert(connectionOf(organizationId));
  const address = "ann@contoso.example";
  const mailbox = await db.mailboxes.insert({ organizationId, connectionId, address, state: "UNVERIFIED" });
  ids = { organizationId, connectionId, mailboxId: mailbox.id };
});
afterAll(() => db.close());

test("an invitation is listed under the one state that it shows, whatever happened to it", async () => {
  const moment = fc.option(fc.constantFrom(NOW - 1, NOW).map((ms) => new Date(ms)));
  const facts = fc.record({
    delivery: fc.constantFrom(...INVITATION_DELIVERIES),
    usedAt: moment,
    revokedAt: moment,
    openedAt: moment,
    expiresAt: fc.constantFrom(NOW - 1, NOW, NOW + 1).map((ms) => new Date(ms)),
  });
  await fc.assert(
    fc.asyncProperty(facts, async ({ usedAt, revokedAt, openedAt, ...rest }) => {
      const row = await db.invitations.insert({
        ...ids,
        ...rest,
        address: "ann@contoso.example",
        note: null,
        tokenHash: null,
        nextAttemptAt: null,
        createdBy: null,
      });
      const changed = await db.invitations.update(row.id, row.rowVersion, { usedAt, revokedAt, openedAt });
      const found: string[] = [];
      for (const state of INVITATION_STATES) {
        const filter = { organizationId: ids.organizationId, connectionId: ids.connectionId, state };
        const { rows } = await db.invitations.page({ last: 1, filter });
        if (rows.some(({ id }) => id === row.id)) found.push(state);
      }
      expect(found).toEqual([stateOf(changed!, NOW)]);
    }),
    { numRuns: 80 },
  );
});
