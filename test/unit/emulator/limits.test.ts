import { afterAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import type { EmulatorOptions } from "../../../emulator/index.js";
import { addPerson, eventBody, graphClient, type Json, SECRET, START, startTenant, tokenFor } from "./kit.js";

const started: { close(): Promise<void> }[] = [];
afterAll(() => Promise.all(started.map((one) => one.close())));
const start = async (switches: EmulatorOptions["switches"] = {}) => {
  const office = await startTenant({ clock: createClock(() => START), switches });
  started.push(office.emulator);
  const calendar = `/users/${office.ann.id}/calendar`;
  const statuses = async (count: number, path = calendar) => {
    const found: number[] = [];
    for (let call = 0; call < count; call++) found.push((await office.graph.get(path)).status);
    return found;
  };
  return { ...office, calendar, statuses };
};
type Office = Awaited<ReturnType<typeof start>>;
const refusals = ({ emulator }: Office) =>
  emulator.log.entries({ status: 429 }).map(({ refusedBy, mailbox }) => [refusedBy, mailbox]);

describe("section 5.1: the upload limit", () => {
  const big = (bytes: number) => eventBody({ body: { contentType: "text", content: "x".repeat(bytes) } });

  test("counts the bytes of PATCH, POST and PUT in five minutes per app and mailbox; GET is free", async () => {
    const office = await start({ mailboxUploadBytes: 10_000 });
    const { ann, graph, emulator, tenant } = office;
    const events = `/users/${ann.id}/events`;
    const first = await graph.post(events, big(4_000));
    expect(first.status).toBe(201);
    expect((await graph.patch(`${events}/${first.json.id}`, big(4_000))).status).toBe(200);
    const refused = await graph.post(events, big(4_000));
    expect([refused.status, refused.json.error.code]).toEqual([429, "ApplicationThrottled"]);
    expect(refused.json.error.message).toContain("IncomingBytes");
    expect(refused.headers.get("retry-after")).toBe("300");
    expect((await graph.get(events)).json.value).toHaveLength(1);
    const bob = addPerson(emulator, tenant, "bob");
    expect((await graph.post(`/users/${bob.id}/events`, big(4_000))).status).toBe(201);
    const second = emulator.add.addApp(tenant, { secrets: [{ value: SECRET }] });
    emulator.add.consent(second, tenant, ["Calendars.ReadWrite"]);
    const other = graphClient(emulator, await tokenFor(emulator, tenant, second));
    expect((await other.post(events, big(4_000))).status).toBe(201);
    expect(refusals(office)).toEqual([["IncomingBytes", "ann@quarry.example"]]);
  });

  test("has 150 MB by default, and a wait after which the request fits", async () => {
    const office = await start({ refusedRequestsCount: false });
    const { ann, graph, emulator } = office;
    expect(emulator.switches.mailboxUploadBytes).toBe(150 * 1024 * 1024);
    emulator.switches.mailboxUploadBytes = 10_000;
    const events = `/users/${ann.id}/events`;
    await graph.post(events, big(4_000));
    emulator.clock.advance(60_000);
    await graph.post(events, big(4_000));
    const refused = await graph.post(events, big(4_000));
    expect(refused.headers.get("retry-after")).toBe("240");
    emulator.clock.advance(239_000);
    expect((await graph.post(events, big(4_000))).status).toBe(429);
    emulator.clock.advance(1_000);
    expect((await graph.post(events, big(4_000))).status).toBe(201);
  });

  test("counts the chunks of upload sessions against the mailbox they are for", async () => {
    const office = await start();
    const { ann, graph, emulator } = office;
    const event = (await graph.post(`/users/${ann.id}/events`, eventBody())).json;
    const size = 3_000_000;
    const AttachmentItem = { attachmentType: "file", name: "plan.pdf", size };
    const session = await graph.post(`/users/${ann.id}/events/${event.id}/attachments/createUploadSession`, {
      AttachmentItem,
    });
    emulator.switches.mailboxUploadBytes = 10_000;
    const put = (last: number) =>
      fetch(session.json.uploadUrl, {
        method: "PUT",
        headers: { "content-range": `bytes 0-${last}/${size}` },
        body: Buffer.alloc(last + 1),
      });
    expect((await put(20_000)).status).toBe(429);
    emulator.switches.mailboxUploadBytes = undefined;
    expect((await put(20_000)).status).toBe(200);
    expect(emulator.log.entries({ refusedBy: "IncomingBytes" })).toMatchObject([
      { method: "PUT", status: 429, mailbox: "ann@quarry.example" },
    ]);
  });
});

describe("section 5.1: limits beyond the mailbox", () => {
  test("open extensions: 455 in 10 seconds per app and tenant, other requests not counted", async () => {
    const office = await start();
    const { ann, graph, emulator } = office;
    expect(emulator.switches.extensionRequests).toBe(455);
    emulator.switches.extensionRequests = 2;
    const event = (await graph.post(`/users/${ann.id}/events`, eventBody())).json;
    const path = `/users/${ann.id}/events/${event.id}/extensions`;
    await graph.post(path, { "@odata.type": "microsoft.graph.openTypeExtension", extensionName: "com.quarry.note" });
    const one = `${path}/com.quarry.note`;
    expect(await office.statuses(2, one)).toEqual([200, 429]);
    expect(await office.statuses(1)).toEqual([200]);
    emulator.clock.advance(10_000);
    expect(await office.statuses(1, one)).toEqual([200]);
    expect(refusals(office)).toEqual([["ExtensionRequests", "ann@quarry.example"]]);
  });

  test("subscriptions: off by default, then per app and tenant", async () => {
    const office = await start();
    expect(office.emulator.switches.subscriptionRequests).toBeUndefined();
    office.emulator.switches.subscriptionRequests = 1;
    expect(await office.statuses(2, "/subscriptions")).toEqual([200, 429]);
    expect(refusals(office)).toEqual([["SubscriptionRequests", undefined]]);
  });

  test("all of an app's requests: TooManyRequests, with code, status and message inside as in Microsoft's sample", async () => {
    const office = await start({ globalRequests: 2, retryAfterForm: "decimal" });
    expect(await office.statuses(2, "/users")).toEqual([200, 200]);
    const refused = await office.graph.get("/users");
    expect([refused.status, refused.json.error.code]).toEqual([429, "TooManyRequests"]);
    expect(refused.json.error.innerError).toMatchObject({ code: "429", status: "429" });
    expect(refused.json.error.innerError.message).not.toBe("");
    expect(refused.headers.get("retry-after")).toBe("10.128");
  });
});

describe("the windows", () => {
  test("slide by default: each request leaves ten minutes after it came", async () => {
    const { emulator, statuses } = await start({ mailboxRequests: 2, refusedRequestsCount: false });
    await statuses(1);
    emulator.clock.advance(300_000);
    expect(await statuses(2)).toEqual([200, 429]);
    emulator.clock.advance(300_000);
    expect(await statuses(2)).toEqual([200, 429]);
  });

  test("by a switch begin with the first request and end as a whole", async () => {
    const { emulator, statuses } = await start({ mailboxRequests: 2, limitWindow: "fixed" });
    await statuses(1);
    emulator.clock.advance(300_000);
    expect(await statuses(2)).toEqual([200, 429]);
    emulator.clock.advance(300_000);
    expect(await statuses(3)).toEqual([200, 200, 429]);
  });

  test("section 5.3: requests made while throttled still count, unless the switch says otherwise", async () => {
    const { emulator, statuses } = await start({ mailboxRequests: 2 });
    await statuses(2);
    emulator.clock.advance(300_000);
    await statuses(2);
    emulator.clock.advance(300_000);
    expect(await statuses(1)).toEqual([429]);
    const tolerant = await start({ mailboxRequests: 2, refusedRequestsCount: false });
    await tolerant.statuses(2);
    tolerant.emulator.clock.advance(300_000);
    await tolerant.statuses(2);
    tolerant.emulator.clock.advance(300_000);
    expect(await tolerant.statuses(1)).toEqual([200]);
  });
});

describe("section 5.2: Retry-After of the limits", () => {
  test.each([
    ["seconds", "600"],
    ["decimal", "600.128"],
    ["httpDate", new Date(START + 600_000).toUTCString()],
    ["absent", null],
  ] as const)("in the form %s is %s", async (retryAfterForm, expected) => {
    const { graph, calendar, statuses } = await start({ mailboxRequests: 1, retryAfterForm });
    await statuses(1);
    expect((await graph.get(calendar)).headers.get("retry-after")).toBe(expected);
  });
});

describe("section 4.5: throttling inside a batch", () => {
  const parts = (calendar: string) => [1, 2, 3].map((id) => ({ id: `${id}`, method: "GET", url: calendar }));

  test("hits single parts, each with its own Retry-After; every part counts as a request and is logged by its limit", async () => {
    const { graph, calendar, emulator } = await start({ mailboxRequests: 2 });
    const { status, json } = await graph.batch(parts(calendar));
    expect(status).toBe(200);
    const throttled = json.responses.filter((part: Json) => part.status === 429);
    expect(throttled.map(({ headers, body }: Json) => [headers["Retry-After"], body.error.code])).toEqual([
      ["600", "ApplicationThrottled"],
    ]);
    expect(emulator.log.count({ kind: "part", status: 200 })).toBe(2);
    expect(emulator.log.entries({ kind: "part", status: 429 })).toMatchObject([{ refusedBy: "RequestRate" }]);
  });

  test("by switches makes the envelope 424, and writes names of headers in lower case", async () => {
    const { graph, calendar } = await start({
      mailboxRequests: 2,
      throttledBatchStatus: 424,
      batchHeaderNames: "lowerCase",
    });
    const { status, json } = await graph.batch(parts(calendar));
    expect(status).toBe(424);
    const throttled = json.responses.find((part: Json) => part.status === 429);
    expect([throttled.headers["retry-after"], throttled.headers["Retry-After"]]).toEqual(["600", undefined]);
  });
});

test("the control surface counts what limits refused, and finds those requests in the log", async () => {
  const { emulator, statuses } = await start({ mailboxRequests: 1 });
  await statuses(3);
  const read = async (path: string): Promise<Json> => (await fetch(`${emulator.url}/emulator${path}`)).json();
  expect(await read("/log/counts")).toMatchObject({ refusedByLimit: { RequestRate: 2 }, struckByFault: {} });
  expect((await read("/log?refusedBy=RequestRate")).count).toBe(2);
  expect((await read("/log?refusedBy=MailboxConcurrency")).count).toBe(0);
});
