import { beforeEach, describe, expect, test } from "vitest";
import { ApiKeyAuthenticator } from "../../../src/auth/api-key-authenticator.js";
import { bearerToken, createApiKeyToken, hashApiKey, isSameHash } from "../../../src/auth/api-keys.js";
import { ApiKey } from "../../../src/entities/api-key.entity.js";
import { silentLogger } from "../../../src/lib/logger.js";

const MINUTE = 60_000;

let now: number;
let rows: ApiKey[];
let lookups: string[];
let touched: Array<ReadonlyMap<string, Date>>;
let authenticator: ApiKeyAuthenticator;

beforeEach(() => {
  now = 1_800_000_000_000;
  rows = [];
  lookups = [];
  touched = [];
  authenticator = new ApiKeyAuthenticator({
    clock: { now: () => now },
    log: silentLogger,
    apiKeys: {
      byHash: async (hash) => {
        lookups.push(hash);
        const row = rows.find((one) => one.keyHash === hash);
        return row ? Object.assign(new ApiKey(), row) : null;
      },
      touch: async (uses) => void touched.push(uses),
    },
  });
});

function addKey(changes: Partial<ApiKey> = {}): { row: ApiKey; header: string } {
  const { token, keyHash, hint } = createApiKeyToken();
  const row = Object.assign(new ApiKey(), {
    id: `key-${rows.length}`,
    organizationId: "org",
    name: "Key",
    role: "WRITER",
    keyHash,
    hint,
    createdAt: new Date(now),
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    ...changes,
  });
  rows.push(row);
  return { row, header: `Bearer ${token.reveal()}` };
}

describe("a key", () => {
  test("is 32 random bytes in base64url, of which only a hash and a short hint are kept", () => {
    const made = Array.from({ length: 50 }, createApiKeyToken);

    expect(new Set(made.map(({ token }) => token.reveal())).size).toBe(50);
    for (const { token, keyHash, hint } of made) {
      expect(token.reveal()).toMatch(/^asg_[A-Za-z0-9_-]{43}$/);
      expect(keyHash).toMatch(/^[0-9a-f]{64}$/);
      expect(keyHash).toBe(hashApiKey(token.reveal()));
      expect(hint).toBe(token.reveal().slice(0, 8));
      expect(JSON.stringify(token)).not.toContain(hint);
    }
  });

  test("hashes are equal only when they are", () => {
    expect(isSameHash("ab", "ab")).toBe(true);
    expect(isSameHash("ab", "ac")).toBe(false);
    expect(isSameHash("ab", "abc")).toBe(false);
  });

  test.each([
    undefined,
    "",
    "Bearer",
    "Bearer ",
    "Basic abc",
    "Bearer a b",
    "Bearer a,b",
    `Bearer ${"x".repeat(300)}`,
    "x Bearer a",
  ])("is not found in the header %j", async (header) => {
    expect(bearerToken(header)).toBeNull();
    expect(await authenticator.authenticate(header)).toBeNull();
    expect(lookups).toEqual([]);
  });

  test("is found whatever the case of the scheme", () => {
    expect(bearerToken("bearer  asg_x-_~+/=")).toBe("asg_x-_~+/=");
  });
});

describe("authentication", () => {
  test("gives the viewer of a good key, and nobody for a wrong one", async () => {
    const { header, row } = addKey();

    expect(await authenticator.authenticate(header)).toEqual({
      apiKeyId: row.id,
      apiKeyName: "Key",
      role: "WRITER",
      organizationId: "org",
    });
    expect(await authenticator.authenticate(`${header}x`)).toBeNull();
  });

  test("asks the database once for many requests, good or wrong, until seconds have passed", async () => {
    const { header } = addKey();
    for (const text of [header, `${header}x`]) {
      lookups = [];
      await Promise.all(Array.from({ length: 20 }, () => authenticator.authenticate(text)));
      await authenticator.authenticate(text);
      expect(lookups).toHaveLength(1);
      now += 5_000;
      await authenticator.authenticate(text);
      expect(lookups).toHaveLength(2);
    }
  });

  test("ends on the millisecond at which a key expires, although it is remembered", async () => {
    const { header } = addKey({ expiresAt: new Date(now + 1_000) });

    now += 999;
    expect(await authenticator.authenticate(header)).not.toBeNull();
    now += 1;
    expect(await authenticator.authenticate(header)).toBeNull();
  });

  test("ends with the next request after a revocation is told", async () => {
    const { header, row } = addKey();
    await authenticator.authenticate(header);
    row.revokedAt = new Date(now);
    expect(await authenticator.authenticate(header)).not.toBeNull();

    authenticator.forget(row.id);

    expect(await authenticator.authenticate(header)).toBeNull();
  });

  test("does not remember a key that was read before the revocation was told", async () => {
    const { header, row } = addKey();
    const early = authenticator.authenticate(header);
    row.revokedAt = new Date(now);
    authenticator.forget(row.id);
    await early;

    expect(await authenticator.authenticate(header)).toBeNull();
  });

  test("ends for all keys of an organization that is deleted", async () => {
    const one = addKey();
    const two = addKey({ organizationId: "other" });
    await authenticator.authenticate(one.header);
    await authenticator.authenticate(two.header);
    rows = [];
    authenticator.forgetOrganization("org");

    expect(await authenticator.authenticate(one.header)).toBeNull();
    expect(await authenticator.authenticate(two.header)).not.toBeNull();
  });

  test("remembers good keys through a flood of wrong ones", async () => {
    const { header } = addKey();
    await authenticator.authenticate(header);
    for (let n = 0; n < 2_500; n++) await authenticator.authenticate(`Bearer wrong-${n}`);
    lookups = [];

    await authenticator.authenticate(header);
    await authenticator.authenticate("Bearer wrong-2499");
    expect(lookups).toHaveLength(0);
    await authenticator.authenticate("Bearer wrong-0");
    expect(lookups).toHaveLength(1);
  });

  test("does not remember a failure of the database", async () => {
    const { header } = addKey();
    const real = rows;
    rows = new Proxy([], {
      get: () => {
        throw new Error("disk");
      },
    });
    await expect(authenticator.authenticate(header)).rejects.toThrow("disk");
    rows = real;

    expect(await authenticator.authenticate(header)).not.toBeNull();
  });
});

describe("the last-used time", () => {
  test("is written in the background once a minute, and the rest at the end", async () => {
    const { header, row } = addKey();
    for (const after of [0, 10_000, 40_000, 10_000, 5_000]) {
      now += after;
      await authenticator.authenticate(header);
    }
    const start = now - 65_000;
    expect(touched).toEqual([new Map([[row.id, new Date(start)]]), new Map([[row.id, new Date(start + MINUTE)]])]);

    await authenticator.close();
    expect(touched.at(-1)).toEqual(new Map([[row.id, new Date(now)]]));
    expect(touched).toHaveLength(3);
  });

  test("of the database counts, after a restart", async () => {
    const { header } = addKey({ lastUsedAt: new Date(now - 30_000) });
    await authenticator.authenticate(header);

    expect(touched).toEqual([]);
  });

  test("is not noted for a key that is refused", async () => {
    const { header } = addKey({ revokedAt: new Date(now) });
    await authenticator.authenticate(header);
    await authenticator.close();

    expect(touched).toEqual([]);
  });
});
