import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CalendarByIdDocument,
  CalendarsOfMailboxDocument,
  CreateCalendarDocument,
  CreateCalendarGroupDocument,
  type CreateCalendarInput,
  DeleteCalendarDocument,
  DeleteCalendarGroupDocument,
  GroupByIdDocument,
  GroupsOfMailboxDocument,
  GroupsOfMailboxesDocument,
  RenameCalendarGroupDocument,
  UpdateCalendarDocument,
  type UpdateCalendarInput,
  ViewOfCalendarDocument,
} from "../kit/generated/operations.js";
import { storedMailbox } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";
import { type RecordingProxy, startRecordingProxy } from "../kit/recording-proxy.js";

const { ines, tomasz } = DEMO_USERS;
const FAILED = { kind: "error", status: 500, code: "ErrorInternalServerError" } as const;

describe("calendars and their groups", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: RecordingProxy;
  let mailboxId: string;
  let count = 0;

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startRecordingProxy(graphUrl);
        return proxy.url;
      },
    });
    organization = await makeOrganization(gateway, { addresses: [ines.address, tomasz.address] });
    mailboxId = organization.mailboxIds[0]!;
  });
  beforeEach(() => {
    gateway.emulator.faults.clear();
    proxy.take();
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const fresh = (what: string) => {
    count += 1;
    return `${what} ${count}`;
  };
  const create = async (over: Partial<CreateCalendarInput> = {}) =>
    (
      await organization.writer.query(CreateCalendarDocument, {
        input: { mailboxId, name: fresh("Calendar"), ...over },
      })
    ).data.createCalendar;
  const update = async (input: UpdateCalendarInput) =>
    (await organization.writer.query(UpdateCalendarDocument, { input })).data.updateCalendar;
  const remove = async (id: string) =>
    (await organization.writer.query(DeleteCalendarDocument, { input: { id } })).data.deleteCalendar;
  const createGroup = async (name = fresh("Group"), mailbox = mailboxId) =>
    (await organization.writer.query(CreateCalendarGroupDocument, { input: { mailboxId: mailbox, name } })).data
      .createCalendarGroup;
  const renameGroup = async (id: string, name: string) =>
    (await organization.writer.query(RenameCalendarGroupDocument, { input: { id, name } })).data.renameCalendarGroup;
  const removeGroup = async (id: string) =>
    (await organization.writer.query(DeleteCalendarGroupDocument, { input: { id } })).data.deleteCalendarGroup;
  const groups = async () =>
    (await organization.reader.data(GroupsOfMailboxDocument, { id: mailboxId })).mailbox!.calendarGroups!.nodes;
  const defaultCalendar = async () =>
    (await organization.reader.data(CalendarsOfMailboxDocument, { id: mailboxId })).mailbox!.calendars!.nodes[0]!.id;
  const asked = () => proxy.take().map(({ method }) => method);

  describe("calendars", () => {
    test("are made in one request, and read with every member", async () => {
      const { calendar, errors } = await create({ name: "  Team 日本 🎉 ", color: "LIGHT_TEAL" });

      expect(errors).toEqual([]);
      expect(proxy.take()).toMatchObject([{ method: "POST", body: { name: "Team 日本 🎉", color: "lightTeal" } }]);
      expect(calendar).toEqual({
        id: expect.stringMatching(/^cal_/),
        name: "Team 日本 🎉",
        isDefault: false,
        canEdit: true,
        canShare: true,
        canViewPrivateItems: true,
        isRemovable: true,
        isTallyingResponses: false,
        color: "LIGHT_TEAL",
        hexColor: null,
        allowedOnlineMeetingProviders: ["TEAMS_FOR_BUSINESS"],
        defaultOnlineMeetingProvider: "TEAMS_FOR_BUSINESS",
        owner: { address: ines.address },
      });
      const { node } = await organization.reader.data(CalendarByIdDocument, { id: calendar!.id });
      expect(node).toMatchObject(calendar!);
    });

    test("are renamed and coloured with what was given alone", async () => {
      const { calendar } = await create({ color: "LIGHT_RED" });
      proxy.take();

      const name = fresh("Renamed");
      expect((await update({ id: calendar!.id, name })).calendar).toMatchObject({ name, color: "LIGHT_RED" });
      expect((await update({ id: calendar!.id, color: "AUTO" })).calendar).toMatchObject({ name, color: "AUTO" });

      expect(proxy.take().map(({ method, body }) => [method, body])).toEqual([
        ["PATCH", { name }],
        ["PATCH", { color: "auto" }],
      ]);
    });

    test("a name that is taken, in any case, is a ConflictError at the name", async () => {
      const { calendar } = await create();
      const other = (await create()).calendar!;

      for (const { errors } of [
        await create({ name: calendar!.name!.toUpperCase() }),
        await update({ id: other.id, name: calendar!.name! }),
      ]) {
        expect(errors).toMatchObject([{ __typename: "ConflictError", code: "CONFLICT", path: ["name"] }]);
      }
    });

    test("are deleted with their events, and what was read of them is forgotten", async () => {
      const { calendar } = await create();
      await makeEvent(organization, { calendarId: calendar!.id });
      proxy.take();

      expect(await remove(calendar!.id)).toEqual({ deletedId: calendar!.id, errors: [] });
      expect(asked()).toEqual(["GET", "DELETE"]);
      const window = { start: "2026-03-01T00:00:00Z", end: "2026-03-03T00:00:00Z" };
      expect(codesOf(await organization.reader.query(ViewOfCalendarDocument, { id: calendar!.id, ...window }))).toEqual(
        ["NOT_FOUND"],
      );
      expect((await remove(calendar!.id)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    });

    test("the default one is not deleted: a NotRemovableError, in one request", async () => {
      const id = await defaultCalendar();
      const { node } = await organization.reader.data(CalendarByIdDocument, { id });
      expect(node).toMatchObject({ isDefault: true, isRemovable: false, isTallyingResponses: true, color: "AUTO" });
      proxy.take();

      expect((await remove(id)).errors).toMatchObject([
        { __typename: "NotRemovableError", code: "NOT_REMOVABLE", path: ["id"] },
      ]);
      expect(asked()).toEqual(["GET"]);
    });

    test("a deletion that was done and answered with 500 is a deletion", async () => {
      const { calendar } = await create();
      proxy.take();
      proxy.before = async ({ method, path }) => {
        if (method !== "DELETE") return;
        proxy.before = undefined;
        const graphId = decodeURIComponent(path.split("/").at(-1)!);
        gateway.emulator.store.removeCalendar(storedMailbox(gateway, ines.address), graphId);
        gateway.emulator.faults.once({ method: "DELETE" }, FAILED);
      };

      expect(await remove(calendar!.id)).toEqual({ deletedId: calendar!.id, errors: [] });
      expect(asked()).toEqual(["GET", "DELETE", "GET"]);
    });

    test("a deletion that failed with 500 is a failure", async () => {
      const { calendar } = await create();
      gateway.emulator.faults.once({ method: "DELETE" }, FAILED);

      expect((await remove(calendar!.id)).errors).toMatchObject([{ code: "UPSTREAM_UNAVAILABLE" }]);
    });
  });

  describe("groups", () => {
    test("are listed with their calendars, the default one first, one request for the list and one for each group", async () => {
      const { calendarGroup } = await createGroup();
      const { calendar } = await create({ groupId: calendarGroup!.id });
      proxy.take();

      const [first, ...others] = await groups();

      expect(first).toMatchObject({ isDefault: true, mailbox: { id: mailboxId } });
      expect(first!.calendars!.nodes.length).toBeGreaterThan(0);
      const found = others.find(({ id }) => id === calendarGroup!.id);
      expect(found).toMatchObject({ isDefault: false, calendars: { nodes: [{ id: calendar!.id }] } });
      expect(proxy.take()).toHaveLength(2 + others.length);
      const { node } = await organization.reader.data(GroupByIdDocument, { id: calendarGroup!.id });
      expect(node).toEqual(calendarGroup);
    });

    test("of several mailboxes are asked for in one batch, and a mailbox that fails fails alone", async () => {
      gateway.emulator.faults.once(
        { method: "GET", mailbox: tomasz.address },
        { kind: "error", status: 403, code: "ErrorAccessDenied" },
      );
      gateway.emulator.log.clear();

      const { data, errors } = await organization.reader.query(GroupsOfMailboxesDocument, {
        ids: [...organization.mailboxIds],
      });

      expect(data.nodes).toMatchObject([
        { calendarGroups: { nodes: expect.arrayContaining([{ name: "My Calendars" }]) } },
        { calendarGroups: null },
      ]);
      expect(errors).toMatchObject([{ path: ["nodes", 1, "calendarGroups"], extensions: { code: "CONSENT_MISSING" } }]);
      expect(gateway.emulator.log.count({ service: "graph", kind: "http" })).toBe(1);
      expect(proxy.take()).toHaveLength(2);
    });

    test("are made, renamed and deleted", async () => {
      const { calendarGroup } = await createGroup(" Projects ");
      expect(calendarGroup).toMatchObject({ name: "Projects", isDefault: false });
      const { id } = calendarGroup!;

      expect((await renameGroup(id, "Plans")).calendarGroup).toMatchObject({ id, name: "Plans" });
      expect(await removeGroup(id)).toEqual({ deletedId: id, errors: [] });

      expect(proxy.take().map(({ method, body }) => [method, body])).toEqual([
        ["POST", { name: "Projects" }],
        ["PATCH", { name: "Plans" }],
        ["GET", undefined],
        ["GET", undefined],
        ["DELETE", undefined],
      ]);
    });

    test("a name that is taken is a ConflictError at the name", async () => {
      const { calendarGroup } = await createGroup();
      const other = (await createGroup()).calendarGroup!;

      for (const { errors } of [
        await createGroup(calendarGroup!.name!.toLowerCase()),
        await renameGroup(other.id, calendarGroup!.name!),
      ]) {
        expect(errors).toMatchObject([{ __typename: "ConflictError", path: ["name"] }]);
      }
    });

    test("the default one, and one that holds calendars, is not deleted", async () => {
      const { calendarGroup } = await createGroup();
      await create({ groupId: calendarGroup!.id });
      const byDefault = (await groups())[0]!.id;
      proxy.take();

      for (const [id, word] of [
        [byDefault, "default"],
        [calendarGroup!.id, "holds calendars"],
      ] as const) {
        const { errors } = await removeGroup(id);
        expect(errors).toMatchObject([{ __typename: "NotRemovableError", path: ["id"] }]);
        expect(errors[0]!.message).toContain(word);
      }
      expect(asked()).not.toContain("DELETE");
    });
  });

  describe("bad input is refused before Graph is asked", () => {
    const long = "n".repeat(256);
    const calendar = "cal_MDFBUlozTkRFS1RTVjRSUkZGUTY5RzVGQVZBQU1r";
    const group = "cgr_MDFBUlozTkRFS1RTVjRSUkZGUTY5RzVGQVZBQU1r";

    test.each<[string, () => Promise<{ errors: readonly object[] }>, string[]]>([
      ["create: a malformed mailbox id", () => create({ mailboxId: "mbx_1" }), ["mailboxId"]],
      ["create: an empty name", () => create({ name: " \t" }), ["name"]],
      ["create: a long name", () => create({ name: long }), ["name"]],
      ["create: a name of two lines", () => create({ name: "a\nb" }), ["name"]],
      ["create: a colour that can only be read", () => create({ color: "UNKNOWN" }), ["color"]],
      ["create: a malformed group id", () => create({ groupId: "cgr_%" }), ["groupId"]],
      ["create: a calendar for a group", () => create({ groupId: calendar }), ["groupId"]],
      ["create: a group of another mailbox", () => create({ groupId: group }), ["groupId"]],
      ["update: a malformed id", () => update({ id: "cal_", name: "x" }), ["id"]],
      ["update: nothing", () => update({ id: calendar }), []],
      ["update: an empty name", () => update({ id: calendar, name: "" }), ["name"]],
      ["update: a long name", () => update({ id: calendar, name: long }), ["name"]],
      ["update: a colour that can only be read", () => update({ id: calendar, color: "UNKNOWN" }), ["color"]],
      ["delete: a malformed id", () => remove("x"), ["id"]],
      ["delete: an id of another type", () => remove(group), ["id"]],
      ["create a group: a malformed mailbox id", () => createGroup("x", "mbx_"), ["mailboxId"]],
      ["create a group: an empty name", () => createGroup(""), ["name"]],
      ["create a group: a long name", () => createGroup(long), ["name"]],
      ["rename a group: a malformed id", () => renameGroup("x", "y"), ["id"]],
      ["rename a group: an empty name", () => renameGroup(group, " "), ["name"]],
      ["delete a group: a calendar's id", () => removeGroup(calendar), ["id"]],
    ])("%s", async (_name, act, path) => {
      expect((await act()).errors).toMatchObject([{ __typename: "InvalidInputError", path }]);

      expect(proxy.take()).toEqual([]);
    });
  });
});
