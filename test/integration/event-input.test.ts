import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { mailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateEventDocument,
  type CreateEventInput,
  type LocationInput,
  UpdateEventDocument,
  type UpdateEventInput,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { UNKNOWN_ROW } from "../kit/outcome.js";

const berlin = (dateTime: string) => ({ dateTime, timeZone: "Europe/Berlin" });

describe("bad input for an event reaches Graph with no request", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
    await makeEvent(organization);
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const create = async (over: Partial<CreateEventInput> = {}) =>
    (await organization.writer.query(CreateEventDocument, { input: eventInput(organization, over) })).data.createEvent;
  const update = async (input: UpdateEventInput) =>
    (await organization.writer.query(UpdateEventDocument, { input })).data.updateEvent;
  const stored = () => {
    return [
      ...gateway.emulator.store
        .userByMail(gateway.emulator.store.tenant(DEMO_TENANT_ID)!, DEMO_USERS.jonas.address)!
        .mailbox!.events.values(),
    ];
  };

  const nine = berlin("2026-03-02T09:00:00");
  const place = (over: Partial<LocationInput>) => ({ locations: [{ displayName: "Quay", ...over }] });
  test.each<[string, Partial<CreateEventInput>, string[]]>([
    ["an unknown zone", { start: { ...nine, timeZone: "Mars/Olympus" } }, ["start", "timeZone"]],
    ["an offset for a zone", { start: { ...nine, timeZone: "+02:00" } }, ["start", "timeZone"]],
    ["a zone made up by Exchange", { end: { ...nine, timeZone: "tzone://Microsoft/Custom" } }, ["end", "timeZone"]],
    ["a time without its zone", { start: { dateTime: "2026-03-02T09:00:00" } }, ["start", "timeZone"]],
    ["an end before the start", { end: berlin("2026-03-02T08:00:00") }, ["end"]],
    ["an end at the start", { end: nine }, ["end"]],
    ["a date and a time at once", { start: { ...nine, date: "2026-03-02" } }, ["start"]],
    ["neither a date nor a time", { start: {} }, ["start"]],
    ["a date with a time", { start: { date: "2026-03-02" } }, ["end"]],
    ["an all-day end on its start", { start: { date: "2026-03-02" }, end: { date: "2026-03-02" } }, ["end"]],
    [
      "all-day bounds in two zones",
      { start: { date: "2026-03-02", timeZone: "UTC" }, end: { date: "2026-03-03", timeZone: "Asia/Tokyo" } },
      ["end"],
    ],
    ["a time with an offset", { start: { ...nine, dateTime: "2026-03-02T09:00:00+01:00" } }, ["start", "dateTime"]],
    ["a time that claims UTC", { start: { ...nine, dateTime: "2026-03-02T09:00:00Z" } }, ["start", "dateTime"]],
    ["a day that does not exist", { start: berlin("2026-02-30T09:00:00") }, ["start", "dateTime"]],
    ["a subject that is too long", { subject: "s".repeat(256) }, ["subject"]],
    ["a location that is too long", { location: "l".repeat(256) }, ["location"]],
    ["a body that is too long", { body: { content: "b".repeat(100_001) } }, ["body", "content"]],
    ["an attendee without an address", { attendees: [{ address: "Mei" }] }, ["attendees", "0", "address"]],
    ["too many attendees", { attendees: Array(501).fill({ address: "a@b.example" }) }, ["attendees"]],
    ["a value that can only be read", { showAs: "UNKNOWN" }, ["showAs"]],
    ["an event of ten years", { end: berlin("2036-03-02T09:00:00") }, ["end"]],
    ["whole days for ten years", { start: { date: "2026-03-02" }, end: { date: "2036-03-02" } }, ["end"]],
    ["a subject of two lines", { subject: "a\nb" }, ["subject"]],
    ["a subject with half a character", { subject: "a\ud83d" }, ["subject"]],
    ["a body with a control character", { body: { content: "a\u0000b" } }, ["body", "content"]],
    ["a location with a tab", { location: "a\tb" }, ["location"]],
    ["a location twice", { location: "Here", locations: [{ displayName: "There" }] }, ["locations"]],
    ["a location without a name", { locations: [{ displayName: " " }] }, ["locations", "0", "displayName"]],
    ["a long name of a location", { locations: [{ displayName: "l".repeat(256) }] }, ["locations", "0", "displayName"]],
    ["too many locations", { locations: Array(21).fill({ displayName: "l" }) }, ["locations"]],
    ["a location's address that is none", place({ emailAddress: "room" }), ["locations", "0", "emailAddress"]],
    ["a location's long uri", place({ uri: "u".repeat(2_001) }), ["locations", "0", "uri"]],
    ["a kind of place that can only be read", place({ type: "UNKNOWN" }), ["locations", "0", "type"]],
    ["a long street", place({ address: { street: "s".repeat(256) } }), ["locations", "0", "address", "street"]],
    ["a city of two lines", place({ address: { city: "a\nb" } }), ["locations", "0", "address", "city"]],
    [
      "a latitude beyond the pole",
      place({ coordinates: { latitude: 91, longitude: 0 } }),
      ["locations", "0", "coordinates", "latitude"],
    ],
    [
      "a longitude beyond the date line",
      place({ coordinates: { latitude: 0, longitude: 181 } }),
      ["locations", "0", "coordinates", "longitude"],
    ],
    ["a reminder after the start", { reminder: { minutesBefore: -1 } }, ["reminder", "minutesBefore"]],
    ["a reminder years before", { reminder: { minutesBefore: 525_601 } }, ["reminder", "minutesBefore"]],
    ["a provider that can only be read", { onlineMeeting: { provider: "UNKNOWN" } }, ["onlineMeeting", "provider"]],
    [
      "somebody who is invited twice",
      { attendees: [{ address: "a@b.example" }, { address: "A@B.example" }] },
      ["attendees", "1", "address"],
    ],
    [
      "a long name of an attendee",
      { attendees: [{ address: "a@b.example", name: "n".repeat(256) }] },
      ["attendees", "0", "name"],
    ],
    [
      "an attendee's name of two lines",
      { attendees: [{ address: "a@b.example", name: "a\nb" }] },
      ["attendees", "0", "name"],
    ],
    [
      "a kind of attendee that can only be read",
      { attendees: [{ address: "a@b.example", type: "UNKNOWN" }] },
      ["attendees", "0", "type"],
    ],
    ["too many categories", { categories: Array(51).fill("Blue") }, ["categories"]],
    ["a long category", { categories: ["c".repeat(256)] }, ["categories"]],
    ["a category without a name", { categories: ["Blue", " "] }, ["categories", "1"]],
    ["a category of two lines", { categories: ["a\nb"] }, ["categories", "0"]],
    ["a key with a sign", { extendedData: [{ key: "a-b", value: "1" }] }, ["extendedData", "0", "key"]],
    ["a key that begins with a digit", { extendedData: [{ key: "1a", value: "1" }] }, ["extendedData", "0", "key"]],
    ["a key that is the extension's", { extendedData: [{ key: "extensionName" }] }, ["extendedData", "0", "key"]],
    ["a long key", { extendedData: [{ key: "k".repeat(65) }] }, ["extendedData", "0", "key"]],
    ["a key twice", { extendedData: [{ key: "a" }, { key: "a" }] }, ["extendedData", "1", "key"]],
    ["a malformed mailbox id", { mailboxId: "mbx_1" }, ["mailboxId"]],
    ["an id of another type for the mailbox", { mailboxId: `org_${UNKNOWN_ROW}` }, ["mailboxId"]],
    ["a malformed calendar id", { calendarId: "cal_!" }, ["calendarId"]],
    [
      "a calendar of another mailbox",
      { calendarId: mailboxObjectGlobalId("Calendar", { mailboxId: UNKNOWN_ROW, graphId: "AAMk" }) },
      ["calendarId"],
    ],
  ])("%s", async (_name, over, path) => {
    const before = stored().length;

    const { event, errors } = await create(over);

    expect(event).toBeNull();
    expect(errors).toMatchObject([{ __typename: "InvalidInputError", code: "INVALID_INPUT", path }]);
    expect(errors[0]!.message).toMatch(/^[A-Z`].*\.$/);
    expect(gateway.emulator.log.entries()).toEqual([]);
    expect(stored()).toHaveLength(before);
  });

  test.each<[string, (id: string) => UpdateEventInput, string[]]>([
    ["a change of nothing", (id) => ({ id }), []],
    ["a start without an end", (id) => ({ id, start: nine }), ["end"]],
    ["an end without a start", (id) => ({ id, end: nine }), ["start"]],
    ["a version that is none", (id) => ({ id, subject: "x", expectedVersion: "latest" }), ["expectedVersion"]],
    [
      "a version with a line break",
      (id) => ({ id, subject: "x", expectedVersion: '"a"\r\nX: y' }),
      ["expectedVersion"],
    ],
    ["an empty version", (id) => ({ id, subject: "x", expectedVersion: "" }), ["expectedVersion"]],
    ["a malformed id", () => ({ id: "evt_%%%", subject: "x" }), ["id"]],
    ["an id of nothing", () => ({ id: "", subject: "x" }), ["id"]],
    ["an id of another type", () => ({ id: organization.mailboxIds[0]!, subject: "x" }), ["id"]],
  ])("%s", async (_name, input, path) => {
    const { id } = await makeEvent(organization);
    gateway.emulator.log.clear();

    const { event, errors } = await update(input(id));

    expect(event).toBeNull();
    expect(errors).toMatchObject([{ code: "INVALID_INPUT", path }]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test.each([
    ["too many entries", Array.from({ length: 51 }, (_, n) => ({ key: `k${n}` })), ["extendedData"]],
    ["a value that is too long", [{ key: "a", value: "v".repeat(2_001) }], ["extendedData", "0", "value"]],
  ])("extended data with %s", async (_name, extendedData, path) => {
    const { errors } = await create({ extendedData });

    expect(errors).toMatchObject([{ __typename: "InvalidInputError", code: "LIMIT_EXCEEDED", path }]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("every wrong field has its own sentence", async () => {
    const wrong: Partial<CreateEventInput>[] = [
      { end: nine },
      { end: berlin("2026-03-02T08:00:00") },
      { end: berlin("2036-03-02T09:00:00") },
      { start: { date: "2026-03-02" } },
      { start: {} },
      { start: { dateTime: "2026-03-02T09:00:00" } },
      { start: { ...nine, timeZone: "Mars/Olympus" } },
      { start: { ...nine, dateTime: "2026-02-30T09:00:00" } },
      { subject: "s".repeat(256) },
      { subject: "a\nb" },
      { subject: "\ud83d" },
      { body: { content: "a\u0001" } },
      { body: { content: "b".repeat(100_001) } },
      { location: "l".repeat(256) },
      { location: "a", locations: [] },
      { locations: [{ displayName: "" }] },
      { attendees: [{ address: "Mei" }] },
      { attendees: Array(501).fill({ address: "a@b.example" }) },
      { attendees: [{ address: "a@b.example" }, { address: "a@b.example" }] },
      { reminder: { minutesBefore: -1 } },
      { categories: [""] },
      { categories: Array(51).fill("Blue") },
      { extendedData: [{ key: "" }] },
      { extendedData: [{ key: "a" }, { key: "a" }] },
      place({ coordinates: { latitude: 99, longitude: 0 } }),
      place({ coordinates: { latitude: 0, longitude: 999 } }),
    ];
    const messages = new Set<string>();
    for (const over of wrong) for (const { message } of (await create(over)).errors) messages.add(message);

    expect(messages.size).toBe(wrong.length);
  });

  test.each([
    ["emoji", "Ship it 🚢👩‍👩‍👧"],
    ["right-to-left text with its marks", "\u200fסקירה (v2)\u200e"],
    ["255 characters", "é".repeat(255)],
    ["quotes and markup", `"<b>'&amp;`],
  ])("a subject of %s is fine, and reads as it was written", async (_name, subject) => {
    expect(await create({ subject })).toMatchObject({ event: { subject }, errors: [] });
  });

  test("an event of five years, and 500 people, are fine", async () => {
    const attendees = Array.from({ length: 500 }, (_, n) => ({ address: `a${n}@b.example` }));

    expect((await create({ end: berlin("2031-03-01T09:00:00") })).errors).toEqual([]);
    expect((await create({ attendees, allowManyRecipients: true })).event!.attendees).toHaveLength(500);
  });

  test("the sentence about a wrong type of id names both types", async () => {
    const { errors } = await update({ id: organization.connectionId, subject: "x" });

    expect(errors[0]?.message).toBe("This is the id of a ConnectionConfig; the id of an Event is needed here.");
  });
});
