import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AcquiredToken } from "../../../src/auth/app-token-client.js";
import { ConnectionToken } from "../../../src/auth/connection-token.js";
import { IdentityError, type IdentityErrorFacts } from "../../../src/auth/identity-error.js";
import { type Call, newMeter } from "../../../src/lib/call.js";
import { silentLogger } from "../../../src/lib/logger.js";
import { Secret } from "../../../src/lib/secret.js";
import { VirtualTime } from "../graph/kit/virtual-time.js";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const LATENCY = 3 * SECOND;

type Answer = { lifeMs?: number; refreshMs?: number } | IdentityErrorFacts;

/** Entra on virtual time: each answer takes three seconds; without answers of the test, tokens of an hour. */
function setUp(answers: Answer[] = [], random = 0) {
  const time = new VirtualTime();
  /** When tokens were asked for, in milliseconds since the start. */
  const asked: number[] = [];
  const warnings: object[] = [];
  const client = {
    async acquire(): Promise<AcquiredToken> {
      asked.push(time.elapsed());
      const answer = answers.shift() ?? {};
      const serial = asked.length;
      await time.sleep(LATENCY);
      if ("kind" in answer) throw new IdentityError(answer);
      const { lifeMs = HOUR, refreshMs } = answer;
      return {
        token: { accessToken: new Secret(`token ${serial}`), expiresAt: time.now() + lifeMs, roles: null },
        refreshAt: refreshMs === undefined ? null : time.now() + refreshMs,
      };
    },
  };
  const log = { ...silentLogger, warn: (facts: object) => void warnings.push(facts) };
  const token = new ConnectionToken("c1", client, () => client, {
    clock: time,
    sleep: time.sleep,
    random: () => random,
    log,
  });
  /** Which token is given, and after how long. */
  const get = async (): Promise<[string, number]> => {
    const before = time.elapsed();
    const { accessToken } = await time.until(token.get(call()));
    return [accessToken.reveal(), time.elapsed() - before];
  };
  const pass = (ms: number) => time.until(time.sleep(ms));
  return { time, token, asked, warnings, get, pass };
}

const call = (): Call => ({ signal: new AbortController().signal, requestId: "r", traceparent: "", meter: newMeter() });

describe("renewal in the background", () => {
  test("happens five minutes before the end, and nobody waits, not even after a pause", async () => {
    const { asked, get, pass } = setUp();

    expect(await get()).toEqual(["token 1", LATENCY]);
    await pass(54 * MINUTE);
    expect(await get()).toEqual(["token 1", 0]);
    await pass(10 * HOUR);
    const [, waited] = await get();

    expect(waited).toBe(0);
    expect(asked.slice(0, 3)).toEqual([0, LATENCY + 55 * MINUTE, 2 * (LATENCY + 55 * MINUTE)]);
  });

  test("serves the old token while the new one is on its way, with one request however many ask", async () => {
    const { asked, get, pass } = setUp();
    await get();
    await pass(55 * MINUTE + SECOND);

    const during = [await get(), await get(), await get()];
    await pass(LATENCY);

    expect(during).toEqual(Array(3).fill(["token 1", 0]));
    expect(await get()).toEqual(["token 2", 0]);
    expect(asked).toHaveLength(2);
  });

  test("comes when Entra would like it (refresh_in), half a day ahead of the end", async () => {
    const { asked, get, pass } = setUp([{ lifeMs: 24 * HOUR, refreshMs: 12 * HOUR }]);
    await get();
    await pass(12 * HOUR + MINUTE);
    expect(asked).toEqual([0, LATENCY + 12 * HOUR]);
    expect(await get()).toEqual(["token 2", 0]);
  });

  test("of a short-lived token comes at half its life", async () => {
    const { asked, get, pass } = setUp([{ lifeMs: 4 * MINUTE }]);
    await get();
    await pass(2 * MINUTE + LATENCY);
    expect(asked).toEqual([0, LATENCY + 2 * MINUTE]);
    expect(await get()).toEqual(["token 2", 0]);
  });

  test("is spread by chance, and never comes late", async () => {
    const { asked, get, pass } = setUp([], 0.5);
    await get();
    await pass(HOUR);
    expect(asked[1]).toBe(LATENCY + 55 * MINUTE - 30 * SECOND);
  });

  test("ends when nobody has used the token for a day; then the next request waits for a new one", async () => {
    const { asked, get, pass } = setUp();
    await get();
    await pass(26 * HOUR);
    const before = asked.length;
    await pass(10 * HOUR);

    expect(asked).toHaveLength(before);
    expect(await get()).toEqual([`token ${before + 1}`, LATENCY]);
  });

  test("ends when the token is not needed any more", async () => {
    const { token, asked, get, pass } = setUp();
    await get();
    token.close();
    await pass(5 * HOUR);
    expect(asked).toHaveLength(1);
  });
});

describe("a renewal that fails", () => {
  const outage = { kind: "unavailable" } as const;

  test("is tried again with growing pauses, and the old token serves meanwhile", async () => {
    const { asked, get, pass, warnings } = setUp([{}, outage, outage, outage]);
    await get();
    await pass(55 * MINUTE);

    const waits: number[] = [];
    for (let i = 0; i < 180; i++) {
      waits.push((await get())[1]);
      await pass(SECOND);
    }

    expect(Math.max(...waits)).toBe(0);
    const gaps = asked.slice(2).map((at, i) => at - (asked[i + 1] ?? 0) - LATENCY);
    expect(gaps).toEqual([7.5 * SECOND, 15 * SECOND, 30 * SECOND]);
    expect((await get())[0]).toBe("token 5");
    expect(warnings).toMatchObject([{ connection: "c1", kind: "unavailable", delayMs: 7_500 }, {}, {}]);
  });

  test("with a wait that Entra named is not tried before its end", async () => {
    const { asked, get, pass } = setUp([{}, { kind: "throttled", retryAfterMs: 90 * SECOND }]);
    await get();
    await pass(55 * MINUTE + 89 * SECOND);
    expect(await get()).toEqual(["token 1", 0]);
    expect(asked).toHaveLength(2);

    await pass(5 * SECOND);
    expect(asked).toHaveLength(3);
  });

  test("to the end of the token delays only those who come after that", async () => {
    const { get, pass } = setUp([{}, ...Array<Answer>(20).fill(outage)]);
    await get();
    await pass(59 * MINUTE + 29 * SECOND);
    expect((await get())[1]).toBe(0);
    await pass(2 * SECOND);
    // Too near its end to be given away lightly, but better than nothing.
    expect((await get())[0]).toBe("token 1");
    await pass(HOUR);
    await expect(get()).resolves.toBeDefined();
  });

  test("because the credential is refused costs the token nothing; its end shows the refusal", async () => {
    const refusal = { kind: "configuration", aadsts: 7000222 } as const;
    const life = { lifeMs: 24 * HOUR, refreshMs: 12 * HOUR };
    const { asked, get, pass, warnings } = setUp([life, ...Array<Answer>(40).fill(refusal)]);
    await get();
    await pass(23 * HOUR);

    expect(await get()).toEqual(["token 1", 0]);
    expect(asked.length).toBeLessThanOrEqual(24);
    expect(warnings[0]).toMatchObject({ kind: "configuration", aadsts: 7000222, validMs: 12 * HOUR - LATENCY });
    await pass(HOUR);
    await expect(get()).rejects.toMatchObject({ kind: "configuration" });
  });
});

test("whoever asks, and whatever fails for less than five minutes: once there is a token nobody waits", async () => {
  const pause = fc.integer({ min: 1, max: 20 * HOUR });
  await fc.assert(
    fc.asyncProperty(fc.array(pause, { maxLength: 12 }), fc.integer({ min: 0, max: 4 }), async (pauses, failures) => {
      const answers = pauses.flatMap((): Answer[] => [{}, ...Array<Answer>(failures).fill({ kind: "unavailable" })]);
      const { asked, time, get, pass } = setUp(answers, 0.99);
      await get();
      for (const ms of pauses) {
        await pass(ms);
        expect((await get())[1]).toBe(0);
      }
      // One token an hour, and each token's failures.
      expect(asked.length).toBeLessThanOrEqual(1 + (time.elapsed() / (50 * MINUTE)) * (failures + 1) + failures);
    }),
    { numRuns: 30 },
  );
});
