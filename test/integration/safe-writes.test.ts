import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { attach, someBytes } from "../kit/attachments.js";
import { eventInput, FUTURE, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { CreateCalendarDocument } from "../kit/generated/operations.js";
import { makeMeeting } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

interface Mailed {
  readonly address: string;
  readonly mail: string;
}
interface Outcome {
  readonly preview: {
    readonly changes: readonly { path: string; before: string | null; after: string | null }[];
    readonly recipients: readonly Mailed[];
    readonly warnings: readonly string[];
  } | null;
  readonly errors: readonly {
    readonly __typename: string;
    readonly code: string;
    readonly message: string;
    readonly path: readonly string[];
    readonly retryAfterMs?: number | null;
    readonly current?: { readonly subject: string | null } | null;
  }[];
}
type Input = Readonly<Record<string, unknown>>;
interface Write {
  readonly mutation: string;
  readonly input: Input;
  /** Whom it mails, of a meeting of Ines with Tomasz. */
  readonly mails: readonly Mailed[];
  readonly path?: string;
}

const { ines, tomasz, hana } = DEMO_USERS;
const to = (address: string, mail: string): Mailed => ({ address, mail });

/** Every write of an own meeting that mails people. */
const MAILING: readonly Write[] = [
  {
    mutation: "updateEvent",
    input: { subject: "Other" },
    mails: [to(tomasz.address, "UPDATE")],
    path: "subject",
  },
  { mutation: "deleteEvent", input: {}, mails: [to(tomasz.address, "CANCELLATION")], path: "" },
  { mutation: "cancelEvent", input: { comment: "off" }, mails: [to(tomasz.address, "CANCELLATION")], path: "" },
  {
    mutation: "addAttendees",
    input: { attendees: [{ address: hana.address }] },
    mails: [to(hana.address, "INVITATION")],
    path: "attendees",
  },
  {
    mutation: "removeAttendees",
    input: { addresses: [tomasz.address] },
    mails: [to(tomasz.address, "CANCELLATION")],
    path: "attendees",
  },
  {
    mutation: "updateAttendee",
    input: { address: tomasz.address, type: "OPTIONAL" },
    mails: [to(tomasz.address, "UPDATE")],
    path: "attendees",
  },
  {
    mutation: "forwardEvent",
    input: { to: [{ address: hana.address }] },
    mails: [to(hana.address, "INVITATION")],
    path: "attendees",
  },
];
const PAST = { start: eventInput({ mailboxIds: [""] }).start, end: eventInput({ mailboxIds: [""] }).end };

describe("safe writes [user-demands 44, 48]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  beforeAll(async () => {
    gateway = await startGateway({ env: { EVENT_MAX_RECIPIENTS: "2", EVENT_MAILS_PER_HOUR: "60" } });
    organization = await newOrganization();
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const newOrganization = () => makeOrganization(gateway, { addresses: [ines.address, tomasz.address] });
  const methods = () => gateway.emulator.log.entries({ service: "graph" }).map(({ method }) => method);
  const writes = () => methods().filter((method) => method !== "GET");
  const run = async (mutation: string, input: Input, at = organization): Promise<Outcome> => {
    gateway.emulator.log.clear();
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const preview = "preview { changes { path before after } recipients { address mail } warnings }";
    const errors = `errors { __typename code message path ... on ThrottledError { retryAfterMs }
      ... on ConflictError { current { ... on Event { subject } } } }`;
    const query = `mutation M($input: ${type}!) { outcome: ${mutation}(input: $input) { ${preview} ${errors} } }`;
    const answer = await at.writer.send<{ outcome: Outcome }>({ query, variables: { input } });
    expect(answer.errors).toBeUndefined();
    return answer.data.outcome;
  };

  describe("dryRun", () => {
    test.each(MAILING)(
      "of $mutation says whom it mails, and sends nothing",
      async ({ mutation, input, mails, path }) => {
        const { own } = await makeMeeting(gateway, organization);
        gateway.emulator.outbox.clear();
        const { preview, errors } = await run(mutation, { id: own.id, ...input, dryRun: true });

        expect(errors).toEqual([]);
        expect(preview?.recipients).toEqual(mails);
        expect(preview?.changes.map((change) => change.path)).toEqual([path]);
        expect(preview?.warnings).toEqual([expect.stringContaining("Microsoft mails")]);
        expect(methods().length).toBeGreaterThan(0);
        expect(writes()).toEqual([]);
        expect(gateway.emulator.outbox.notices()).toEqual([]);
      },
    );

    test.each(MAILING)("of $mutation warns of what it would be refused for", async ({ mutation, input }) => {
      const { own } = await makeMeeting(gateway, organization, PAST);
      const { preview } = await run(mutation, { id: own.id, ...input, dryRun: true });
      expect(preview?.warnings.at(-1)).toContain("`allowPast`");
      const allowed = await run(mutation, { id: own.id, ...input, dryRun: true, allowPast: true });
      expect(JSON.stringify(allowed.preview)).not.toContain("allowPast");
      expect(writes()).toEqual([]);
    });

    test("of an answer: what it changes, and that the organizer is mailed unless nothing is sent", async () => {
      const { invitedId } = await makeMeeting(gateway, organization);
      const answer = { id: invitedId, response: "ACCEPT", dryRun: true };
      expect((await run("respondToEvent", answer)).preview).toMatchObject({
        changes: [{ path: "response", before: null, after: "ACCEPT" }],
        recipients: [{ address: ines.address, mail: "RESPONSE" }],
      });
      const silent = await run("respondToEvent", { ...answer, sendResponse: false });
      expect(silent.preview).toMatchObject({ recipients: [], warnings: [] });
      expect(writes()).toEqual([]);
    });

    test("of a move: the calendar, or what stands in the way", async () => {
      const name = { mailboxId: organization.mailboxIds[0]!, name: "Goal of a move" };
      const { createCalendar } = await organization.writer.data(CreateCalendarDocument, { input: name });
      const calendarId = createCalendar.calendar!.id;
      const { id } = await makeEvent(organization);
      const moved = await run("moveEvent", { id, calendarId, dryRun: true });
      expect(moved.preview).toMatchObject({
        changes: [{ path: "calendarId", before: null, after: calendarId }],
        recipients: [],
        warnings: [expect.stringContaining("another id")],
      });
      expect(writes()).toEqual([]);

      const { own } = await makeMeeting(gateway, organization);
      const refused = await run("moveEvent", { id: own.id, calendarId, dryRun: true });
      expect(refused).toMatchObject({ errors: [], preview: { changes: [], recipients: [] } });
      expect(refused.preview?.warnings).toEqual([expect.stringContaining("attendees would get a cancellation")]);
      expect(writes()).toEqual([]);
    });

    test("of reminders and of an attachment's deletion mails nobody", async () => {
      const { id } = await makeEvent(organization, { reminder: { isOn: false } });
      const until = "2126-01-01T00:00:00.000Z";
      const snoozed = await run("snoozeReminder", { id, until, dryRun: true });
      expect(snoozed.preview).toEqual({
        changes: [{ path: "until", before: null, after: until }],
        recipients: [],
        warnings: [expect.stringContaining("no reminder")],
      });
      expect(writes()).toEqual([]);
      const dismissed = await run("dismissReminder", { id, dryRun: true });
      expect(dismissed.preview).toMatchObject({ changes: [], recipients: [] });
      expect(writes()).toEqual([]);
      const { attachment } = await attach(organization.writer, id, someBytes(5));
      const deleted = await run("deleteAttachment", { id: attachment.id, dryRun: true });
      expect(deleted.preview).toMatchObject({ changes: [{ path: "", after: null }], recipients: [] });
      expect(deleted.preview?.changes.map(({ before }) => before)).toEqual([expect.stringMatching(/./)]);
      expect(writes()).toEqual([]);
    });

    test("tells whose attendee's forward is told", async () => {
      const { invitedId } = await makeMeeting(gateway, organization);
      const input = { id: invitedId, to: [{ address: hana.address }], dryRun: true };
      const { preview } = await run("forwardEvent", input);
      expect(preview).toMatchObject({ changes: [], recipients: [to(hana.address, "INVITATION")] });
      expect(preview?.warnings[0]).toContain("tells the organizer");
    });

    test("of what is not there is an error, as the write itself", async () => {
      const { id } = await makeEvent(organization);
      await run("deleteEvent", { id });
      for (const { mutation, input } of MAILING) {
        const { errors, preview } = await run(mutation, { id, ...input, dryRun: true });
        expect([mutation, preview, errors.map(({ code }) => code)]).toEqual([mutation, null, ["NOT_FOUND"]]);
      }
    });
  });

  describe("guards", () => {
    test.each(MAILING)("$mutation of a meeting that is over needs `allowPast`", async ({ mutation, input }) => {
      const { own } = await makeMeeting(gateway, organization, PAST);
      const refused = await run(mutation, { id: own.id, ...input });
      expect(refused.errors).toMatchObject([{ code: "INVALID_INPUT", path: ["allowPast"] }]);
      expect(methods()).toEqual(["GET"]);
      expect((await run(mutation, { id: own.id, ...input, allowPast: true })).errors).toEqual([]);
      expect(writes()).toHaveLength(1);
    });

    const people = ["a", "b", "c"].map((name) => ({ address: `${name}@elsewhere.example` }));
    test.each([
      ["createEvent", "", () => ({ ...eventInput(organization, FUTURE), attendees: people })],
      ["updateEvent", "three", () => ({ subject: "Other" })],
      ["deleteEvent", "three", () => ({})],
      ["cancelEvent", "three", () => ({})],
      ["addAttendees", "one", () => ({ attendees: people })],
      ["removeAttendees", "three", () => ({ addresses: people.map(({ address }) => address) })],
      ["forwardEvent", "one", () => ({ to: people })],
    ] as const)("%s that mails many needs `allowManyRecipients`", async (mutation, size, input) => {
      const at = await newOrganization();
      const attendees = size === "three" ? people : [{ address: tomasz.address }];
      const id = size && (await makeMeeting(gateway, at, { attendees, allowManyRecipients: true })).own.id;
      const whole = { ...(id && { id }), ...input(), ...(!id && { mailboxId: at.mailboxIds[0]! }) };
      const { errors } = await run(mutation, whole, at);
      expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["allowManyRecipients"] }]);
      expect(errors[0]!.message).toContain("3 people");
      expect(writes()).toEqual([]);
      expect((await run(mutation, { ...whole, allowManyRecipients: true }, at)).errors).toEqual([]);
    });

    test("changes that mail nobody are not judged: of own members, of an invited copy, without attendees", async () => {
      const { own, invitedId } = await makeMeeting(gateway, organization, PAST);
      const alone = await makeEvent(organization, PAST);
      for (const input of [
        { id: own.id, showAs: "FREE", categories: ["Red category"], reminder: { isOn: false } },
        { id: own.id, extendedData: [{ key: "crm_id", value: "2" }] },
        { id: invitedId, subject: "Mine" },
        { id: alone.id, subject: "Mine" },
      ]) {
        expect((await run("updateEvent", input)).errors).toEqual([]);
      }
      expect((await run("deleteEvent", { id: alone.id })).errors).toEqual([]);
      expect(methods()).toEqual(["GET", "DELETE"]);
    });

    test("a series is over when its last occurrence is, and a meeting may be moved out of the past", async () => {
      const rule = (until: string) => ({ rrule: `FREQ=WEEKLY;BYDAY=MO;UNTIL=${until}` });
      const over = await makeMeeting(gateway, organization, { ...PAST, recurrence: rule("20260401T000000Z") });
      const alive = await makeMeeting(gateway, organization, { ...PAST, recurrence: rule("21260401T000000Z") });
      const once = await makeMeeting(gateway, organization, PAST);
      expect((await run("updateEvent", { id: over.own.id, subject: "x" })).errors).toMatchObject([
        { path: ["allowPast"] },
      ]);
      expect((await run("updateEvent", { id: alive.own.id, subject: "x" })).errors).toEqual([]);
      expect((await run("updateEvent", { id: once.own.id, ...FUTURE })).errors).toEqual([]);
      expect((await run("updateEvent", { id: once.own.id, ...PAST })).errors).toMatchObject([{ path: ["allowPast"] }]);
    });

    test("an organization's mails of an hour are counted over all writes, and the wait is told", async () => {
      const at = await newOrganization();
      const guests = Array.from({ length: 25 }, (_, index) => ({ address: `guest${index}@elsewhere.example` }));
      const { own } = await makeMeeting(gateway, at, { attendees: guests, allowManyRecipients: true });
      const allowed = { id: own.id, allowManyRecipients: true };
      expect((await run("updateEvent", { ...allowed, subject: "Twice" }, at)).errors).toEqual([]);
      const { errors } = await run("cancelEvent", allowed, at);
      expect(errors).toMatchObject([{ __typename: "ThrottledError", code: "LIMIT_EXCEEDED" }]);
      expect(errors[0]!.retryAfterMs).toBeGreaterThan(3_000_000);
      expect(methods()).toEqual(["GET"]);
      // A look counts nothing, and another organization has its own.
      expect((await run("cancelEvent", { ...allowed, dryRun: true }, at)).preview?.recipients).toHaveLength(25);
      expect((await run("updateEvent", { id: own.id, showAs: "FREE" }, at)).errors).toEqual([]);
      const { own: other } = await makeMeeting(gateway, organization);
      expect((await run("cancelEvent", { id: other.id })).errors).toEqual([]);
    });
  });

  test.each([
    ["updateEvent", { subject: "Other" }],
    ["updateEvent", { extendedData: [{ key: "crm_id", value: "2" }] }],
    ["deleteEvent", {}],
    ["cancelEvent", {}],
    ["addAttendees", { attendees: [{ address: hana.address }] }],
    ["removeAttendees", { addresses: [tomasz.address] }],
    ["updateAttendee", { address: tomasz.address, type: "OPTIONAL" }],
    ["deleteAttachment", {}],
  ] as const)("%s of a version that is gone is a conflict that shows the event: %j", async (mutation, input) => {
    const { own, subject } = await makeMeeting(gateway, organization);
    const { attachment } = await attach(organization.writer, own.id, someBytes(5));
    const id = mutation === "deleteAttachment" ? attachment.id : own.id;
    await run("updateEvent", { id: own.id, showAs: "FREE" });
    const { errors } = await run(mutation, { id, ...input, expectedVersion: own.version });
    expect(errors).toMatchObject([{ __typename: "ConflictError", code: "CONFLICT", current: { subject } }]);
  });

  test("an answer to a version that is gone is a conflict that shows the copy", async () => {
    const { invitedId, own, subject } = await makeMeeting(gateway, organization);
    const input = { id: invitedId, response: "ACCEPT", expectedVersion: own.version };
    const { errors } = await run("respondToEvent", input);
    expect(errors).toMatchObject([{ code: "CONFLICT", current: { subject } }]);
    expect(writes()).toEqual([]);
  });
});
