import { rm } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Compiled, compileChildren } from "../../bench/kit/compile.js";
import { closeConnections } from "../../bench/kit/post.js";
import type { Contender } from "../../bench/peers/contender.js";
import { mailboxes, type Question, rightDigest, week } from "../../bench/peers/question.js";
import { startPeer } from "../../bench/peers/start-peer.js";
import { startUpstream, type Upstream } from "../../bench/upstream/client.js";

/** Below the project, so that packages are found; of this test's own, as a benchmark may be running. */
const FOLDER = `dist/bench-test-${process.pid}`;
const SETTINGS = { latency: { kind: "constant", ms: 5 }, events: 25 } as const;

describe("the benchmark's programs", () => {
  let compiled: Compiled;
  let upstream: Upstream;
  const running: Contender[] = [];
  beforeAll(async () => {
    compiled = await compileChildren(FOLDER);
    upstream = await startUpstream(compiled.upstream);
  });
  afterAll(async () => {
    for (const contender of running) await contender.end();
    await upstream.end();
    closeConnections();
    await rm(FOLDER, { recursive: true, force: true });
  });

  const start = async (name: Contender["name"]): Promise<Contender> => {
    const contender = await startPeer(name, compiled, { loginUrl: upstream.url, graphUrl: upstream.url });
    running.push(contender);
    return contender;
  };
  const ask = async (contender: Contender, question: Question) => {
    await contender.prepare(question.mailboxes);
    await upstream.set(SETTINGS);
    const { digest } = await contender.ask(question);
    return { digest, counters: await upstream.counters() };
  };
  const view: Question = { kind: "week", mailboxes: mailboxes(6), ...week(1) };
  const every: Question = { kind: "every-calendar", mailboxes: mailboxes(3), ...week(2) };

  test.each([
    { name: "gateway", http: 2 },
    { name: "bare", http: 2 },
    { name: "batch-20", http: 1 },
    { name: "sdk-promise-all", http: 6 },
  ] as const)("$name answers right and asks $http times for six mailboxes", async ({ name, http }) => {
    const contender = await start(name);

    const week = await ask(contender, view);
    expect(week.digest()).toEqual(rightDigest(view, SETTINGS.events));
    expect(week.counters).toMatchObject({ http, inner: 6, crowded: 0, refused: 0 });

    const calendars = await ask(contender, every);
    expect(calendars.digest()).toEqual(rightDigest(every, SETTINGS.events));
  });

  test("the stand-in refuses the fifth request at once to a mailbox and counts it", async () => {
    await upstream.set({ latency: { kind: "constant", ms: 40 } });
    const headers = { authorization: "Bearer test" };
    const url = `${upstream.url}/v1.0/users/${mailboxes(1)[0]}/calendars`;

    const answers = await Promise.all(Array.from({ length: 5 }, () => fetch(url, { headers })));

    const statuses = answers.map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 200, 200, 200, 429]);
    expect(answers.find(({ status }) => status === 429)?.headers.get("retry-after")).toBe("1");
    expect(await upstream.counters()).toMatchObject({ http: 5, inner: 5, crowded: 1 });
  });

  test("the stand-in runs four parts of a batch at a time", async () => {
    await upstream.set({ latency: { kind: "constant", ms: 30 } });
    const requests = mailboxes(5).map((mailbox, n) => ({
      id: `${n}`,
      method: "GET",
      url: `/users/${mailbox}/calendars`,
    }));
    const startedAt = performance.now();

    const response = await fetch(`${upstream.url}/v1.0/$batch`, {
      method: "POST",
      headers: { authorization: "Bearer test" },
      body: JSON.stringify({ requests }),
    });
    const { responses } = (await response.json()) as { responses: { status: number }[] };

    expect(responses.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(59);
  });
});
