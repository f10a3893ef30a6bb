import { describe, expect, test } from "vitest";
import { get, newCall, newConnection } from "./kit/graph-call.js";
import { newVirtual } from "./kit/virtual-graph.js";

const ROOT = "https://graph.example";

describe("what a request costs", () => {
  test.each([0, -1, 1.5, Number.NaN, 1_001])("is a whole number from 1 to 1000, not %d", async (cost) => {
    const { client, graph } = newVirtual({ latencyMs: () => 1 });
    await expect(client.send(newConnection(ROOT), { ...get("ann"), cost }, newCall())).rejects.toThrow(/request\.cost/);
    expect(graph.seen).toEqual([]);
  });

  test("is spent from the mailbox's budget", async () => {
    const { client, graph, time } = newVirtual(
      { latencyMs: () => 1 },
      { mailboxBudget: { requests: 40, windowMs: 3_000 } },
    );
    const sent = [5, 5, 3].map((cost, i) =>
      client.send(newConnection(ROOT), { ...get("ann", `/events/${i}`), cost }, newCall()),
    );
    await time.until(Promise.all(sent));
    expect(graph.seen.map(({ at }) => at)).toEqual([0, 0, 300]);
  });

  test("is given back when the request never left", async () => {
    const { client, graph, time } = newVirtual(
      { latencyMs: () => 1 },
      { mailboxBudget: { requests: 20, windowMs: 60_000 } },
    );
    const tokenless = { ...newConnection(ROOT), accessToken: () => Promise.reject(new Error("no token")) };
    for (let i = 0; i < 5; i++) {
      const failing = client.send(tokenless, { ...get("ann"), cost: 5 }, newCall());
      await expect(time.until(failing)).rejects.toThrow("no token");
    }
    await time.until(client.send(newConnection(ROOT), { ...get("ann"), cost: 5 }, newCall()));
    expect(graph.seen).toHaveLength(1);
    expect(time.elapsed()).toBe(1);
  });

  test("does not let a dear request wait for ever behind the cheap ones of other mailboxes", async () => {
    const { client, graph, time } = newVirtual(
      { latencyMs: () => 1 },
      { appBudget: { requests: 40, windowMs: 1_000 }, mailboxBudget: null },
    );
    const connection = newConnection(ROOT);
    const cheap: Promise<unknown>[] = [];
    let dear: Promise<unknown> | undefined;
    // Twice as many as the budget lets through, for three windows.
    for (let i = 0; i < 240; i++) {
      if (i === 40) dear = client.send(connection, { ...get("dear"), cost: 8 }, newCall());
      cheap.push(client.send(connection, get(`m${i % 20}`, `/events/${i}`), newCall()));
      await time.until(time.sleep(12));
    }
    await time.until(Promise.all([...cheap, dear]));

    const [seen] = graph.requestsTo("dear");
    expect(seen?.at).toBeGreaterThanOrEqual(480);
    expect(seen?.at).toBeLessThan(480 + 1_500);
    expect(graph.seen).toHaveLength(241);
  });
});
