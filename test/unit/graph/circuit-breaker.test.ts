import { describe, expect, test } from "vitest";
import { CircuitBreaker } from "../../../src/graph/circuit-breaker.js";
import type { GraphConnection } from "../../../src/graph/index.js";
import { get, newCall, newConnection } from "./kit/graph-call.js";
import { newVirtual, type VirtualAnswer } from "./kit/virtual-graph.js";

const LIMITS = { failures: 3, witnesses: 2, openMs: 1_000, longestOpenMs: 4_000 };

function newBreaker(random = 0) {
  const clock = { at: 0, now: () => clock.at };
  const breaker = new CircuitBreaker(LIMITS, clock, () => random);
  const fail = (...witnesses: string[]) => breaker.enter().end("failed", witnesses);
  return { clock, breaker, fail };
}

describe("the breaker", () => {
  test("opens after so many failures in a row, told by enough witnesses", () => {
    const { breaker, fail } = newBreaker();
    for (let i = 0; i < 10; i++) fail("a");
    expect(breaker.waitMs()).toBe(0);
    fail("b");
    expect(breaker.waitMs()).toBe(1_000);
  });

  test("stays closed while answers come in between", () => {
    const { breaker, fail } = newBreaker();
    for (let i = 0; i < 10; i++) {
      fail("a", "b");
      fail("c");
      breaker.enter().end("answered", ["a"]);
    }
    expect(breaker.waitMs()).toBe(0);
  });

  test("lets one probe through, whose failure doubles the time up to the longest", () => {
    const { clock, breaker, fail } = newBreaker();
    for (let i = 0; i < 3; i++) fail("a", "b");
    const waits: number[] = [];
    for (let round = 0; round < 4; round++) {
      clock.at += breaker.waitMs();
      expect(breaker.waitMs()).toBe(0);
      const probe = breaker.enter();
      expect(breaker.waitMs()).toBe(1_000);
      probe.end("failed", ["a"]);
      waits.push(breaker.waitMs());
    }
    expect(waits).toEqual([2_000, 4_000, 4_000, 4_000]);
  });

  test("closes with the probe's answer and then counts anew", () => {
    const { clock, breaker, fail } = newBreaker();
    for (let i = 0; i < 3; i++) fail("a", "b");
    clock.at = 1_000;
    breaker.enter().end("answered", ["a"]);
    expect([breaker.waitMs(), breaker.waitMs()]).toEqual([0, 0]);
    fail("a", "b");
    fail("a", "b");
    expect(breaker.waitMs()).toBe(0);
  });

  test("a probe that came to nothing leaves the probing to the next", () => {
    const { clock, breaker, fail } = newBreaker();
    for (let i = 0; i < 3; i++) fail("a", "b");
    clock.at = 1_000;
    breaker.enter().end("untold", ["a"]);
    expect(breaker.waitMs()).toBe(0);
  });

  test("late failures of requests from before do not lengthen the time, a late answer ends it", () => {
    const { breaker, fail } = newBreaker();
    const [early, earlier] = [breaker.enter(), breaker.enter()];
    for (let i = 0; i < 3; i++) fail("a", "b");
    early.end("failed", ["c"]);
    expect(breaker.waitMs()).toBe(1_000);
    earlier.end("answered", ["c"]);
    expect(breaker.waitMs()).toBe(0);
  });

  test("is open a little longer at random, so that processes do not probe together", () => {
    const { breaker, fail } = newBreaker(0.5);
    for (let i = 0; i < 3; i++) fail("a", "b");
    expect(breaker.waitMs()).toBe(1_050);
  });
});

describe("in the client", () => {
  const ROOT = "https://graph.example";
  const MAILBOXES = ["a", "b", "c", "d"];

  function newTenants(answer: (mailbox: string) => VirtualAnswer | "cut") {
    const virtual = newVirtual({ latencyMs: () => 10, answer: ({ mailbox }) => answer(mailbox) }, { maxAttempts: 1 });
    /** Asks each mailbox once; the results are statuses or error codes. */
    const round = (connection: GraphConnection, mailboxes: readonly string[] = MAILBOXES) => {
      const sent = mailboxes.map((mailbox) =>
        virtual.client.send(connection, get(mailbox), newCall()).then(
          ({ status }) => status,
          (error: { code: string }) => error.code,
        ),
      );
      return virtual.time.until(Promise.all(sent));
    };
    return { ...virtual, round };
  }

  test.each<[string, VirtualAnswer | "cut", string]>([
    ["answers 503", { status: 503, body: {} }, "Http503"],
    ["breaks off", "cut", "NetworkError"],
  ])("a connection that only %s is left alone, then probed, then used again", async (_, down, code) => {
    let isDown = true;
    const { time, graph, client, round } = newTenants(() => (isDown ? down : {}));
    const connection = newConnection(ROOT);
    // An envelope of four, then four requests alone: five failures.
    for (let i = 0; i < 2; i++) expect(await round(connection)).toEqual(MAILBOXES.map(() => code));
    const call = newCall();
    const refusal = await time.until(client.send(connection, get("e"), call).catch((e: unknown) => e));

    expect(refusal).toMatchObject({ code: "CircuitOpen", status: 0, mailbox: "e", retryAfterMs: 5_000 });
    expect([graph.exchanges, connection.tokenRequests.length]).toEqual([[4, 1, 1, 1, 1], 5]);
    expect([call.meter.graphRequests, call.meter.httpRequests]).toEqual([0, 0]);

    await time.until(time.sleep(5_000));
    expect(await round(connection, ["a", "b"])).toEqual([code, "CircuitOpen"]);
    isDown = false;
    await time.until(time.sleep(10_000));
    expect(await round(connection, ["a"])).toEqual([200]);
    expect(await round(connection)).toEqual(MAILBOXES.map(() => 200));
  });

  test("mailboxes that are dead themselves never close the way for others", async () => {
    const { round } = newTenants((mailbox) => (mailbox.startsWith("dead") ? { status: 504, body: {} } : {}));
    const connection = newConnection(ROOT);
    for (let i = 0; i < 10; i++) await round(connection, ["dead1", "dead2"]);
    expect(await round(connection, ["a"])).toEqual([200]);
  });

  test("refusals and errors of the caller's own are answers", async () => {
    const { round } = newTenants((mailbox) => ({ status: mailbox === "a" ? 404 : 403, body: {} }));
    const connection = newConnection(ROOT);
    for (let i = 0; i < 5; i++) expect(await round(connection)).toEqual(["Http404", "Http403", "Http403", "Http403"]);
  });

  test("a connection in trouble leaves the others of its host alone, until another one is in trouble too", async () => {
    const { round } = newTenants((mailbox) => (mailbox.startsWith("x") ? { status: 503, body: {} } : {}));
    const [ill, well, second] = ["c1", "c2", "c3"].map((id) => newConnection(ROOT, id));
    const sick = ["x1", "x2", "x3", "x4"];
    for (let i = 0; i < 3; i++) await round(ill!, sick);
    expect(await round(ill!)).toEqual(MAILBOXES.map(() => "CircuitOpen"));
    expect(await round(well!)).toEqual(MAILBOXES.map(() => 200));
    for (let i = 0; i < 2; i++) await round(second!, sick);
    expect(await round(second!)).toEqual(MAILBOXES.map(() => "CircuitOpen"));
  });

  test("it can be switched off", async () => {
    const virtual = newVirtual(
      { latencyMs: () => 10, answer: () => ({ status: 503, body: {} }) },
      { maxAttempts: 1, circuitBreaker: null },
    );
    const connection = newConnection(ROOT);
    for (let i = 0; i < 10; i++) {
      const sent = MAILBOXES.map((mailbox) => virtual.client.send(connection, get(mailbox), newCall()));
      const results = await virtual.time.until(Promise.allSettled(sent));
      expect(results.map((result) => result.status === "rejected" && result.reason.code)).toEqual(
        MAILBOXES.map(() => "Http503"),
      );
    }
  });
});
