import { describe, expect, test } from "vitest";
import { get, newCall, newConnection } from "./kit/graph-call.js";
import { newVirtual, refused } from "./kit/virtual-graph.js";

const ROOT = "https://graph.example";
const L = 80;

/** Sends `count` requests to ann in one turn; each result is its status or its error. */
function askAnn(client: ReturnType<typeof newVirtual>["client"], count: number, call = newCall()) {
  const connection = newConnection(ROOT);
  return Array.from({ length: count }, (_, i) =>
    client.send(connection, get("ann", `/events/${i}`), call).then(
      ({ status }) => status,
      (error: unknown) => error,
    ),
  );
}

describe("a mailbox is refused", () => {
  test("all its requests wait, then one probes, and its answer lets the others go", async () => {
    const { time, graph, client } = newVirtual({
      latencyMs: () => L,
      answer: ({ nth }) => (nth < 4 ? refused(2) : {}),
    });

    const results = await time.until(Promise.all(askAnn(client, 8)));

    expect(results).toEqual(results.map(() => 200));
    expect(graph.seen.map(({ at }) => at)).toEqual([
      ...[0, 0, 0, 0],
      2_000,
      ...[2_080, 2_080, 2_080, 2_080],
      ...[2_160, 2_160, 2_160],
    ]);
    // The refused go first, and all go alone.
    expect(graph.seen.slice(4, 8).map(({ url }) => url.at(-1))).toEqual(["0", "1", "2", "3"]);
    expect(graph.seen.slice(0, 9).every(({ parts }) => parts === 1)).toBe(true);
  });

  test("a probe that is refused costs one request, and another wait", async () => {
    const { time, graph, client } = newVirtual({
      latencyMs: () => L,
      answer: ({ nth }) => (nth < 5 ? refused(2) : {}),
    });
    await time.until(Promise.all(askAnn(client, 4)));
    expect(graph.seen.map(({ at }) => at)).toEqual([0, 0, 0, 0, 2_000, 4_000, 4_080, 4_080, 4_080]);
  });

  test("a probe whose caller goes away leaves the probing to the next", async () => {
    const { time, graph, client } = newVirtual({
      latencyMs: () => L,
      answer: ({ nth }) => (nth < 2 ? refused(1) : {}),
    });
    const leaving = new AbortController();
    const [first] = askAnn(client, 1, newCall({ signal: leaving.signal }));
    const sent = client.send(newConnection(ROOT), get("ann", "/calendar"), newCall());
    await time.until(time.sleep(1_040));
    leaving.abort("gone");

    expect((await time.until(sent)).status).toBe(200);
    expect(await first).toBe("gone");
    expect(graph.seen.map(({ at }) => at)).toEqual([0, 0, 1_000, 1_040]);
  });

  test("who would have to wait too long is told at once how long, without a request", async () => {
    const { time, graph, client } = newVirtual(
      { latencyMs: () => L, answer: () => refused(60) },
      { maxWaitMs: 30_000 },
    );
    const connection = newConnection(ROOT);
    const own = await time.until(client.send(connection, get("ann"), newCall()).catch((e: unknown) => e));
    await time.until(time.sleep(10_000));
    const call = newCall();
    const later = await time.until(client.send(connection, get("ann"), call).catch((e: unknown) => e));

    expect(own).toMatchObject({ code: "ApplicationThrottled", status: 429, retryAfterMs: 60_000, mailbox: "ann" });
    expect(later).toMatchObject({ code: "MailboxThrottled", status: 429, retryAfterMs: 50_000, mailbox: "ann" });
    expect(time.elapsed()).toBe(10_000);
    expect(graph.seen).toHaveLength(1);
    expect(call.meter.graphRequests).toBe(0);
  });

  test("the waits of all attempts together stay within the limit", async () => {
    const options = { maxWaitMs: 5_000, maxAttempts: 100 };
    const { time, graph, client } = newVirtual({ latencyMs: () => L, answer: () => refused(2) }, options);
    const [result] = await time.until(Promise.all(askAnn(client, 1)));
    expect(result).toMatchObject({ status: 429, retryAfterMs: 2_000 });
    expect(graph.seen.map(({ at }) => at)).toEqual([0, 2_000, 4_000]);
    expect(time.elapsed()).toBe(4_000);
  });

  test("no wait is begun that would end after the call's deadline", async () => {
    const { time, graph, client } = newVirtual({ latencyMs: () => L, answer: () => refused(2) });
    const call = newCall({ deadline: time.now() + 1_999 });
    const results = await time.until(Promise.all(askAnn(client, 6, call)));
    expect(time.elapsed()).toBe(0);
    expect(results).toEqual(results.map(() => expect.objectContaining({ status: 429, retryAfterMs: 2_000 })));
    expect(graph.seen).toHaveLength(4);
  });

  test("a shared read is as patient as the most patient who wants it", async () => {
    const { time, graph, client } = newVirtual({
      latencyMs: () => L,
      answer: ({ nth }) => (nth === 0 ? refused(2) : {}),
    });
    const connection = newConnection(ROOT);
    const calls = [newCall({ deadline: time.now() + 1_000 }), newCall()];
    const sent = calls.map((call) => client.send(connection, get("ann"), call));
    expect((await time.until(Promise.all(sent))).map(({ status }) => status)).toEqual([200, 200]);
    expect(graph.seen.map(({ at }) => at)).toEqual([0, 2_000]);
  });

  test("jitter makes nobody impatient who could wait as long as Graph asked", async () => {
    const { time, graph, client } = newVirtual(
      { latencyMs: () => L, answer: ({ nth }) => (nth === 0 ? refused(30) : {}) },
      { maxWaitMs: 30_000, random: () => 0.9 },
    );
    expect(await time.until(Promise.all(askAnn(client, 1)))).toEqual([200]);
    expect(graph.seen.map(({ at }) => at)).toEqual([0, 30_540]);
  });

  test("nothing is remembered of it once it has answered", async () => {
    const { time, graph, client } = newVirtual({
      latencyMs: () => L,
      answer: ({ nth }) => (nth === 0 ? refused(1) : {}),
    });
    await time.until(Promise.all(askAnn(client, 1)));
    const startedAt = time.elapsed();
    await time.until(Promise.all(askAnn(client, 4)));
    expect(time.elapsed() - startedAt).toBe(L);
    expect(graph.exchanges.at(-1)).toBe(4);
  });
});

describe("a mailbox that strangers use too", () => {
  test("is asked by fewer at once, as soon as one of ours is done, whatever Retry-After says", async () => {
    const { time, graph, client } = newVirtual({ latencyMs: () => L });
    graph.occupy("ann", 2);

    const results = await time.until(Promise.all(askAnn(client, 10)));

    expect(results).toEqual(results.map(() => 200));
    expect(graph.crowded).toBe(2);
    expect(time.elapsed()).toBe((10 / 2) * L);
  });

  test("needs no pause when some parts of the batch were let in", async () => {
    const { time, graph, client } = newVirtual({ latencyMs: () => L });
    graph.occupy("ann", 2);
    const results = await time.until(Promise.all(askAnn(client, 4)));
    expect(results).toEqual([200, 200, 200, 200]);
    expect(graph.exchanges).toEqual([4, 1, 1]);
    expect(time.elapsed()).toBe(2 * L);
  });

  test("gets its places back after a while", async () => {
    const { time, graph, client } = newVirtual({ latencyMs: () => L });
    graph.occupy("ann", 2);
    await time.until(Promise.all(askAnn(client, 10)));
    graph.occupy("ann", -2);
    await time.until(time.sleep(30_000));
    const startedAt = time.elapsed();
    await time.until(Promise.all(askAnn(client, 8)));
    expect(time.elapsed() - startedAt).toBe(2 * L);
  });

  test("waits a moment when strangers hold all places, and fails after the last attempt", async () => {
    const { time, graph, client } = newVirtual({ latencyMs: () => L });
    graph.occupy("ann", 4);
    const [result] = await time.until(Promise.all(askAnn(client, 1)));
    expect(result).toMatchObject({ status: 429, code: "ApplicationThrottled" });
    expect(graph.seen.map(({ at }) => at)).toEqual([0, 250, 750]);
  });
});

describe("a dead mailbox", () => {
  test("costs the others of its envelope one time, and from then on itself alone", async () => {
    const { time, graph, client } = newVirtual({
      latencyMs: ({ mailbox }) => (mailbox === "dead" ? 5_000 : L),
      answer: ({ mailbox }) => (mailbox === "dead" ? { status: 504, body: {} } : {}),
    });
    const connection = newConnection(ROOT);
    const round = () =>
      ["ann", "bob", "dead", "cid"].map((mailbox) =>
        client.send(connection, get(mailbox), newCall()).then(
          () => time.elapsed(),
          () => undefined,
        ),
      );
    await time.until(Promise.all(round()));
    const startedAt = time.elapsed();
    const second = await time.until(Promise.all(round()));

    expect(second).toEqual([startedAt + L, startedAt + L, undefined, startedAt + L]);
    expect(graph.requestsTo("dead").map(({ parts }) => parts)).toEqual([4, 1, 1, 1, 1, 1]);
    expect(graph.requestsTo("ann").map(({ parts }) => parts)).toEqual([4, 3]);
  });

  test("shares envelopes again when it has answered", async () => {
    const { time, graph, client } = newVirtual({
      latencyMs: () => L,
      answer: ({ mailbox, nth }) => (mailbox === "dead" && nth === 0 ? { status: 503, body: {} } : {}),
    });
    const connection = newConnection(ROOT);
    for (let round = 0; round < 2; round++) {
      await time.until(Promise.all(["ann", "dead"].map((mailbox) => client.send(connection, get(mailbox), newCall()))));
    }
    expect(graph.exchanges).toEqual([2, 1, 2]);
  });
});

describe("budgets", () => {
  test("requests leave as fast as the budget allows, and Graph sees no span with more", async () => {
    const mailboxBudget = { requests: 8, windowMs: 1_000 };
    const { time, graph, client } = newVirtual({ latencyMs: () => 10 }, { mailboxBudget, maxWaitMs: 10_000 });
    await time.until(Promise.all(askAnn(client, 20)));
    const at = graph.seen.map((request) => request.at);
    expect(at.slice(0, 4)).toEqual([0, 0, 167, 334]);
    for (const start of at) {
      expect(at.filter((each) => each >= start && each < start + 1_000).length).toBeLessThanOrEqual(8);
    }
    expect(time.elapsed()).toBe(3_010);
  });

  test("by default a quarter of ten thousand leaves at once, then one every eighty milliseconds", async () => {
    const { time, graph, client } = newVirtual({ latencyMs: () => 1, places: 1_000 }, { perMailboxConcurrency: 1_000 });
    await time.until(Promise.all(askAnn(client, 2_520)));
    expect(graph.seen.slice(-20).map(({ at }) => at)).toEqual(Array.from({ length: 20 }, (_, i) => (i + 1) * 80));
  });

  test("who would wait for too long is told when the next is free", async () => {
    const mailboxBudget = { requests: 4, windowMs: 3_000 };
    const { time, graph, client } = newVirtual({ latencyMs: () => 10 }, { mailboxBudget, maxWaitMs: 2_500 });
    const results = await time.until(Promise.all(askAnn(client, 5)));
    expect(results.slice(0, 3)).toEqual([200, 200, 200]);
    expect(results.slice(3)).toEqual([
      expect.objectContaining({ code: "BudgetSpent", status: 429, retryAfterMs: 1_000 }),
      expect.objectContaining({ code: "BudgetSpent", status: 429, retryAfterMs: 1_000 }),
    ]);
    expect(graph.seen).toHaveLength(3);
    expect(time.elapsed()).toBeLessThanOrEqual(2_500);
  });

  test("what is aborted in the queue spends nothing", async () => {
    const mailboxBudget = { requests: 8, windowMs: 60_000 };
    const { time, graph, client } = newVirtual({ latencyMs: () => 10 }, { mailboxBudget });
    const leaving = new AbortController();
    await time.until(Promise.all(askAnn(client, 2)));
    const left = askAnn(client, 50, newCall({ signal: leaving.signal }));
    const stays = client.send(newConnection(ROOT), get("ann", "/calendar"), newCall());
    await time.until(time.sleep(1));
    leaving.abort("gone");
    await time.until(Promise.all(left));
    expect((await time.until(stays)).status).toBe(200);
    expect(graph.seen.map(({ at }) => at)).toEqual([0, 0, 10_000]);
  });

  test("a request that could not even be sent has spent nothing", async () => {
    const mailboxBudget = { requests: 4, windowMs: 60_000 };
    const { time, client } = newVirtual({ latencyMs: () => 10 }, { mailboxBudget, maxWaitMs: 0 });
    const broken = { ...newConnection(ROOT), accessToken: () => Promise.reject(new Error("no token")) };
    for (let i = 0; i < 5; i++) {
      await expect(time.until(client.send(broken, get("ann"), newCall()))).rejects.toThrow("no token");
    }
    expect((await time.until(client.send(newConnection(ROOT), get("ann"), newCall()))).status).toBe(200);
  });

  test("when the application's budget is spent, mailboxes take turns and newcomers wait behind", async () => {
    const appBudget = { requests: 4, windowMs: 3_000 };
    const { time, graph, client } = newVirtual({ latencyMs: () => 10 }, { appBudget, maxWaitMs: 60_000 });
    const connection = newConnection(ROOT);
    const ask = (mailbox: string, count: number) =>
      Array.from({ length: count }, (_, i) => client.send(connection, get(mailbox, `/events/${i}`), newCall()));
    const sent = [...ask("a", 3), ...ask("b", 2)];
    await time.until(time.sleep(1_000));
    sent.push(...ask("c", 1));
    await time.until(Promise.all(sent));
    expect(graph.seen.map(({ mailbox }) => mailbox).join("")).toBe("ababca");
    expect(graph.seen.map(({ at }) => at)).toEqual([0, 1_000, 2_000, 3_000, 4_000, 5_000]);
  });
});
