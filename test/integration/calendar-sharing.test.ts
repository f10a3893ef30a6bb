import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CalendarByIdDocument,
  type CalendarRole,
  CalendarsOfMailboxDocument,
  CreateCalendarDocument,
  PermissionByIdDocument,
  PermissionsOfCalendarsDocument,
  RemoveCalendarPermissionDocument,
  ShareCalendarDocument,
  type ShareCalendarInput,
  UpdateCalendarPermissionDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { type RecordingProxy, startRecordingProxy } from "../kit/recording-proxy.js";

const { ines, tomasz, mei } = DEMO_USERS;

describe("sharing of calendars", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: RecordingProxy;
  let count = 0;

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startRecordingProxy(graphUrl);
        return proxy.url;
      },
    });
    organization = await makeOrganization(gateway, { addresses: [ines.address, tomasz.address] });
  });
  beforeEach(() => {
    proxy.take();
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const newCalendar = async () => {
    count += 1;
    const input = { mailboxId: organization.mailboxIds[0]!, name: `Shared ${count}` };
    const { createCalendar } = await organization.writer.data(CreateCalendarDocument, { input });
    proxy.take();
    return createCalendar.calendar!.id;
  };
  const defaultCalendar = async () => {
    const id = organization.mailboxIds[0]!;
    const { mailbox } = await organization.reader.data(CalendarsOfMailboxDocument, { id });
    proxy.take();
    return mailbox!.calendars!.nodes[0]!.id;
  };
  const share = async (input: ShareCalendarInput) =>
    (await organization.writer.query(ShareCalendarDocument, { input })).data.shareCalendar;
  const update = async (id: string, role: CalendarRole) =>
    (await organization.writer.query(UpdateCalendarPermissionDocument, { input: { id, role } })).data
      .updateCalendarPermission;
  const remove = async (id: string) =>
    (await organization.writer.query(RemoveCalendarPermissionDocument, { input: { id } })).data
      .removeCalendarPermission;
  const permissionsOf = async (id: string) => {
    const { node } = await organization.reader.data(CalendarByIdDocument, { id });
    return (node as unknown as { permissions: { nodes: { id: string; role: string }[] } }).permissions.nodes;
  };
  const asked = () => proxy.take().map(({ method }) => method);

  test("somebody gets a role in three requests, which the calendar's permissions then show", async () => {
    const calendarId = await newCalendar();

    const { permission, errors } = await share({ calendarId, address: mei.address, name: "Mei", role: "WRITE" });

    expect(errors).toEqual([]);
    expect(permission).toMatchObject({
      grantee: { address: mei.address },
      isMyOrganization: false,
      role: "WRITE",
      allowedRoles: ["FREE_BUSY_READ", "LIMITED_READ", "READ", "WRITE"],
      isInsideOrganization: true,
      isRemovable: true,
    });
    const requests = proxy.take();
    expect(requests.map(({ method }) => method)).toEqual(["GET", "GET", "POST"]);
    expect(requests[1]!.path).toContain("/allowedCalendarSharingRoles(User='");
    expect(requests[2]!.body).toEqual({
      emailAddress: { address: mei.address, name: "Mei" },
      isInsideOrganization: true,
      isRemovable: true,
      role: "write",
    });
    expect(await permissionsOf(calendarId)).toMatchObject([
      { isMyOrganization: true, isRemovable: false, grantee: { name: "My Organization", address: null } },
      permission!,
    ]);
    const { node } = await organization.reader.data(PermissionByIdDocument, { id: permission!.id });
    expect(node).toEqual(permission);
  });

  test("sharing again with the same role writes nothing; with another one it is a ConflictError", async () => {
    const calendarId = await newCalendar();
    const first = await share({ calendarId, address: mei.address, role: "READ" });
    proxy.take();

    const again = await share({ calendarId, address: mei.address.toUpperCase(), role: "READ" });
    expect(again).toEqual(first);
    expect(asked()).toEqual(["GET", "GET"]);

    const { errors } = await share({ calendarId, address: mei.address, role: "WRITE" });
    expect(errors).toMatchObject([{ __typename: "ConflictError", path: ["address"] }]);
    expect(errors[0]!.message).toContain("updateCalendarPermission");
    expect(asked()).not.toContain("POST");
  });

  test.each<[string, string, CalendarRole, boolean]>([
    ["somebody outside", "pat@elsewhere.example", "WRITE", false],
    ["a delegate of another calendar than the default one", mei.address, "DELEGATE_WITH_PRIVATE_EVENT_ACCESS", true],
    ["nobody's right at all", mei.address, "NONE", true],
  ])(
    "a role that Microsoft does not allow is refused with those that it does: %s",
    async (_n, address, role, isInside) => {
      const calendarId = await newCalendar();

      const { permission, errors } = await share({ calendarId, address, role });

      expect(permission).toBeNull();
      const allowedRoles = ["FREE_BUSY_READ", "LIMITED_READ", "READ", ...(isInside ? ["WRITE"] : [])];
      expect(errors).toMatchObject([{ __typename: "RoleNotAllowedError", path: ["role"], allowedRoles }]);
      expect(asked()).toEqual(["GET", "GET"]);
    },
  );

  test("somebody outside can read, and is told of as outside", async () => {
    const calendarId = await newCalendar();

    const { permission } = await share({ calendarId, address: "o'neil@elsewhere.example", role: "READ" });

    expect(permission).toMatchObject({ role: "READ", isInsideOrganization: false });
  });

  test("the default calendar can have delegates", async () => {
    const calendarId = await defaultCalendar();
    const role = "DELEGATE_WITHOUT_PRIVATE_EVENT_ACCESS";

    expect((await share({ calendarId, address: mei.address, role })).permission).toMatchObject({ role });
  });

  test("a role is changed with one look and one write, and to the same role without a write", async () => {
    const calendarId = await newCalendar();
    const { id } = (await share({ calendarId, address: mei.address, role: "READ" })).permission!;
    proxy.take();

    expect((await update(id, "LIMITED_READ")).permission).toMatchObject({ id, role: "LIMITED_READ" });
    expect(proxy.take()).toMatchObject([{ method: "GET" }, { method: "PATCH", body: { role: "limitedRead" } }]);
    expect((await update(id, "LIMITED_READ")).errors).toEqual([]);
    expect(asked()).toEqual(["GET"]);
    expect((await update(id, "NONE")).errors).toMatchObject([{ __typename: "RoleNotAllowedError" }]);
    expect(asked()).toEqual(["GET"]);
  });

  test("the organization's permission can be NONE and cannot be removed", async () => {
    const calendarId = await newCalendar();
    const { id } = (await permissionsOf(calendarId))[0]!;
    proxy.take();

    expect((await remove(id)).errors).toMatchObject([{ __typename: "NotRemovableError", path: ["id"] }]);
    expect(asked()).toEqual(["GET"]);
    expect((await update(id, "NONE")).permission).toMatchObject({ role: "NONE", isMyOrganization: true });
  });

  test("a sharing ends, and a second end finds nothing", async () => {
    const calendarId = await newCalendar();
    const { id } = (await share({ calendarId, address: mei.address, role: "READ" })).permission!;
    proxy.take();

    expect(await remove(id)).toEqual({ deletedId: id, errors: [] });
    expect(asked()).toEqual(["GET", "DELETE"]);
    expect(await permissionsOf(calendarId)).toHaveLength(1);
    expect((await remove(id)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  test("permissions of all calendars of a mailbox are one request each, and paged", async () => {
    const calendarId = await newCalendar();
    await share({ calendarId, address: mei.address, role: "READ" });
    const id = organization.mailboxIds[0]!;
    proxy.take();

    const { mailbox } = await organization.reader.data(PermissionsOfCalendarsDocument, { id, first: 1 });

    const calendars = mailbox!.calendars!.nodes;
    expect(calendars.length).toBeGreaterThan(1);
    expect(proxy.take()).toHaveLength(1 + calendars.length);
    const shared = calendars.at(-1)!.permissions!;
    expect(shared).toMatchObject({ nodes: [{ role: "FREE_BUSY_READ" }], pageInfo: { hasNextPage: true } });
    const after = shared.pageInfo.endCursor!;
    const next = await organization.reader.data(PermissionsOfCalendarsDocument, { id, first: 1, after });
    expect(next.mailbox!.calendars!.nodes.at(-1)!.permissions).toMatchObject({
      nodes: [{ role: "READ" }],
      pageInfo: { hasNextPage: false },
    });
  });

  describe("bad input is refused before Graph is asked", () => {
    const calendar = "cal_MDFBUlozTkRFS1RTVjRSUkZGUTY5RzVGQVZBQU1r";
    // A permission's id without the part that names the permission.
    const half = "cpm_MDFBUlozTkRFS1RTVjRSUkZGUTY5RzVGQVZBQU1r";
    const whole = "cpm_MDFBUlozTkRFS1RTVjRSUkZGUTY5RzVGQVZBQU1rfFJHVm1ZWFZzZEE9PQ";

    test.each<[string, () => Promise<{ errors: readonly object[] }>, string[]]>([
      ["share: a malformed id", () => share({ calendarId: "x", address: mei.address, role: "READ" }), ["calendarId"]],
      [
        "share: an id of another type",
        () => share({ calendarId: whole, address: mei.address, role: "READ" }),
        ["calendarId"],
      ],
      ["share: no address", () => share({ calendarId: calendar, address: "Mei", role: "READ" }), ["address"]],
      [
        "share: a long name",
        () => share({ calendarId: calendar, address: mei.address, name: "n".repeat(256), role: "READ" }),
        ["name"],
      ],
      ["share: CUSTOM", () => share({ calendarId: calendar, address: mei.address, role: "CUSTOM" }), ["role"]],
      ["share: UNKNOWN", () => share({ calendarId: calendar, address: mei.address, role: "UNKNOWN" }), ["role"]],
      ["update: a malformed id", () => update("cpm_%", "READ"), ["id"]],
      ["update: half an id", () => update(half, "READ"), ["id"]],
      ["update: CUSTOM", () => update(whole, "CUSTOM"), ["role"]],
      ["remove: a calendar's id", () => remove(calendar), ["id"]],
      ["remove: half an id", () => remove(half), ["id"]],
    ])("%s", async (_name, act, path) => {
      expect((await act()).errors).toMatchObject([{ __typename: "InvalidInputError", path }]);

      expect(proxy.take()).toEqual([]);
    });
  });
});
