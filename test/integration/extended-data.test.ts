import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  type CreateEventInput,
  CreateEventWithDataDocument,
  ExtendedDataOfEventDocument,
  UpdateConnectionDocument,
  UpdateEventDocument,
  type UpdateEventInput,
  UpdateEventWithDataDocument,
  ViewWithExtendedDataDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const WINDOW = { start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z" };
const NAME = "com.addsync.gateway";

describe("extended data [user-demands 49, 53]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
    await makeEvent(organization);
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const create = async (over: Partial<CreateEventInput>) =>
    (await organization.writer.query(CreateEventWithDataDocument, { input: eventInput(organization, over) })).data
      .createEvent;
  const update = async (input: UpdateEventInput) =>
    (await organization.writer.query(UpdateEventWithDataDocument, { input })).data.updateEvent;
  const read = async (id: string, key: string | null = null) => {
    const { node } = await organization.reader.data(ExtendedDataOfEventDocument, { id, key });
    if (!node || !("all" in node)) throw new Error("not an event");
    return node;
  };
  const stored = (id: string) => {
    const { mailbox } = gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(DEMO_USERS.jonas.id)!;
    return gateway.emulator.store.event(mailbox!, parseMailboxObjectGlobalId("Event", id).graphId)!;
  };
  const steps = () =>
    gateway.emulator.log
      .entries({ service: "graph" })
      .map(({ method, path }) => (path.includes("/extensions") ? `${method} extension` : method));

  test("are written with a new event in one request, and read with one [two steps would leave half events]", async () => {
    const { event, errors } = await create({
      extendedData: [
        { key: "room", value: "4" },
        { key: "crm_id", value: "ü 🚢" },
        { key: "nothing", value: null },
      ],
    });

    expect(errors).toEqual([]);
    expect(steps()).toEqual(["POST"]);
    expect(event!.extendedData).toEqual([
      { key: "crm_id", value: "ü 🚢" },
      { key: "room", value: "4" },
    ]);
    expect(stored(event!.id).extensions).toMatchObject([{ name: NAME, members: { room: "4" } }]);
    gateway.emulator.log.clear();
    expect(await read(event!.id, "room")).toMatchObject({
      all: event!.extendedData,
      one: [{ key: "room", value: "4" }],
    });
    expect(steps()).toEqual(["GET"]);
  });

  test("an event without any has an empty list, and is not asked for one", async () => {
    const { event } = await create({});
    expect(event!.extendedData).toEqual([]);
    expect(stored(event!.id).extensions ?? []).toEqual([]);
    expect((await read(event!.id)).all).toEqual([]);
  });

  test("a change sets what it names, removes what it sets to null, and leaves the rest", async () => {
    const { event } = await create({
      extendedData: [
        { key: "a", value: "1" },
        { key: "b", value: "2" },
        { key: "c", value: "3" },
      ],
    });
    gateway.emulator.log.clear();

    const changed = await update({
      id: event!.id,
      subject: "Renamed",
      expectedVersion: event!.version,
      extendedData: [
        { key: "a", value: "new" },
        { key: "b", value: null },
        { key: "d", value: "4" },
      ],
    });

    expect(changed.errors).toEqual([]);
    expect(changed.event).toMatchObject({
      subject: "Renamed",
      extendedData: [
        { key: "a", value: "new" },
        { key: "c", value: "3" },
        { key: "d", value: "4" },
      ],
    });
    expect(steps()).toEqual(["GET", "PATCH", "PATCH extension", "GET"]);
    // The version is that of the last write, so that the next one may name it.
    expect((await read(event!.id)).version).toBe(changed.event!.version);
  });

  test("the first of an event that had none are made", async () => {
    const { id } = await makeEvent(organization);
    gateway.emulator.log.clear();

    const { event } = await update({ id, extendedData: [{ key: "a", value: "1" }] });

    expect(event!.extendedData).toEqual([{ key: "a", value: "1" }]);
    expect(steps()).toEqual(["GET", "PATCH extension", "POST extension", "GET"]);
  });

  test("removing from an event that has none writes nothing", async () => {
    const { id } = await makeEvent(organization);
    gateway.emulator.log.clear();

    const { event, errors } = await update({ id, extendedData: [{ key: "a", value: null }] });

    expect(errors).toEqual([]);
    expect(event!.extendedData).toEqual([]);
    expect(steps()).toEqual(["GET", "PATCH extension", "GET"]);
  });

  test("are read after another change only where they are selected", async () => {
    const { event } = await create({ extendedData: [{ key: "a", value: "1" }] });
    gateway.emulator.log.clear();

    await organization.writer.query(UpdateEventDocument, { input: { id: event!.id, subject: "One" } });
    expect(steps()).toEqual(["GET", "PATCH"]);
    const { event: again } = await update({ id: event!.id, subject: "Two" });
    expect(again!.extendedData).toEqual([{ key: "a", value: "1" }]);
    expect(steps()).toEqual(["GET", "PATCH", "GET", "PATCH", "GET"]);
  });

  test("a stale version writes neither them nor the event", async () => {
    const { event } = await create({ extendedData: [{ key: "a", value: "1" }] });
    await update({ id: event!.id, subject: "Faster" });
    const expectedVersion = event!.version;
    const extendedData = [{ key: "a", value: "late" }];

    const alone = await update({ id: event!.id, expectedVersion, extendedData });
    const both = await update({ id: event!.id, expectedVersion, subject: "Late", extendedData });

    for (const { errors } of [alone, both]) expect(errors).toMatchObject([{ code: "CONFLICT" }]);
    expect((await read(event!.id)).all).toEqual([{ key: "a", value: "1" }]);
  });

  test("a race with another writer is run again [user-demands 49]", async () => {
    const { event } = await create({ extendedData: [{ key: "a", value: "1" }] });
    gateway.emulator.faults.once(
      { method: "PATCH", mailbox: DEMO_USERS.jonas.address },
      { kind: "error", status: 409, code: "ErrorIrresolvableConflict" },
    );

    const changed = await update({ id: event!.id, extendedData: [{ key: "a", value: "2" }] });

    expect(changed.errors).toEqual([]);
    expect(changed.event!.extendedData).toEqual([{ key: "a", value: "2" }]);
  });

  test("what cannot be written beside a change is told beside the event that was changed", async () => {
    const { event } = await create({ extendedData: [{ key: "a", value: "1" }] });
    gateway.emulator.faults.always(
      { method: "PATCH", path: "*/extensions/*" },
      { kind: "error", status: 403, code: "ErrorAccessDenied" },
    );

    const changed = await update({ id: event!.id, subject: "Renamed", extendedData: [{ key: "a", value: "2" }] });
    gateway.emulator.faults.clear();

    expect(changed.event).toMatchObject({ subject: "Renamed" });
    expect(changed.errors).toMatchObject([{ code: "CONSENT_MISSING", path: ["extendedData"] }]);
    expect(changed.errors[0]!.message).toContain("The event was changed, but its extended data were not");
  });

  test("come with every event of a view in one request, and are never older than a view allows", async () => {
    const { event } = await create({ subject: "Kept", extendedData: [{ key: "a", value: "1" }] });
    const id = organization.mailboxIds[0]!;
    const view = async (maxAge: number) => {
      const { mailbox } = await organization.reader.data(ViewWithExtendedDataDocument, { id, ...WINDOW, maxAge });
      return mailbox!.calendarView!.nodes.find(({ subject }) => subject === "Kept")!.extendedData;
    };
    gateway.emulator.log.clear();
    expect(await view(0)).toEqual([{ key: "a", value: "1" }]);
    expect(steps()).toEqual(["GET"]);
    const [request] = gateway.emulator.log.entries({ service: "graph" });
    expect(decodeURIComponent(request!.query)).toContain(`$expand=extensions($filter=id eq '${NAME}')`);

    await view(60);
    // Another program changes them; change tracking does not tell.
    const { mailbox } = gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(DEMO_USERS.jonas.id)!;
    const row = stored(event!.id);
    gateway.emulator.store.putEvent(mailbox!, { ...row, extensions: [{ name: NAME, members: { a: 2, b: null } }] });
    expect(await view(0)).toEqual([{ key: "a", value: "2" }]);
  });

  test("are not read at the level FREE_BUSY, as Calendars.ReadBasic cannot", async () => {
    const { event } = await create({ extendedData: [{ key: "a", value: "1" }] });
    const level = (permissionLevel: "FREE_BUSY" | "READ_WRITE") =>
      organization.admin.data(UpdateConnectionDocument, { input: { id: organization.connectionId, permissionLevel } });
    await level("FREE_BUSY");
    gateway.emulator.log.clear();

    const { data, extensions } = await organization.reader.query(ExtendedDataOfEventDocument, { id: event!.id });

    expect(data.node).toMatchObject({ all: null, one: null });
    expect(extensions!.notices).toMatchObject([{ code: "FIELDS_WITHHELD" }]);
    expect(gateway.emulator.log.entries({ service: "graph" })[0]!.query).not.toContain("expand");
  });
});
