import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

describe("equal dashboards that come at once (performance-findings P10)", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let eventId: string;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway);
    eventId = (await makeEvent(organization)).id;
  });
  afterAll(() => gateway.close());

  const query = () =>
    `{ mailbox(id: "${organization.mailboxIds[0]}") { calendarView(start: "2026-03-02T00:00:00Z", end: "2026-03-08T00:00:00Z") { nodes { id subject } } } }`;
  interface Answer {
    readonly mailbox: { readonly calendarView: { readonly nodes: readonly { id: string; subject: string }[] } };
  }
  const ask = () => organization.reader.send<Answer>({ query: query() });
  const titles = (answer: { readonly data: Answer }) =>
    answer.data.mailbox.calendarView.nodes.filter(({ id }) => id === eventId).map(({ subject }) => subject);

  test("ask Graph once, and are equal", async () => {
    gateway.emulator.log.clear();
    gateway.emulator.latency.graphMs = 40;
    const answers = await Promise.all(Array.from({ length: 10 }, ask));
    gateway.emulator.latency.graphMs = 0;

    expect(new Set(answers.map((answer) => JSON.stringify(answer.data))).size).toBe(1);
    expect(titles(answers[0] as (typeof answers)[0])).toEqual(["Planning"]);
    expect(gateway.emulator.log.count({ service: "graph" })).toBe(1);
  });

  test("after a write show what was written, though equal queries were under way", async () => {
    gateway.emulator.latency.graphMs = 40;
    const before = Promise.all([ask(), ask()]);
    await organization.reader.send<unknown>({ query: "{ viewer { role } }" });
    gateway.emulator.latency.graphMs = 0;
    const mutation = `mutation { updateEvent(input: { id: "${eventId}", subject: "Moved" }) { errors { __typename } } }`;
    const written = await organization.writer.send<{ updateEvent: { errors: unknown[] } }>({ query: mutation });
    expect(written.data.updateEvent.errors).toEqual([]);

    expect(titles(await ask())).toEqual(["Moved"]);
    await before;
  });
});
