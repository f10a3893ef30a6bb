import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { buildProgram, type ChildGateway, startChildGateway } from "../kit/child-gateway.js";
import { eventInput } from "../kit/events.js";
import { OWNER_KEY, startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateConnectionDocument,
  type CreateEventInput,
  CreateMailboxDocument,
  CreateOrganizationDocument,
  CreateSeriesDocument,
  DeleteEventDocument,
  SeriesInstancesDocument,
  type UpdateEventInput,
  UpdateSeriesDocument,
} from "../kit/generated/operations.js";
import { type KillPoint, startKillingProxy } from "../kit/killing-proxy.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import type { TestClient } from "../kit/test-client.js";

const berlin = (dateTime: string) => ({ dateTime, timeZone: "Europe/Berlin" });
const WEEKLY = { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" };

const startsOf = async (client: TestClient, id: string) => {
  const window = { start: "2026-01-01T00:00:00Z", end: "2028-01-01T00:00:00Z" };
  const { node } = await client.data(SeriesInstancesDocument, { id, ...window });
  if (!node || !("instances" in node)) throw new Error("not an event");
  return node.instances!.nodes;
};
const instantsOf = async (client: TestClient, id: string) =>
  (await startsOf(client, id)).map(({ start }) =>
    start.__typename === "Timed" ? start.instant.slice(0, 16) : start.date,
  );

describe("this occurrence and the following ones [user-demands 41]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const series = async (over: Partial<CreateEventInput> = {}) => {
    const input = eventInput(organization, { recurrence: WEEKLY, ...over });
    const { createEvent } = await organization.writer.data(CreateSeriesDocument, { input });
    expect(createEvent.errors).toEqual([]);
    return createEvent.event!;
  };
  const follow = async (input: UpdateEventInput) =>
    (await organization.writer.query(UpdateSeriesDocument, { input: { scope: "THIS_AND_FOLLOWING", ...input } })).data
      .updateEvent;
  const stored = (id: string) => {
    const { graphId } = parseMailboxObjectGlobalId("Event", id);
    const [tenant] = gateway.emulator.store.tenants.values();
    const mailbox = gateway.emulator.store.userByMail(tenant!, DEMO_USERS.jonas.address)!.mailbox!;
    return { mailbox, row: gateway.emulator.store.event(mailbox, graphId) };
  };

  test("are a series of their own with the rest of the count, and the old one ends before them", async () => {
    const { id } = await series({ attendees: [{ address: DEMO_USERS.mei.address }], location: "Room 4" });
    const third = (await startsOf(organization.reader, id))[2]!;

    const { event, split, errors } = await follow({ id: third.id, subject: "From now on" });

    expect(errors).toEqual([]);
    expect(event).toMatchObject({
      subject: "From now on",
      type: "SERIES_MASTER",
      recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=4" },
      attendees: [{ address: DEMO_USERS.mei.address }],
    });
    expect(split).toEqual({
      endedSeries: { id, recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260309T080000Z" } },
      carriedCancellations: [],
      droppedExceptions: [],
      lacksAttachments: false,
    });
    expect(await instantsOf(organization.reader, id)).toEqual(["2026-03-02T08:00", "2026-03-09T08:00"]);
    expect(await instantsOf(organization.reader, event!.id)).toEqual([
      "2026-03-16T08:00",
      "2026-03-23T08:00",
      "2026-03-30T07:00",
      "2026-04-06T07:00",
    ]);
    expect(stored(event!.id).row!.locations[0]?.displayName).toBe("Room 4");
  });

  test.each([
    ["FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406", "FREQ=WEEKLY;BYDAY=MO;UNTIL=20260406T070000Z"],
    ["FREQ=WEEKLY;BYDAY=MO", "FREQ=WEEKLY;BYDAY=MO"],
  ])("of %s go on as %s", async (rrule, rest) => {
    const { id } = await series({ recurrence: { rrule } });
    const third = (await startsOf(organization.reader, id))[2]!;

    const { event, errors } = await follow({ id: third.id, subject: "x" });

    expect([errors, event!.recurrence!.rrule]).toEqual([[], rest]);
  });

  test("may move to another day and time, with all that follows", async () => {
    const { id } = await series();
    const third = (await startsOf(organization.reader, id))[2]!;

    const { event, errors } = await follow({
      id: third.id,
      start: berlin("2026-03-18T14:00:00"),
      end: berlin("2026-03-18T15:00:00"),
    });

    expect(errors).toEqual([]);
    expect(event!.recurrence!.rrule).toBe("FREQ=WEEKLY;BYDAY=WE;COUNT=4");
    expect((await instantsOf(organization.reader, event!.id)).slice(0, 3)).toEqual([
      "2026-03-18T13:00",
      "2026-03-25T13:00",
      "2026-04-01T12:00",
    ]);
  });

  test("may get another recurrence, or none", async () => {
    const [first, second] = [await series(), await series()];
    const at = async (id: string) => (await startsOf(organization.reader, id))[2]!.id;

    const daily = await follow({ id: await at(first.id), recurrence: { rrule: "FREQ=DAILY;COUNT=2" } });
    const single = await follow({ id: await at(second.id), recurrence: null });

    expect([daily.errors, single.errors]).toEqual([[], []]);
    expect(daily.event!.recurrence!.rrule).toBe("FREQ=DAILY;COUNT=2");
    expect(single.event).toMatchObject({ type: "SINGLE_INSTANCE", start: { instant: "2026-03-16T08:00:00.000Z" } });
  });

  test("keep what was removed, and tell which changes they lost", async () => {
    const { id } = await series();
    const all = await startsOf(organization.reader, id);
    await organization.writer.data(DeleteEventDocument, { input: { id: all[3]!.id } });
    await organization.writer.data(UpdateSeriesDocument, { input: { id: all[4]!.id, subject: "Special" } });
    await organization.writer.data(UpdateSeriesDocument, { input: { id: all[1]!.id, subject: "Early" } });

    const { event, split, errors } = await follow({ id: all[2]!.id, subject: "x" });

    expect(errors).toEqual([]);
    expect(split).toMatchObject({ carriedCancellations: ["2026-03-23"], droppedExceptions: ["2026-03-30"] });
    expect(await instantsOf(organization.reader, event!.id)).toEqual([
      "2026-03-16T08:00",
      "2026-03-30T07:00",
      "2026-04-06T07:00",
    ]);
    expect((await startsOf(organization.reader, id)).map(({ subject }) => subject)).toEqual(["Planning", "Early"]);
  });

  test("from a changed occurrence on begin at its slot", async () => {
    const { id } = await series();
    const third = (await startsOf(organization.reader, id))[2]!;
    await organization.writer.data(UpdateSeriesDocument, {
      input: { id: third.id, start: berlin("2026-03-17T11:00:00"), end: berlin("2026-03-17T12:00:00") },
    });

    const { event, split } = await follow({ id: third.id, subject: "x" });

    expect(event!.start).toMatchObject({ instant: "2026-03-16T08:00:00.000Z" });
    expect(split!.droppedExceptions).toEqual(["2026-03-16"]);
  });

  test("from the first occurrence on are the whole series: nothing is cut", async () => {
    const { id } = await series();
    const first = (await startsOf(organization.reader, id))[0]!;

    const { event, split, errors } = await follow({ id: first.id, subject: "All" });

    expect([errors, split]).toEqual([[], null]);
    expect(event).toMatchObject({ id, subject: "All", recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" } });
  });

  test("in another calendar stay there", async () => {
    const { mailbox } = stored((await series()).id);
    const base = [...mailbox.calendars.values()][0]!;
    mailbox.calendars.set("side", { ...base, id: "side", name: "Side", isDefault: false } as typeof base);
    const { id } = await series();
    const row = stored(id).row!;
    gateway.emulator.store.putEvent(mailbox, { ...row, calendarId: "side" });
    const third = (await startsOf(organization.reader, id))[2]!;

    const { event, errors } = await follow({ id: third.id, subject: "x" });

    expect(errors).toEqual([]);
    expect(stored(event!.id).row!.calendarId).toBe("side");
    mailbox.calendars.delete("side");
  });

  test("asked for twice are cut once, with the same answer", async () => {
    const { id } = await series();
    const third = (await startsOf(organization.reader, id))[2]!;
    const once = await follow({ id: third.id, subject: "x" });
    gateway.emulator.log.clear();

    const twice = await follow({ id: third.id, subject: "x" });

    expect(twice).toEqual(once);
    const writes = gateway.emulator.log.entries({ service: "graph" }).filter(({ path }) => !path.endsWith("/$batch"));
    // The occurrence that was named is another one's now: its id is followed before the two series are read.
    expect(writes.map(({ method }) => method)).toEqual(["GET", "GET", "GET", "GET", "GET"]);
  });

  test("are not cut off a version that nobody has seen", async () => {
    const { id } = await series();
    const third = (await startsOf(organization.reader, id))[2]!;
    await organization.writer.data(UpdateSeriesDocument, { input: { id, subject: "Newer" } });

    const { errors } = await follow({ id: third.id, subject: "x", expectedVersion: third.version });

    expect(errors).toMatchObject([{ __typename: "ConflictError" }]);
    expect(await instantsOf(organization.reader, id)).toHaveLength(6);
  });

  test.each([
    [403, "ErrorAccessDenied"],
    [400, "ErrorInvalidRequest"],
  ])("are undone when the old series cannot be ended (%i)", async (status, code) => {
    const { id } = await series();
    const third = (await startsOf(organization.reader, id))[2]!;
    const before = [...stored(id).mailbox.events.values()].length;
    gateway.emulator.faults.add({
      match: { service: "graph", method: "PATCH" },
      times: 1,
      action: { kind: "error", status, code },
    });

    const { errors } = await follow({ id: third.id, subject: "x" });

    expect(errors).toHaveLength(1);
    expect(await instantsOf(organization.reader, id)).toHaveLength(6);
    expect([...stored(id).mailbox.events.values()]).toHaveLength(before);
    expect((await follow({ id: third.id, subject: "x" })).errors).toEqual([]);
  });
});

describe("what a process left half-way", () => {
  const time = { now: Date.now() };
  const rounds: (() => void)[] = [];
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    const repeat = (_everyMs: number, work: () => void) => {
      rounds.push(work);
      return () => {};
    };
    gateway = await startGateway({ clock: { now: () => time.now }, repeat });
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  });
  afterAll(() => gateway.close());

  const begin = async (method: string, subject: string) => {
    const input = eventInput(organization, { recurrence: WEEKLY });
    const { createEvent } = await organization.writer.data(CreateSeriesDocument, { input });
    const { id } = createEvent.event!;
    const third = (await startsOf(organization.reader, id))[2]!;
    gateway.emulator.faults.add({
      match: { service: "graph", method, path: "*/events*" },
      times: 3,
      action: { kind: "error", status: 503, code: "UnknownError" },
    });
    const change = { id: third.id, scope: "THIS_AND_FOLLOWING", subject } as const;
    const { data } = await organization.writer.query(UpdateSeriesDocument, { input: change });
    expect(data.updateEvent.errors).toMatchObject([{ code: "UPSTREAM_UNAVAILABLE" }]);
    gateway.emulator.faults.clear();
    return { id, change };
  };
  const named = (subject: string) => {
    const [tenant] = gateway.emulator.store.tenants.values();
    const { events } = gateway.emulator.store.userByMail(tenant!, DEMO_USERS.jonas.address)!.mailbox!;
    return [...events.values()].filter((event) => event.subject === subject);
  };
  const later = () => {
    time.now += 6 * 60_000;
    for (const round of rounds) round();
  };

  test("is finished by the job where the new half is there", async () => {
    const { id } = await begin("PATCH", "Half");
    expect(named("Half")).toHaveLength(1);
    expect(await instantsOf(organization.reader, id)).toHaveLength(6);

    later();

    await expect.poll(() => instantsOf(organization.reader, id), { timeout: 5_000 }).toHaveLength(2);
    expect(named("Half")).toHaveLength(1);
  });

  test("is given up by the job where the new half was never made, and can be asked for again", async () => {
    const { id, change } = await begin("POST", "Never");

    later();
    await expect
      .poll(() => gateway.logLines.filter((line) => line.includes("UNDONE")).length, { timeout: 5_000 })
      .toBe(1);

    expect(named("Never")).toHaveLength(0);
    expect(await instantsOf(organization.reader, id)).toHaveLength(6);
    const { updateEvent } = await organization.writer.data(UpdateSeriesDocument, { input: change });
    expect(updateEvent.errors).toEqual([]);
  });

  test("is left alone while somebody may still be at it", async () => {
    const { id } = await begin("PATCH", "Young");
    for (const round of rounds) round();

    const other = {
      id: (await startsOf(organization.reader, id))[3]!.id,
      scope: "THIS_AND_FOLLOWING",
      subject: "Other",
    } as const;
    const { data } = await organization.writer.query(UpdateSeriesDocument, { input: other });

    expect(data.updateEvent.errors).toMatchObject([
      { __typename: "ConflictError", message: expect.stringContaining("under way") },
    ]);
  });
});

/** Processes start slowly on a machine that has other work. */
const PATIENCE = { timeout: 120_000 };

describe("a process that is killed while it cuts a series", () => {
  let emulator: Emulator;
  let program: Awaited<ReturnType<typeof buildProgram>>;

  beforeAll(async () => {
    emulator = await createEmulator();
    program = await buildProgram();
  }, PATIENCE.timeout);
  afterAll(async () => {
    await emulator.close();
    await program.remove();
  });

  const POINTS: readonly (readonly [string, KillPoint])[] = [
    ["before the new half is made", { method: "POST", when: "before" }],
    ["after the new half was made", { method: "POST", when: "after" }],
    ["before the old half is ended", { method: "PATCH", when: "before" }],
    ["after the old half was ended", { method: "PATCH", when: "after" }],
    ["before a removed occurrence is removed anew", { method: "DELETE", when: "before" }],
    ["after a removed occurrence was removed anew", { method: "DELETE", when: "after" }],
  ];

  test.each(POINTS)("%s: the same call finishes it, once", PATIENCE, async (name, point) => {
    const dataDir = await mkdtemp(join(tmpdir(), "gateway-split-"));
    const proxy = await startKillingProxy(emulator.graphUrl);
    const start = () =>
      startChildGateway(program.main, {
        NODE_ENV: "development",
        EXPLORER: "off",
        DATA_DIR: dataDir,
        BOOTSTRAP_API_KEY: OWNER_KEY,
        EMULATOR_LOGIN_URL: emulator.loginUrl,
        EMULATOR_GRAPH_URL: proxy.url,
      });
    const first = await start();
    const mailboxId = await mailboxFor(first, DEMO_USERS.tomasz.address);
    const input = eventInput({ mailboxIds: [mailboxId] }, { recurrence: WEEKLY, subject: name });
    const { createEvent } = await first.owner.data(CreateSeriesDocument, { input });
    const { id } = createEvent.event!;
    const all = await startsOf(first.owner, id);
    await first.owner.data(DeleteEventDocument, { input: { id: all[4]!.id } });
    const change = { id: all[2]!.id, scope: "THIS_AND_FOLLOWING", subject: `${name}, anew` } as const;

    proxy.killAt(point, () => first.child.kill("SIGKILL"));
    await first.owner.query(UpdateSeriesDocument, { input: change }).catch(() => undefined);
    await first.end("SIGKILL");
    expect(proxy.hasKilled()).toBe(true);

    const second = await start();
    const { updateEvent } = await second.owner.data(UpdateSeriesDocument, { input: change });

    expect(updateEvent.errors).toEqual([]);
    expect(await instantsOf(second.owner, id)).toEqual(["2026-03-02T08:00", "2026-03-09T08:00"]);
    expect(await instantsOf(second.owner, updateEvent.event!.id)).toEqual([
      "2026-03-16T08:00",
      "2026-03-23T08:00",
      "2026-04-06T07:00",
    ]);
    expect(halvesNamed(`${name}, anew`)).toHaveLength(1);
    await second.end("SIGTERM");
    await proxy.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  const halvesNamed = (subject: string) => {
    const [tenant] = emulator.store.tenants.values();
    const { events } = emulator.store.userByMail(tenant!, DEMO_USERS.tomasz.address)!.mailbox!;
    return [...events.values()].filter((event) => event.subject === subject);
  };
});

async function mailboxFor({ owner }: ChildGateway, address: string): Promise<string> {
  const { createOrganization } = await owner.data(CreateOrganizationDocument, { input: { name: "C", slug: "c" } });
  const organizationId = createOrganization.organization!.id;
  const { createConnection } = await owner.data(CreateConnectionDocument, {
    input: { organizationId, name: "main", cloud: "EMULATOR", tenantId: DEMO_TENANT_ID, ...GATEWAY_APP },
  });
  const { createMailbox } = await owner.data(CreateMailboxDocument, {
    input: { connectionId: createConnection.connection!.id, address },
  });
  return createMailbox.mailbox!.id;
}
