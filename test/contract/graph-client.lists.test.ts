import {
  BatchRequestContent,
  type BatchRequestStep,
  BatchResponseContent,
  type Client,
  PageIterator,
} from "@microsoft/microsoft-graph-client";
import type { Event } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphClient, graphErrorOf, type Page } from "./kit/clients.js";
import { emulatedTenant, isRealTenant, NEEDS_EMULATOR, openTarget, type Target } from "./kit/target.js";
import { Tidy } from "./kit/tidy.js";
import { dateOf, meeting, newSubject, windowOf } from "./kit/week.js";

const JSON_TYPE = { "content-type": "application/json" };

/** A part of a batch; the helper keeps what follows the host. */
function step(id: string, method: string, path: string, body?: unknown, dependsOn?: string[]): BatchRequestStep {
  const init = body === undefined ? {} : { body: JSON.stringify(body), headers: JSON_TYPE };
  const request = new Request(`https://graph.microsoft.com${path}`, { method, ...init });
  return { id, request, ...(dependsOn === undefined ? {} : { dependsOn }) };
}

async function sendBatch(client: Client, ...steps: BatchRequestStep[]): Promise<BatchResponseContent> {
  const content = await new BatchRequestContent(steps).getContent();
  return new BatchResponseContent(await client.api("/$batch").post(content));
}

describe("microsoft-graph-client: pages and batches", () => {
  const tidy = new Tidy();
  const subject = newSubject("page");
  let target: Target;
  let client: Client;
  let home: string;
  beforeAll(async () => {
    target = await openTarget();
    client = graphClient(target);
    home = `/users/${target.mailbox}`;
    for (const day of [14, 15, 16, 17, 18]) {
      const event: Event = await client.api(`${home}/events`).post(meeting(subject, {}, day));
      tidy.later(`${home}/events/${event.id}`);
    }
  });
  afterAll(async () => {
    await tidy.run(client);
    await target.close();
  });

  const view = () => client.api(`${home}/calendarView`).query(windowOf(14, 21));
  const isOurs = (event: Event) => event.subject === subject;

  test("PageIterator walks a view to its end, in the order of time and each event once", async () => {
    const starts: string[] = [];
    const first: Page<Event> = await view().top(2).select("subject,start").get();
    const pages = new PageIterator(client, first, (event: Event) => {
      if (isOurs(event)) starts.push(String(event.start?.dateTime));
      return true;
    });

    await pages.iterate();

    expect(first.value.length).toBeLessThanOrEqual(2);
    expect(first["@odata.nextLink"]).toContain(target.graphUrl);
    expect(pages.isComplete()).toBe(true);
    expect(starts).toHaveLength(5);
    expect(starts).toEqual([...new Set(starts)].sort());
  });

  test("PageIterator pauses where it is told to, and goes on from there", async () => {
    const seen: string[] = [];
    const pages = new PageIterator(client, await view().top(2).get(), (event: Event) => {
      if (isOurs(event)) seen.push(String(event.id));
      return seen.length !== 3;
    });

    await pages.iterate();
    expect(pages.isComplete()).toBe(false);
    await pages.resume();

    expect(pages.isComplete()).toBe(true);
    expect(new Set(seen).size).toBe(5);
  });

  test("PageIterator repeats its headers on every page, as preferences need", async () => {
    const headers = { Prefer: 'outlook.timezone="India Standard Time"' };
    const zones = new Set<string>();
    const first: Page<Event> = await view().top(2).headers(headers).get();
    const pages = new PageIterator(client, first, (event: Event) => zones.add(String(event.start?.timeZone)).size > 0, {
      headers,
    });

    await pages.iterate();

    expect([...zones]).toEqual(["India Standard Time"]);
  });

  test("sorts, skips and counts events", async () => {
    const page: Page<Event> = await client
      .api(`${home}/events`)
      .filter(`subject eq '${subject}'`)
      .orderby("start/dateTime desc")
      .skip(1)
      .top(2)
      .count(true)
      .get();

    expect(page["@odata.count"]).toBe(5);
    expect(page.value.map(({ start }) => start?.dateTime?.slice(0, 10))).toEqual([dateOf(17), dateOf(16)]);
  });

  test("a view without a window is refused", async () => {
    expect(await graphErrorOf(client.api(`${home}/calendarView`).get())).toMatchObject({
      statusCode: 400,
      code: "ErrorInvalidParameter",
    });
  });

  test("a batch answers each part by its id: a create, a list and a refusal", async () => {
    const batch = await sendBatch(
      client,
      step("create", "POST", `${home}/events`, meeting(newSubject("batch"))),
      step("list", "GET", `${home}/calendars`),
      step("missing", "GET", "/users/00000000-0000-4000-8000-000000000000"),
    );

    const created = (await batch.getResponseById("create").json()) as Event;
    tidy.later(`${home}/events/${created.id}`);
    const listed = (await batch.getResponseById("list").json()) as Page<{ name: string }>;
    expect(batch.getResponses().size).toBe(3);
    expect(batch.getResponseById("create").status).toBe(201);
    expect(batch.getResponseById("create").headers.get("content-type")).toContain("application/json");
    expect(created.type).toBe("singleInstance");
    expect(listed.value.length).toBeGreaterThan(0);
    expect(batch.getResponseById("missing").status).toBe(404);
  });

  test("a batch in series runs in order, and what depends on a failure is not run", async () => {
    const event: Event = await client.api(`${home}/events`).post(meeting(newSubject("series of a batch")));
    const path = `${home}/events/${event.id}`;
    tidy.later(path);

    const batch = await sendBatch(
      client,
      step("change", "PATCH", path, { showAs: "free" }),
      step("read", "GET", path, undefined, ["change"]),
      step("fail", "PATCH", path, { showAs: "nonsense" }, ["read"]),
      step("never", "DELETE", path, undefined, ["fail"]),
    );

    expect(await batch.getResponseById("read").json()).toMatchObject({ showAs: "free" });
    expect(batch.getResponseById("fail").status).toBe(400);
    expect(batch.getResponseById("never").status).toBe(424);
    expect(await client.api(path).get()).toMatchObject({ id: event.id });
  });

  test("a batch takes twenty parts", async () => {
    const steps = Array.from({ length: 20 }, (_, index) => step(String(index), "GET", home));
    const batch = await sendBatch(client, ...steps);

    expect([...batch.getResponses().values()].map(({ status }) => status)).toEqual(Array(20).fill(200));
  });
});

describe.skipIf(isRealTenant)(`microsoft-graph-client: throttling ${NEEDS_EMULATOR}`, () => {
  let target: Awaited<ReturnType<typeof emulatedTenant>>;
  let client: Client;
  let home: string;
  beforeAll(async () => {
    target = await emulatedTenant();
    client = graphClient(target);
    home = `/users/${target.mailbox}`;
    await client.api(home).get();
  });
  afterAll(() => target.close());

  const statuses = (pathEnd: string) => target.emulator.log.entries({ pathEnd }).map(({ status }) => status);

  test("waits as long as Retry-After says when too many requests are open on a mailbox, and succeeds", async () => {
    target.emulator.latency.graphMs = 100;
    const started = performance.now();
    const answers = await Promise.all(Array.from({ length: 6 }, () => client.api(`${home}/calendars`).get()));
    target.emulator.latency.graphMs = 0;

    expect(answers.map(({ value }) => value.length > 0)).toEqual(Array(6).fill(true));
    expect(statuses("/calendars").filter((status) => status === 429)).toHaveLength(2);
    expect(performance.now() - started).toBeGreaterThan(1_000);
  });

  test("repeats a write that was throttled before it was done, so that one event is made", async () => {
    target.emulator.faults.once(
      { service: "graph", method: "POST", path: "*/events" },
      { kind: "error", status: 429, retryAfterSeconds: 0.1 },
    );
    const subject = newSubject("throttled");
    await client.api(`${home}/events`).post(meeting(subject));
    const { value }: Page<Event> = await client.api(`${home}/calendarView`).query(windowOf(0, 1)).get();

    expect(statuses("/events")).toEqual([429, 201]);
    expect(value.filter((event) => event.subject === subject)).toHaveLength(1);
  });

  test("repeats after an outage that says when to come back", async () => {
    target.emulator.faults.add({
      match: { service: "graph", path: "*/calendar" },
      times: 2,
      action: { kind: "html", status: 503, retryAfterSeconds: 0.05 },
    });

    expect(await client.api(`${home}/calendar`).get()).toMatchObject({ isDefaultCalendar: true });
    expect(statuses("/calendar")).toEqual([503, 503, 200]);
  });

  test("sees a throttled part inside a batch that succeeded", async () => {
    target.emulator.faults.once(
      { service: "graph", path: "*/calendarGroups" },
      { kind: "error", status: 429, retryAfterSeconds: 7 },
    );
    const batch = await sendBatch(
      client,
      step("1", "GET", `${home}/calendarGroups`),
      step("2", "GET", `${home}/calendars`),
    );

    expect(batch.getResponseById("1").status).toBe(429);
    expect(batch.getResponseById("1").headers.get("retry-after")).toBe("7");
    expect(batch.getResponseById("2").status).toBe(200);
  });

  test("gives up on a refusal that no repeat can help", async () => {
    target.emulator.faults.once(
      { service: "graph", path: "*/mailboxSettings" },
      { kind: "error", status: 403, code: "ErrorAccessDenied" },
    );

    expect(await graphErrorOf(client.api(`${home}/mailboxSettings`).get())).toMatchObject({
      statusCode: 403,
      code: "ErrorAccessDenied",
    });
    expect(statuses("/mailboxSettings")).toEqual([403]);
  });
});
