import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLInputObjectType, getNamedType, isEnumType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { attachmentGlobalId, mailboxObjectGlobalId, parseRowGlobalId } from "../../src/resolvers/common/global-id.js";
import { permissionGlobalId } from "../../src/resolvers/sharing/permission-id.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { EVERYWHERE, NEVER_WRONG, WRONG_FIELDS, type WrongValue } from "../kit/wrong-fields.js";

const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const mutations = schema.getMutationType()!.getFields();
/** Objects of Microsoft's calendars, whose writes reach Graph; the gateway's own objects have tables of their own. */
const OF_CALENDARS = /Event|Attendee|Calendar|Attachment|Reminder|Category|MailboxSettings/;

/** Scalars of which every value that they let through has a meaning; others of theirs GraphQL refuses itself. */
const CLOSED_SCALARS: ReadonlySet<string> = new Set(["Boolean", "LocalDate"]);
/** What a wrong value is called: wrong, or more than there may be. */
const REFUSAL = /^(INVALID_INPUT|LIMIT_EXCEEDED)$/;

function inputOf(mutation: string): GraphQLInputObjectType {
  const type = getNamedType(mutations[mutation]!.args.find(({ name }) => name === "input")!.type);
  if (!isInputObjectType(type)) throw new Error(`${mutation} has no input.`);
  return type;
}

/** The leaves of an input, as paths without positions in lists, that a value of their type can be wrong for. */
function leavesOf(type: GraphQLInputObjectType, parent: readonly string[] = []): readonly string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    const path = [...parent, field.name];
    if (isInputObjectType(named)) return leavesOf(named, path);
    const isClosed = CLOSED_SCALARS.has(named.name) || (isEnumType(named) && named.getValue("UNKNOWN") === undefined);
    return isClosed || `${type.name}.${field.name}` in NEVER_WRONG ? [] : [path.join(".")];
  });
}

function casesOf(mutation: string): readonly WrongValue[] {
  const own = Object.keys(inputOf(mutation).getFields());
  return [
    ...Object.entries(EVERYWHERE).flatMap(([field, value]) => (own.includes(field) ? [value] : [])),
    ...WRONG_FIELDS[mutation]!,
  ];
}

describe("a wrong field of a mutation", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let right: Readonly<Record<string, Readonly<Record<string, unknown>>>>;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
    const mailboxId = organization.mailboxIds[0]!;
    const row = parseRowGlobalId("Mailbox", mailboxId);
    const idOf = (type: "Event" | "Calendar" | "CalendarGroup" | "Category") =>
      mailboxObjectGlobalId(type, { mailboxId: row, graphId: "AAMk" });
    const ofCalendar = { mailboxId: row, calendarGraphId: "AAMk" };
    const permission = { id: permissionGlobalId({ ...ofCalendar, permissionGraphId: "AAMk" }) };
    const attachment = { id: attachmentGlobalId({ mailboxId: row, eventGraphId: "AAMk", graphId: "AAMk" }) };
    const [event, calendar, group] = [{ id: idOf("Event") }, { id: idOf("Calendar") }, { id: idOf("CalendarGroup") }];
    const category = { id: idOf("Category") };
    const { address } = DEMO_USERS.mei;
    const berlin = (dateTime: string) => ({ dateTime, timeZone: "Europe/Berlin" });
    right = {
      addAttendees: { ...event, attendees: [{ address }] },
      cancelEvent: event,
      createCalendar: { mailboxId, name: "Rota" },
      createCalendarGroup: { mailboxId, name: "Rota" },
      createCategory: { mailboxId, displayName: "Rota" },
      createEvent: {
        mailboxId,
        subject: "Planning",
        start: berlin("2026-03-02T09:00:00"),
        end: berlin("2026-03-02T10:00:00"),
      },
      deleteAttachment: attachment,
      deleteCalendar: calendar,
      deleteCalendarGroup: group,
      deleteCategory: category,
      deleteEvent: event,
      dismissReminder: event,
      forwardEvent: { ...event, to: [{ address }] },
      moveEvent: { ...event, calendarId: calendar.id },
      removeAttendees: { ...event, addresses: [address] },
      removeCalendarPermission: permission,
      renameCalendarGroup: { ...group, name: "Rota" },
      respondToEvent: { ...event, response: "ACCEPT" },
      shareCalendar: { calendarId: calendar.id, address, role: "READ" },
      snoozeReminder: { ...event, until: "2090-01-01T00:00:00Z" },
      updateAttendee: { ...event, address, type: "OPTIONAL" },
      updateCalendar: { ...calendar, name: "Rota" },
      updateCalendarPermission: { ...permission, role: "READ" },
      updateCategory: { ...category, color: "RED" },
      updateEvent: event,
      updateMailboxSettings: { mailboxId },
    };
  });
  afterAll(() => gateway.close());

  test("has a table for every mutation of calendars", () => {
    const missing = Object.keys(mutations).filter((name) => OF_CALENDARS.test(name) && !(name in WRONG_FIELDS));
    expect(missing).toEqual([]);
  });

  test.each(Object.keys(WRONG_FIELDS))("of %s is in its table, whichever it is", (mutation) => {
    const covered = new Set(casesOf(mutation).map(({ path }) => path.filter((step) => !/^\d+$/.test(step)).join(".")));
    expect(leavesOf(inputOf(mutation)).filter((leaf) => !covered.has(leaf))).toEqual([]);
  });

  const cases = Object.keys(WRONG_FIELDS).flatMap((mutation) =>
    casesOf(mutation).map((value) => [`${mutation}: ${value.path.join(".")}`, mutation, value] as const),
  );
  test.each(cases)(
    "%s is refused with its path and a sentence, and Microsoft is not asked",
    async (_name, mutation, value) => {
      const query = `mutation ($input: ${inputOf(mutation).name}!) { answer: ${mutation}(input: $input) { errors { code message path } } }`;
      const input = { ...right[mutation], ...value.over };
      gateway.emulator.log.clear();

      type Data = { readonly answer: { readonly errors: readonly { readonly message: string }[] } };
      const { data, errors } = await organization.admin.send<Data>({ query, variables: { input } });

      expect(errors).toBeUndefined();
      expect(data.answer.errors).toMatchObject([
        { code: expect.stringMatching(REFUSAL), path: value.path, message: expect.stringMatching(value.says) },
      ]);
      expect(data.answer.errors[0]!.message).toMatch(/^[A-Z0-9`].*\.$/s);
      expect(gateway.emulator.log.entries()).toEqual([]);
    },
  );
});
