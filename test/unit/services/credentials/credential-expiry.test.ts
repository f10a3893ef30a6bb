import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Logger } from "../../../../src/lib/logger.js";
import { silentLogger } from "../../../../src/lib/logger.js";
import {
  daysLeft,
  firstWarningAt,
  reachedThreshold,
  WARNING_DAYS,
} from "../../../../src/services/credentials/credential-expiry.js";
import { CredentialExpiryService } from "../../../../src/services/credentials/credential-expiry.service.js";
import { type Database, openDatabase } from "../../../../src/store/database.js";
import { connectionOf, contoso } from "../../store/temporary-database.js";

const DAY_MS = 86_400_000;
const EXPIRY = 1_900_000_000_000;

describe("thresholds before an expiry", () => {
  test.each([
    [60 * DAY_MS + 1, null],
    [60 * DAY_MS, 60],
    [30 * DAY_MS + 1, 60],
    [30 * DAY_MS, 30],
    [14 * DAY_MS, 14],
    [7 * DAY_MS, 7],
    [DAY_MS, 1],
    [1, 1],
    [0, 0],
    [-DAY_MS, 0],
  ])("%d ms before it, %s is reached", (leftMs, threshold) => {
    expect(reachedThreshold(new Date(EXPIRY), EXPIRY - leftMs)).toBe(threshold);
  });

  test("only ever narrow as time goes on, and agree with the days that are left", () => {
    const rank = (threshold: number | null) => threshold ?? Number.POSITIVE_INFINITY;
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 100 }), fc.nat({ max: 100 * DAY_MS }), (days, laterMs) => {
        const now = EXPIRY - days * DAY_MS - 5;
        const [first, second] = [
          reachedThreshold(new Date(EXPIRY), now),
          reachedThreshold(new Date(EXPIRY), now + laterMs),
        ];
        expect(rank(second)).toBeLessThanOrEqual(rank(first));
        if (first !== null && first > 0) expect(daysLeft(new Date(EXPIRY), now)).toBeLessThan(first);
        expect(daysLeft(new Date(EXPIRY), now) < 0).toBe(first === 0);
      }),
    );
    expect(EXPIRY - firstWarningAt(new Date(EXPIRY)).getTime()).toBe(WARNING_DAYS[0] * DAY_MS);
  });
});

describe("a round of checks", () => {
  let db: Database;
  let now: number;
  const lines: { level: string; facts: Record<string, unknown> }[] = [];
  const note = (level: string) => (facts: object) => void lines.push({ level, facts: { ...facts } });
  const log: Logger = { ...silentLogger, warn: note("warn"), error: note("error") };
  const clock = { now: () => now };

  beforeEach(async () => {
    lines.length = 0;
    db = await openDatabase({ url: "sqlite::memory:", log: silentLogger });
  });
  afterEach(() => db.close());

  const stored = async (
    expiresAt: number | null,
    over: { state?: "CURRENT" | "RETIRING"; connection?: string } = {},
  ) => {
    const organization = (await db.organizations.bySlug(contoso.slug)) ?? (await db.organizations.insert(contoso));
    const name = over.connection ?? "Main";
    const connection =
      (await db.connections.byName(organization.id, name)) ??
      (await db.connections.insert({ ...connectionOf(organization.id, name), state: "ACTIVE" }));
    return db.credentials.insert({
      organizationId: organization.id,
      connectionId: connection.id,
      kind: "CERTIFICATE",
      state: over.state ?? "CURRENT",
      version: 1,
      sealed: "v1.k.a.b",
      hint: "abc",
      certificatePem: null,
      tokenFile: null,
      issuer: null,
      subject: null,
      audience: null,
      setAt: new Date(0),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
    });
  };
  const connectionNow = async (id: string) => (await db.connections.byIds([id], null)).get(id)!;
  const round = () => new CredentialExpiryService({ db, clock, log }).check();

  test("tells each threshold once and the expiry once, day after day", async () => {
    const row = await stored(EXPIRY);
    for (let days = 70; days >= -5; days--) {
      now = EXPIRY - days * DAY_MS;
      await round();
      await round();
    }

    expect(lines.map(({ level, facts }) => [level, facts.threshold ?? "expired", facts.daysLeft])).toEqual([
      ["warn", 60, 60],
      ["warn", 30, 30],
      ["warn", 14, 14],
      ["warn", 7, 7],
      ["warn", 1, 1],
      ["error", "expired", 0],
    ]);
    expect(lines[0]!.facts).toMatchObject({
      connectionId: row.connectionId,
      credentialId: row.id,
      expires: "2030-03-17",
    });
    expect(await connectionNow(row.connectionId)).toMatchObject({
      state: "DEGRADED",
      stateReason: "The certificate in use expired on 2030-03-17. Add a new credential.",
    });
  });

  test("after a long pause tells the narrowest threshold only", async () => {
    await stored(EXPIRY);
    now = EXPIRY - 5 * DAY_MS;
    await round();

    expect(lines.map(({ facts }) => facts.threshold)).toEqual([7]);
  });

  test("of many processes at once one tells", async () => {
    await stored(EXPIRY);
    now = EXPIRY - DAY_MS;
    await Promise.all(Array.from({ length: 5 }, round));

    expect(lines).toHaveLength(1);
  });

  test("a retiring credential that lapses leaves the connection as it is, and one without a date is passed over", async () => {
    const row = await stored(EXPIRY, { state: "RETIRING" });
    await stored(null);
    now = EXPIRY + 1;
    await round();

    expect(lines.map(({ level }) => level)).toEqual(["error"]);
    expect((await connectionNow(row.connectionId)).state).toBe("ACTIVE");
  });

  test.each(["DISABLED", "NEEDS_RECONNECT"] as const)("a connection that is %s stays so", async (state) => {
    const row = await stored(EXPIRY);
    const { id, rowVersion } = await connectionNow(row.connectionId);
    await db.connections.update(id, rowVersion, { state });
    now = EXPIRY + 1;
    await round();

    expect((await connectionNow(id)).state).toBe(state);
  });

  test("reaches every credential, page after page", async () => {
    for (let n = 0; n < 205; n++) await stored(EXPIRY, { connection: `c${n}` });
    now = EXPIRY - DAY_MS;
    await round();

    expect(new Set(lines.map(({ facts }) => facts.credentialId)).size).toBe(205);
  });
});
