import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, eventBody, type GraphClient, graphClient, type Json, startTenant, tokenFor } from "./kit.js";
import { codeOf } from "./meeting-kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
let plain: GraphClient;
let graph: GraphClient;
beforeAll(async () => {
  started = await startTenant();
  const { emulator, tenant, app } = started;
  plain = started.graph;
  emulator.add.consent(app, tenant, ["MailboxSettings.ReadWrite", "Place.ReadWrite.All"]);
  graph = graphClient(emulator, await tokenFor(emulator, tenant, app));
});
afterAll(() => started.emulator.close());

let people = 0;
const mailbox = () => {
  people += 1;
  return `/users/${addPerson(started.emulator, started.tenant, `setter${people}`).id}`;
};

describe("mailbox settings (sheet 1.11)", () => {
  test("are read whole, by member and by $select, and need MailboxSettings permissions", async () => {
    const base = mailbox();
    const { json } = await graph.get(`${base}/mailboxSettings`);
    expect(json).toMatchObject({ timeZone: "UTC", userPurpose: "user", timeFormat: "HH:mm" });
    expect(json.automaticRepliesSetting).toMatchObject({ status: "disabled", externalAudience: "all" });
    expect((await graph.get(`${base}/mailboxSettings/timeZone`)).json.value).toBe("UTC");
    expect((await graph.get(`${base}/mailboxSettings/workingHours`)).json.daysOfWeek).toHaveLength(5);
    expect(Object.keys((await graph.get(`${base}/mailboxSettings?$select=language`)).json)).toEqual([
      "@odata.context",
      "language",
    ]);
    expect(codeOf(await graph.get(`${base}/mailboxSettings/nonsense`))).toEqual([400, "RequestBroker--ParseUri"]);
    expect(codeOf(await plain.get(`${base}/mailboxSettings`))).toEqual([403, "ErrorAccessDenied"]);
    expect(codeOf(await plain.patch(`${base}/mailboxSettings`, { timeZone: "UTC" }))).toEqual([
      403,
      "ErrorAccessDenied",
    ]);
  });

  test("a PATCH answers with the members sent and changes no others", async () => {
    const base = mailbox();
    const { status, json } = await graph.patch(`${base}/mailboxSettings`, {
      timeZone: "Tokyo Standard Time",
      language: { locale: "de-de" },
      workingHours: { daysOfWeek: ["Monday", "Tuesday"], startTime: "07:30:00", timeZone: { name: "Europe/Berlin" } },
      automaticRepliesSetting: { status: "AlwaysEnabled", internalReplyMessage: "Away" },
    });
    expect(status).toBe(200);
    expect(Object.keys(json)).toEqual([
      "@odata.context",
      "timeZone",
      "language",
      "workingHours",
      "automaticRepliesSetting",
    ]);
    const after = (await graph.get(`${base}/mailboxSettings`)).json;
    expect(after).toMatchObject({
      timeZone: "Tokyo Standard Time",
      dateFormat: "dd/MM/yyyy",
      language: { locale: "de-DE" },
      workingHours: {
        daysOfWeek: ["monday", "tuesday"],
        startTime: "07:30:00.0000000",
        endTime: "17:00:00.0000000",
        timeZone: { name: "Europe/Berlin" },
      },
      automaticRepliesSetting: { status: "alwaysEnabled", externalAudience: "all", internalReplyMessage: "Away" },
    });
  });

  test("bad values are 400 with the documented codes, and nothing of the PATCH is kept", async () => {
    const base = mailbox();
    const refused: [Record<string, unknown>, string][] = [
      [{ timeZone: "Moon Time" }, "InvalidTimeZone"],
      [{ workingHours: { startTime: "25:00:00" } }, "ErrorInvalidTimeSettings"],
      [{ workingHours: { startTime: "18:00:00" } }, "ErrorInvalidTimeSettings"],
      [{ workingHours: { daysOfWeek: ["someday"] } }, "ErrorInvalidTimeSettings"],
      [
        { workingHours: { timeZone: { "@odata.type": "#microsoft.graph.customTimeZone", name: "x" } } },
        "ErrorInvalidTimeSettings",
      ],
      [{ automaticRepliesSetting: { status: "sometimes" } }, "InvalidArguments"],
      [{ userPurpose: "room" }, "InvalidArguments"],
      [{ language: { locale: "xx-XX" } }, "InvalidArguments"],
      [{ colour: "red" }, "RequestBodyRead"],
      [{ timeZone: 5 }, "RequestBodyRead"],
      [{ workingHours: [] }, "RequestBodyRead"],
    ];
    for (const [body, code] of refused) {
      expect(codeOf(await graph.patch(`${base}/mailboxSettings`, { dateFormat: "M/d/yyyy", ...body }))).toEqual([
        400,
        code,
      ]);
    }
    expect((await graph.get(`${base}/mailboxSettings/dateFormat`)).json.value).toBe("dd/MM/yyyy");
  });
});

describe("categories and lists", () => {
  test("master categories: list, create, recolour, delete; the name stays and is unique", async () => {
    const path = `${mailbox()}/outlook/masterCategories`;
    expect((await graph.get(path)).json.value[0]).toMatchObject({ displayName: "Red category", color: "preset0" });
    const made = await graph.post(path, { displayName: "Travel", color: "Preset24" });
    expect([made.status, made.json.color]).toEqual([201, "preset24"]);
    const one = `${path}/${made.json.id}`;
    expect((await graph.patch(one, { color: "none" })).json).toMatchObject({ displayName: "Travel", color: "none" });
    expect((await graph.get(one)).json.color).toBe("none");
    expect((await graph.patch(one, { displayName: "Trips" })).status).toBe(400);
    expect((await graph.post(path, { displayName: "TRAVEL" })).status).toBe(409);
    expect(codeOf(await graph.post(path, { displayName: "X", color: "preset25" }))).toEqual([400, "RequestBodyRead"]);
    expect((await graph.delete(one)).status).toBe(204);
    expect(codeOf(await graph.get(one))).toEqual([404, "ErrorItemNotFound"]);
  });

  test("time zones and languages are refused to app-only tokens unless the switch allows them", async () => {
    const base = mailbox();
    expect(codeOf(await graph.get(`${base}/outlook/supportedTimeZones`))).toEqual([403, "ErrorAccessDenied"]);
    started.emulator.switches.supportedTimeZonesAppOnly = "allow";
    const zones = async (call: string) =>
      (await graph.get(`${base}/outlook/supportedTimeZones${call}`)).json.value as Json[];
    const windows = await zones("");
    expect(windows.find(({ alias }) => alias === "Tokyo Standard Time")?.displayName).toBe(
      "(UTC+09:00) Tokyo Standard Time",
    );
    expect(windows.some(({ alias }) => alias.includes("/"))).toBe(false);
    const iana = await zones("(TimeZoneStandard=microsoft.graph.timeZoneStandard'Iana')");
    expect(iana.some(({ alias }) => alias === "Europe/Berlin")).toBe(true);
    expect((await graph.get(`${base}/outlook/supportedTimeZones(TimeZoneStandard='Martian')`)).status).toBe(400);
    expect((await graph.get(`${base}/outlook/supportedLanguages`)).json.value).toContainEqual({
      locale: "de-DE",
      displayName: "German (Germany)",
    });
    started.emulator.switches.supportedTimeZonesAppOnly = "refuse";
  });
});

describe("calendar groups (sheet 1.3)", () => {
  test("are made, renamed, filled and deleted when empty; the default one stays", async () => {
    const base = mailbox();
    const groups = `${base}/calendarGroups`;
    const { status, json: group } = await graph.post(groups, { name: "Projects" });
    expect(status).toBe(201);
    expect((await graph.get(groups)).json.value.map(({ name }: Json) => name)).toEqual(["My Calendars", "Projects"]);
    expect((await graph.post(groups, { name: "projects" })).status).toBe(409);
    expect((await graph.patch(`${groups}/${group.id}`, { name: "Plans" })).json.name).toBe("Plans");
    const { json: calendar } = await graph.post(`${groups}/${group.id}/calendars`, { name: "Bridge" });
    expect((await graph.get(`${groups}/${group.id}/calendars`)).json.value).toMatchObject([{ name: "Bridge" }]);
    const event = await graph.post(`${groups}/${group.id}/calendars/${calendar.id}/events`, eventBody());
    expect(event.status).toBe(201);
    const [main] = (await graph.get(groups)).json.value;
    expect((await graph.get(`${groups}/${main.id}/calendars`)).json.value).toMatchObject([{ name: "Calendar" }]);
    expect((await graph.get(`${groups}/${main.id}/calendars/${calendar.id}`)).status).toBe(404);
    expect((await graph.delete(`${groups}/${main.id}`)).status).toBe(400);
    expect((await graph.delete(`${groups}/${group.id}`)).status).toBe(400);
    await graph.delete(`${base}/calendars/${calendar.id}`);
    expect((await graph.delete(`${groups}/${group.id}`)).status).toBe(204);
    expect(codeOf(await graph.get(`${groups}/${group.id}`))).toEqual([404, "ErrorItemNotFound"]);
    expect(codeOf(await graph.get(`${groups}/garbled`))).toEqual([400, "ErrorInvalidIdMalformed"]);
    expect((await graph.post(groups, { nonsense: 1 })).status).toBe(400);
  });
});

describe("calendar permissions (sheet 1.10)", () => {
  test("the row of My Organization always exists, cannot be removed, and its role can be changed", async () => {
    const path = `${mailbox()}/calendar/calendarPermissions`;
    const { json } = await graph.get(path);
    expect(json.value).toMatchObject([
      { id: "RGVmYXVsdA==", role: "freeBusyRead", isRemovable: false, emailAddress: { name: "My Organization" } },
    ]);
    expect(json.value[0].emailAddress).not.toHaveProperty("address");
    const row = `${path}/RGVmYXVsdA%3D%3D`;
    expect((await graph.patch(row, { role: "LimitedRead" })).json.role).toBe("limitedRead");
    expect((await graph.get(row)).json.role).toBe("limitedRead");
    expect((await graph.delete(row)).status).toBe(400);
  });

  test("a colleague can be made a delegate, an outsider only a reader; create is 200, or 201 by the switch", async () => {
    const base = mailbox();
    const path = `${base}/calendar/calendarPermissions`;
    const share = (address: string, role: string) =>
      graph.post(path, { emailAddress: { address, name: "x" }, isInsideOrganization: true, isRemovable: true, role });
    const made = await share("ann@quarry.example", "delegateWithPrivateEventAccess");
    expect([made.status, made.json.isInsideOrganization, made.json.emailAddress.name]).toEqual([200, true, "ann"]);
    expect((await share("ANN@quarry.example", "read")).status).toBe(400);
    expect((await share("guest@elsewhere.example", "write")).status).toBe(400);
    started.emulator.switches.permissionCreateStatus = 201;
    expect((await share("guest@elsewhere.example", "read")).status).toBe(201);
    started.emulator.switches.permissionCreateStatus = 200;
    expect((await graph.get(path)).json.value).toHaveLength(3);
    const roles = async (user: string) =>
      (await graph.get(`${base}/calendar/allowedCalendarSharingRoles(User='${user}')`)).json.value;
    expect(await roles("ann@quarry.example")).toContain("delegateWithPrivateEventAccess");
    expect(await roles("guest@elsewhere.example")).toEqual(["freeBusyRead", "limitedRead", "read"]);
    const { json: event } = await graph.post(`${base}/events`, eventBody());
    expect((await graph.get(`${base}/events/${event.id}/calendar/calendarPermissions`)).json.value).toHaveLength(3);
    expect((await graph.patch(`${path}/${encodeURIComponent(made.json.id)}`, { role: "none" })).status).toBe(400);
    expect((await graph.delete(`${path}/${encodeURIComponent(made.json.id)}`)).status).toBe(204);
    expect((await graph.get(`${path}/nobody`)).status).toBe(404);
  });
});

describe("places (sheet 1.12)", () => {
  test("rooms and room lists are found, listed and changed with Place permissions", async () => {
    const { emulator, tenant } = started;
    const room = emulator.add.addUser(tenant, {
      userPrincipalName: "vault@quarry.example",
      displayName: "Vault",
      mailbox: { purpose: "room", place: { capacity: 8, building: "North" } },
    });
    emulator.add.addRoomList(tenant, {
      displayName: "North rooms",
      emailAddress: "north@quarry.example",
      rooms: ["VAULT@quarry.example"],
    });
    expect(codeOf(await plain.get("/places/microsoft.graph.room"))).toEqual([403, "Authorization_RequestDenied"]);
    const { json } = await graph.get("/places/microsoft.graph.room?$count=true");
    expect(json).toMatchObject({
      "@odata.count": 1,
      value: [
        {
          id: room.id,
          displayName: "Vault",
          emailAddress: "vault@quarry.example",
          capacity: 8,
          bookingType: "standard",
        },
      ],
    });
    expect((await graph.get("/places/microsoft.graph.roomlist")).json.value).toMatchObject([
      { displayName: "North rooms" },
    ]);
    expect((await graph.get("/places/microsoft.graph.workspace")).json.value).toEqual([]);
    const inList = await graph.get("/places/north@quarry.example/microsoft.graph.roomlist/rooms");
    expect(inList.json.value).toMatchObject([{ displayName: "Vault" }]);
    expect((await graph.get(`/places/${room.id}`)).json["@odata.type"]).toBe("#microsoft.graph.room");
    expect((await graph.get("/places/nowhere")).status).toBe(404);
    const body = { "@odata.type": "microsoft.graph.room", capacity: 9 };
    expect((await graph.patch("/places/vault@quarry.example", body)).json.capacity).toBe(9);
    expect((await graph.patch("/places/vault@quarry.example", { capacity: 9 })).status).toBe(400);
    expect((await graph.patch("/places/vault@quarry.example", { ...body, capacity: "many" })).status).toBe(400);
  });
});
