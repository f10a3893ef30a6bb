import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { mailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateEventDocument,
  type CreateEventInput,
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

  test("the sentence about a wrong type of id names both types", async () => {
    const { errors } = await update({ id: organization.connectionId, subject: "x" });

    expect(errors[0]?.message).toBe("This is the id of a ConnectionConfig; the id of an Event is needed here.");
  });
});
