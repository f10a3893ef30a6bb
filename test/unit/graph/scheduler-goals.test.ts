import { describe, expect, test } from "vitest";
import { get, newCall, newConnection } from "./kit/graph-call.js";
import { lognormal, newVirtual, refused, seededRandom } from "./kit/virtual-graph.js";

const ROOT = "https://graph.example";
const L = 80;

/** The best schedule of these jobs on four places, started in order: what a hand-written pool reaches. */
function onFourPlaces(durations: readonly number[]): number {
  const places = [0, 0, 0, 0];
  for (const duration of durations) {
    const first = places.indexOf(Math.min(...places));
    places[first] = (places[first] ?? 0) + duration;
  }
  return Math.max(...places);
}

describe("a hot mailbox", () => {
  test("forty requests take ten latencies, none is refused, and they go alone until nobody waits", async () => {
    const { time, graph, client } = newVirtual({ latencyMs: () => L });
    const connection = newConnection(ROOT);

    const sent = Array.from({ length: 40 }, (_, i) => client.send(connection, get("hot", `/events/${i}`), newCall()));
    await time.until(Promise.all(sent));

    expect(time.elapsed() / ((40 / 4) * L)).toBeLessThanOrEqual(1.07);
    expect(graph.crowded).toBe(0);
    expect(graph.seen).toHaveLength(40);
    expect(graph.exchanges).toEqual([...Array.from({ length: 36 }, () => 1), 4]);
  });

  test("with jitter it is as fast as a pool of four of its own", async () => {
    const latency = lognormal(L, seededRandom(1));
    const durations: number[] = [];
    const latencyMs = () => {
      const duration = latency();
      durations.push(duration);
      return duration;
    };
    const { time, client } = newVirtual({ latencyMs });
    const connection = newConnection(ROOT);

    const sent = Array.from({ length: 40 }, (_, i) => client.send(connection, get("hot", `/events/${i}`), newCall()));
    await time.until(Promise.all(sent));

    expect(time.elapsed()).toBe(onFourPlaces(durations));
  });

  test("a quiet mailbox beside it waits for one latency only, whenever it comes", async () => {
    const { time, client } = newVirtual({ latencyMs: () => L });
    const connection = newConnection(ROOT);
    const hot = Array.from({ length: 40 }, (_, i) => client.send(connection, get("hot", `/events/${i}`), newCall()));
    const quiet: number[] = [];
    for (const at of [0, 1, 130, 333]) {
      await time.until(time.sleep(at - time.elapsed()));
      const startedAt = time.elapsed();
      await time.until(client.send(connection, get("quiet"), newCall()));
      quiet.push((time.elapsed() - startedAt) / L);
    }
    await time.until(Promise.all(hot));

    expect(Math.max(...quiet)).toBeLessThanOrEqual(1.05);
  });
});

describe("many idle mailboxes", () => {
  test.each([
    [1, 1],
    [3, 1],
    [4, 1],
    [5, 2],
    [50, 13],
    [200, 50],
  ])("%i of them cost %i HTTP requests and one latency", async (mailboxes, exchanges) => {
    const { time, graph, client } = newVirtual({ latencyMs: () => L });
    const connection = newConnection(ROOT);

    const sent = Array.from({ length: mailboxes }, (_, i) => client.send(connection, get(`m${i}`), newCall()));
    await time.until(Promise.all(sent));

    expect(graph.exchanges).toHaveLength(exchanges);
    expect(graph.seen).toHaveLength(mailboxes);
    expect(time.elapsed()).toBe(L);
  });
});

describe("every calendar of many mailboxes: a list, then six views", () => {
  test("takes what four places a mailbox allow, without a refusal, when the lists are known to be waited for", async () => {
    const latency = lognormal(L, seededRandom(7));
    const durations = new Map<string, number[]>();
    const { time, graph, client } = newVirtual({
      latencyMs: ({ mailbox }) => {
        const duration = latency();
        durations.set(mailbox, [...(durations.get(mailbox) ?? []), duration]);
        return duration;
      },
    });
    const connection = newConnection(ROOT);
    const ask = async (mailbox: string) => {
      await client.send(connection, { ...get(mailbox, "/calendars"), isAwaited: true }, newCall());
      const views = Array.from({ length: 6 }, (_, i) => get(mailbox, `/calendars/${i}/calendarView`));
      await Promise.all(views.map((view) => client.send(connection, view, newCall())));
    };

    await time.until(Promise.all(Array.from({ length: 50 }, (_, i) => ask(`m${i}`))));

    const bound = Math.max(...[...durations.values()].map(([list = 0, ...views]) => list + onFourPlaces(views)));
    expect(time.elapsed() / bound).toBeLessThanOrEqual(1.01);
    expect(graph.seen).toHaveLength(350);
    expect(graph.crowded).toBe(0);
  });
});

describe("random refusals", () => {
  test("cost no request but their repetition, and only the refused mailboxes wait", async () => {
    const isRefused = (mailbox: string, nth: number) =>
      (mailbox === "m7" && nth < 2) || (["m1", "m30"].includes(mailbox) && nth < 1);
    const { time, graph, client } = newVirtual(
      {
        latencyMs: () => L,
        answer: ({ mailbox, nth }) => (isRefused(mailbox, nth) ? refused(1) : {}),
      },
      { random: seededRandom(3) },
    );
    const connection = newConnection(ROOT);
    const finished: Record<string, number> = {};
    const ask = async (mailbox: string) => {
      await client.send(connection, get(mailbox), newCall());
      finished[mailbox] = time.elapsed();
    };

    await time.until(Promise.all(Array.from({ length: 50 }, (_, i) => ask(`m${i}`))));

    expect(graph.seen).toHaveLength(50 + 4);
    // The batch tells of its refused part when its other parts are done.
    expect((finished.m7 ?? 0) / (L + 2 * 1_000 + L)).toBeLessThanOrEqual(1.02);
    const others = Object.entries(finished).filter(([mailbox]) => !["m1", "m7", "m30"].includes(mailbox));
    expect(others.map(([, at]) => at)).toEqual(others.map(() => L));
  });
});
