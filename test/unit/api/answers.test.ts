import { HeaderMap } from "@apollo/server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AnswerBodies } from "../../../src/api/answer-bodies.js";
import { type Api, createApi } from "../../../src/api/create-api.js";
import { DEFAULT_QUERY_LIMITS } from "../../../src/api/limits/query-limits.js";
import type { Viewer } from "../../../src/auth/viewer.js";
import { AppError } from "../../../src/lib/app-error.js";
import { newMeter } from "../../../src/lib/call.js";
import { systemClock } from "../../../src/lib/clock.js";
import type { Logger } from "../../../src/lib/logger.js";
import type { Services } from "../../../src/services/create-services.js";
import { fakeServices, MAILBOX_IDS, ORGANIZATION_IDS } from "./execution/fake-services.js";

const viewer: Viewer = { apiKeyId: "k", apiKeyName: "k", role: "READER", organizationId: ORGANIZATION_IDS[0] ?? "" };
const QUERY = `{ organization(id: "org_${ORGANIZATION_IDS[0]}") { mailboxes { nodes { address
  calendarView(start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z", first: 1000) { nodes { id subject version isAllDay start { __typename } } } } } } }`;
const EVENTS = 1_000;

const time = { kind: "Timed", instant: new Date("2026-03-02T09:00:00Z"), timeZone: "UTC", timeZoneSource: "EVENT" };
const view = (mailboxId: string, subjectOf: (n: number) => string) =>
  Array.from({ length: EVENTS }, (_, n) => ({
    kind: "Event",
    mailboxId,
    graphId: `e${n}`,
    version: "1",
    start: time,
    end: time,
    isAllDay: false,
    subject: subjectOf(n),
    isKept: n % 2 === 0 ? true : undefined,
  }));

const services = {
  ...fakeServices,
  eventReader: {
    viewMany: async (_: unknown, keys: { mailboxId: string }[]) =>
      keys.map(({ mailboxId }) =>
        mailboxId === MAILBOX_IDS[1]
          ? new AppError("UPSTREAM_UNAVAILABLE", "Out of order.")
          : { events: view(mailboxId, (n) => `Subject ${n}`), asOf: time.instant },
      ),
  },
} as unknown as Services;

const lines: Record<string, unknown>[] = [];
const note = (facts: unknown) => void lines.push(facts as Record<string, unknown>);
const log: Logger = { debug: note, info: note, warn: note, error: note };

let api: Api;
beforeAll(async () => {
  api = await createApi({
    services,
    limits: { ...DEFAULT_QUERY_LIMITS, maxPageSize: 1_000, maxCost: 100_000_000 },
    introspection: true,
    responseTextBytes: 1_000_000,
    log,
    clock: systemClock,
  });
});
afterAll(() => api.close());

async function ask(query: string) {
  const headers = new HeaderMap([["apollo-require-preflight", "true"]]);
  const call = { signal: new AbortController().signal, requestId: "request-1", traceparent: "t", meter: newMeter() };
  return api.execute({ method: "POST", headers, search: "", body: { query } }, { viewer, call });
}

async function chunksOf(query: string): Promise<string[]> {
  const { body } = await ask(query);
  if (body.kind === "complete") return [body.string];
  const chunks: string[] = [];
  for await (const chunk of body.asyncIterator) chunks.push(chunk);
  return chunks;
}

describe("a large answer", () => {
  test("comes in chunks that are the text of the whole", async () => {
    const chunks = await chunksOf(QUERY);
    expect(chunks.length).toBeGreaterThan(2);
    for (const chunk of chunks.slice(0, -1)) expect(chunk.length).toBeLessThan(140_000);
    const text = chunks.join("");
    expect(text.endsWith("}\n")).toBe(true);
    const { data } = JSON.parse(text);
    expect(`${JSON.stringify(JSON.parse(text))}\n`).toBe(text);
    const [first, second, third] = data.organization.mailboxes.nodes;
    expect(first.calendarView.nodes).toHaveLength(EVENTS);
    expect(first.calendarView.nodes[7].subject).toBe("Subject 7");
    expect(second.calendarView).toBeNull();
    expect(third.calendarView.nodes[999].subject).toBe("Subject 999");
  });

  test("has its errors first, with path and request id, and its line in the log", async () => {
    lines.length = 0;
    const text = (await chunksOf(QUERY)).join("");
    expect(text.startsWith('{"errors":[')).toBe(true);
    const { errors } = JSON.parse(text);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({
      path: ["organization", "mailboxes", "nodes", 1, "calendarView"],
      extensions: { code: "UPSTREAM_UNAVAILABLE", requestId: "request-1" },
    });
    expect(lines).toContainEqual(expect.objectContaining({ kind: "query", errorCodes: ["UPSTREAM_UNAVAILABLE"] }));
  });

  test("lets others work between its chunks", async () => {
    const { body } = await ask(QUERY);
    if (body.kind !== "chunked") throw new Error("the answer came whole");
    let turns = 0;
    const count = () => {
      turns += 1;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    let chunks = 0;
    for await (const _ of body.asyncIterator) chunks += 1;
    clearImmediate(timer);
    expect(turns).toBeGreaterThanOrEqual(chunks - 1);
  });
});

test("a small answer comes whole", async () => {
  const { body } = await ask("{ viewer { role } }");
  if (body.kind !== "complete") throw new Error("the answer came in chunks");
  expect(body.string).toMatch(/^\{"data":\{"viewer":\{"role":"READER"\}\},"extensions":\{"cost":.*\}\n$/);
});

describe("a ticket", () => {
  const items = Array.from({ length: 50 }, (_, n) => ({ n }));
  const data = { list: { nodes: items } };
  const empty = { fields: new Map(), events: undefined };
  const root = {
    fields: new Map([["list", { fields: new Map([["nodes", empty]]), events: undefined }]]),
    events: undefined,
  };
  const answered = (string: string) => ({ headers: new HeaderMap(), body: { kind: "complete" as const, string } });

  test("is no JSON, another one each time, and good for once", () => {
    const bodies = new AnswerBodies(new WeakMap([[data, root]]), 100);
    const ticket = bodies.stringify({ data });
    expect(() => JSON.parse(ticket)).toThrow();
    expect(bodies.stringify({ data })).not.toBe(ticket);
    expect(bodies.exchange(answered(ticket)).body.kind).toBe("chunked");
    expect(() => bodies.exchange(answered(ticket))).toThrow("not known");
  });

  test("is never mistaken for an answer: one that was not issued fails, and so does one of another process", () => {
    const bodies = new AnswerBodies(new WeakMap([[data, root]]), 100);
    const other = new AnswerBodies(new WeakMap([[data, root]]), 100);
    expect(() => bodies.exchange(answered(other.stringify({ data })))).toThrow("not known");
    expect(() => bodies.exchange(answered("ticket:AAAAAAAAAAAAAAAAAAAAAA"))).toThrow("not known");
    const text = '{"data":{"a":"ticket:AAAA"}}\n';
    expect(bodies.exchange(answered(text))).toEqual(answered(text));
  });

  test("is exchanged for chunks that are what JSON.stringify writes", async () => {
    const bodies = new AnswerBodies(new WeakMap([[data, root]]), 100);
    const answer = { errors: undefined, data, extensions: { a: [1, undefined, new Date(0)], b: undefined } };
    const { body } = bodies.exchange(answered(bodies.stringify(answer)));
    if (body.kind !== "chunked") throw new Error("the answer came whole");
    let text = "";
    for await (const chunk of body.asyncIterator) text += chunk;
    expect(text).toBe(`${JSON.stringify(answer)}\n`);
  });
});
