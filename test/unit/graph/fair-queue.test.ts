import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FairQueue, type Priority } from "../../../src/graph/fair-queue.js";

interface Item {
  readonly id: number;
  readonly client: string;
  readonly priority: Priority;
}

const clients = fc.constantFrom("a", "b", "c");
const priorities = fc.constantFrom<Priority>("interactive", "background");

function filled(items: readonly Item[]): FairQueue<Item> {
  const queue = new FairQueue<Item>();
  for (const item of items) queue.push(item, { ...item, isRepeated: false });
  return queue;
}

function drained<T>(queue: FairQueue<T>): T[] {
  const items: T[] = [];
  for (let item = queue.shift(); item !== undefined; item = queue.shift()) items.push(item);
  return items;
}

function many(count: number, client: string, priority: Priority = "interactive"): Item[] {
  return Array.from({ length: count }, (_, id) => ({ id, client, priority }));
}

describe("turns", () => {
  test("one request of a client waits for one of another's hundred, not for all", () => {
    const queue = filled([...many(100, "export"), ...many(1, "page")]);
    expect(
      drained(queue)
        .slice(0, 3)
        .map(({ client }) => client),
    ).toEqual(["export", "page", "export"]);
  });

  test("a client that comes back takes its place behind those who wait", () => {
    const queue = filled([...many(3, "a"), ...many(2, "b")]);
    queue.shift();
    queue.shift();
    for (const item of many(1, "c")) queue.push(item, { ...item, isRepeated: false });
    expect(drained(queue).map(({ client }) => client)).toEqual(["a", "b", "c", "a"]);
  });

  test("background work gets every fifth turn while interactive work waits, and all turns after", () => {
    const queue = filled([...many(3, "sync", "background"), ...many(10, "page")]);
    expect(
      drained(queue)
        .map(({ priority }) => priority[0])
        .join(""),
    ).toBe("iiiibiiiibiib");
  });

  test("what was out already goes first", () => {
    const queue = filled(many(2, "a"));
    const repeated: Item = { id: 9, client: "sync", priority: "background" };
    queue.push(repeated, { ...repeated, isRepeated: true });
    expect(drained(queue).map(({ id }) => id)).toEqual([9, 0, 1]);
  });
});

describe("whatever comes and goes", () => {
  type Action = { readonly kind: "push"; client: string; priority: Priority } | { readonly kind: "shift" | "drop" };
  const actions = fc.array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.record({ kind: fc.constant("push" as const), client: clients, priority: priorities }),
      },
      { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("shift" as const, "drop" as const) }) },
    ),
    { maxLength: 80, size: "max" },
  );

  test("each item leaves once, the items of one client and priority in their order, and the size is right", () => {
    fc.assert(
      fc.property(actions, fc.infiniteStream(fc.nat()), (script: readonly Action[], picks) => {
        const queue = new FairQueue<Item>();
        const inside = new Map<number, Item>();
        const out: Item[] = [];
        script.forEach((action, id) => {
          if (action.kind === "push") {
            const item = { id, client: action.client, priority: action.priority };
            queue.push(item, { ...item, isRepeated: false });
            inside.set(id, item);
          } else if (action.kind === "shift") {
            const item = queue.shift();
            expect(item === undefined).toBe(inside.size === 0);
            if (item) out.push(item);
            if (item) expect(inside.delete(item.id)).toBe(true);
          } else {
            const items = [...inside.values()];
            const item = items[(picks.next().value ?? 0) % Math.max(1, items.length)];
            if (item) expect([queue.delete(item), queue.delete(item)]).toEqual([true, false]);
            if (item) inside.delete(item.id);
          }
          expect(queue.size).toBe(inside.size);
          expect([...queue].map((item) => item.id).sort()).toEqual([...inside.keys()].sort());
        });
        out.push(...drained(queue));
        for (const client of ["a", "b", "c"]) {
          for (const priority of ["interactive", "background"]) {
            const ids = out.filter((item) => item.client === client && item.priority === priority).map(({ id }) => id);
            expect(ids).toEqual([...ids].sort((x, y) => x - y));
          }
        }
      }),
    );
  });

  test("nobody waits for more than its share: clients in turn, and background every fifth time", () => {
    const items = fc.array(fc.record({ client: clients, priority: priorities }), {
      minLength: 1,
      maxLength: 60,
      size: "max",
    });
    fc.assert(
      fc.property(items, (records) => {
        const list = records.map((record, id) => ({ ...record, id }));
        const order = drained(filled(list)).map(({ id }) => id);
        list.forEach((item, position) => {
          const same = (other: Item) => other.priority === item.priority;
          const ahead = list.slice(0, position).filter((other) => same(other) && other.client === item.client).length;
          const others = new Set(list.filter(same).map(({ client }) => client)).size;
          const ownTurns = (ahead + 1) * others;
          const bound = item.priority === "background" ? ownTurns * 5 : ownTurns + Math.ceil(ownTurns / 4);
          expect(order.indexOf(item.id) + 1).toBeLessThanOrEqual(bound);
        });
      }),
    );
  });
});
