import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import {
  DismissReminderDocument,
  EventByIdDocument,
  ForwardEventDocument,
  type RespondToEventInput,
  SnoozeReminderDocument,
} from "../kit/generated/operations.js";
import { MeetingHouse } from "../kit/meeting-house.js";
import { storedEvent, storedMailbox } from "../kit/meetings.js";

const { ines, tomasz, mei } = DEMO_USERS;

describe("actions on events", () => {
  let house: MeetingHouse;

  beforeAll(async () => {
    house = await MeetingHouse.open();
  });
  beforeEach(() => house.gateway.emulator.outbox.clear());
  afterAll(() => house.close());

  const letters = () => house.gateway.emulator.outbox.notices();
  const asked = () =>
    house.proxy.take().map(({ method, path }) => `${method} ${path.replace(/\?.*/, "").split("/").at(-1)}`);
  const read = async (id: string) => (await house.organization.reader.data(EventByIdDocument, { id })).node;
  const changeStored = (address: string, subject: string, change: object) => {
    const event = { ...storedEvent(house.gateway, address, subject)!, ...change };
    house.gateway.emulator.store.putEvent(storedMailbox(house.gateway, address), event);
  };

  describe("cancelEvent [demand 48]", () => {
    test("mails the attendees the comment and takes the meeting out of the calendar, in two requests", async () => {
      const { own, subject } = await house.meeting();

      const { cancelledId, mailedAttendees, errors } = await house.cancel({ id: own.id, comment: "Snow" });

      expect({ cancelledId, mailedAttendees, errors }).toEqual({ cancelledId: own.id, mailedAttendees: 1, errors: [] });
      const [look, act] = house.proxy.take();
      expect(look).toMatchObject({ method: "GET" });
      expect(look!.path).toMatch(
        /\?\$select=id,isOrganizer,isCancelled,seriesMasterId,sensitivity,attendees,organizer,isDraft,end,recurrence,subject,iCalUId,type,originalStart,originalStartTimeZone$/,
      );
      expect(act).toMatchObject({ method: "POST", body: { comment: "Snow" } });
      expect(letters()).toMatchObject([{ kind: "cancellation", to: [{ address: tomasz.address }], comment: "Snow" }]);
      expect(storedEvent(house.gateway, ines.address, subject)).toBeUndefined();
    });

    test("of an attendee is a NotOrganizerError that says what to do instead; nobody is mailed", async () => {
      const { invitedId, subject } = await house.meeting();

      const { cancelledId, errors } = await house.cancel({ id: invitedId! });

      expect(cancelledId).toBeNull();
      expect(errors).toMatchObject([{ __typename: "NotOrganizerError", code: "NOT_ORGANIZER", path: ["id"] }]);
      expect(errors[0]!.message).toContain("respondToEvent");
      expect(asked()).toHaveLength(1);
      expect(letters()).toEqual([]);
      expect(storedEvent(house.gateway, tomasz.address, subject)).toBeDefined();
    });

    test("with an old version is a ConflictError, and nothing is cancelled", async () => {
      const { own, subject } = await house.meeting();
      changeStored(ines.address, subject, { changeKey: "another" });

      const { errors } = await house.cancel({ id: own.id, expectedVersion: own.version });

      expect(errors).toMatchObject([{ __typename: "ConflictError", code: "CONFLICT", path: ["expectedVersion"] }]);
      expect(asked()).toHaveLength(1);
      expect(letters()).toEqual([]);
    });

    test("sends {} when there is nothing to say, and a second one finds nothing", async () => {
      const { own } = await house.meeting();

      expect((await house.cancel({ id: own.id, expectedVersion: own.version })).errors).toEqual([]);
      expect(house.proxy.take().at(-1)!.body).toEqual({});
      expect((await house.cancel({ id: own.id })).errors).toMatchObject([{ code: "NOT_FOUND" }]);
    });
  });

  describe("respondToEvent [demand 48]", () => {
    test.each([
      ["ACCEPT", "accept", "ACCEPTED", "BUSY"],
      ["TENTATIVE", "tentativelyAccept", "TENTATIVELY_ACCEPTED", "TENTATIVE"],
    ] as const)("with %s tells the organizer and reads the event again", async (response, action, status, showAs) => {
      const { own, invitedId } = await house.meeting();

      const payload = await house.respond({ id: invitedId!, response, comment: "Fine" });

      expect(payload).toEqual({ isResponseSent: true, event: { id: invitedId, response: status, showAs }, errors: [] });
      const requests = house.proxy.take();
      expect(requests.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);
      expect(requests[1]!.path).toMatch(new RegExp(`/${action}$`));
      expect(requests[1]!.body).toEqual({ sendResponse: true, comment: "Fine" });
      expect(letters()).toMatchObject([{ kind: "response", to: [{ address: ines.address }] }]);
      expect(await read(own.id)).toMatchObject({ attendees: [{ response: status }] });
    });

    test("with DECLINE takes the meeting out of the calendar, so that there is no event any more", async () => {
      const { invitedId } = await house.meeting();

      expect(await house.respond({ id: invitedId!, response: "DECLINE" })).toEqual({
        isResponseSent: true,
        event: null,
        errors: [],
      });
    });

    test("keeps to itself what is not to be sent", async () => {
      const { own, invitedId } = await house.meeting();

      const payload = await house.respond({ id: invitedId!, response: "ACCEPT", sendResponse: false });

      expect(payload).toMatchObject({ isResponseSent: false, event: { response: "ACCEPTED" } });
      expect(letters()).toEqual([]);
      expect(await read(own.id)).toMatchObject({ attendees: [{ response: "NOT_RESPONDED" }] });
    });

    test("proposes another time", async () => {
      const { invitedId } = await house.meeting();
      const proposedNewTime = { start: "2026-03-03T09:00:00Z", end: "2026-03-03T10:30:00+00:00" };

      const { errors } = await house.respond({ id: invitedId!, response: "TENTATIVE", proposedNewTime });

      expect(errors).toEqual([]);
      expect(house.proxy.take()[1]!.body).toEqual({
        sendResponse: true,
        proposedNewTime: {
          start: { dateTime: "2026-03-03T09:00:00.000", timeZone: "UTC" },
          end: { dateTime: "2026-03-03T10:30:00.000", timeZone: "UTC" },
        },
      });
      expect(letters()).toMatchObject([{ proposedNewTime: { start: expect.stringContaining("2026-03-03T09:00") } }]);
    });

    test("of the organizer is a NotAttendeeError", async () => {
      const { own } = await house.meeting();

      const { errors } = await house.respond({ id: own.id, response: "ACCEPT" });

      expect(errors).toMatchObject([{ __typename: "NotAttendeeError", code: "NOT_ATTENDEE", path: ["id"] }]);
      expect(errors[0]!.message).toContain("cancelEvent");
      expect(asked()).toHaveLength(1);
    });

    test("to a meeting that was cancelled is an EventCancelledError", async () => {
      const { own, invitedId } = await house.meeting();
      await house.cancel({ id: own.id });

      expect((await house.respond({ id: invitedId!, response: "ACCEPT" })).errors).toMatchObject([
        { __typename: "EventCancelledError", code: "EVENT_CANCELLED" },
      ]);
    });

    test("with a new time where none is taken is a NewTimeNotAllowedError", async () => {
      const { invitedId, subject } = await house.meeting();
      changeStored(tomasz.address, subject, { allowNewTimeProposals: false });
      const proposedNewTime = { start: "2026-03-03T09:00:00Z", end: "2026-03-03T10:00:00Z" };

      const { errors } = await house.respond({ id: invitedId!, response: "DECLINE", proposedNewTime });

      expect(errors).toMatchObject([{ __typename: "NewTimeNotAllowedError", path: ["proposedNewTime"] }]);
      expect(asked()).toHaveLength(1);
    });

    describe("where no response is asked for", () => {
      test("stays in the calendar by default, instead of Microsoft's 400", async () => {
        const { invitedId, subject } = await house.meeting();
        changeStored(tomasz.address, subject, { responseRequested: false });

        const payload = await house.respond({ id: invitedId!, response: "ACCEPT" });

        expect(payload).toMatchObject({ isResponseSent: false, event: { response: "ACCEPTED" }, errors: [] });
        expect(letters()).toEqual([]);
      });

      test.each<[string, Partial<RespondToEventInput>]>([
        ["sendResponse", { sendResponse: true }],
        ["comment", { comment: "Late" }],
        ["proposedNewTime", { proposedNewTime: { start: "2026-03-03T09:00:00Z", end: "2026-03-03T10:00:00Z" } }],
      ])("refuses %s, which could not be sent", async (field, over) => {
        const { invitedId, subject } = await house.meeting();
        changeStored(tomasz.address, subject, { responseRequested: false });

        const { errors } = await house.respond({ id: invitedId!, response: "DECLINE", ...over });

        expect(errors).toMatchObject([{ __typename: "ResponseNotRequestedError", path: [field] }]);
        expect(asked()).toHaveLength(1);
      });
    });
  });

  describe("forwardEvent", () => {
    test("of the organizer invites people in one request after a look at whether the event is private", async () => {
      const { own, subject } = await house.meeting();
      const input = { id: own.id, to: [{ address: mei.address, name: "Mei" }], comment: "Join us" };

      const { forwardEvent } = await house.organization.writer.data(ForwardEventDocument, { input });

      expect(forwardEvent.event).toEqual({ id: own.id });
      const [look, act] = house.proxy.take();
      expect(decodeURIComponent(look!.path)).toMatch(/[?&]\$select=[\w,]*sensitivity/);
      expect(act).toMatchObject({
        method: "POST",
        body: { comment: "Join us", toRecipients: [{ emailAddress: { address: mei.address, name: "Mei" } }] },
      });
      expect(letters()).toMatchObject([{ kind: "forward", to: [{ address: mei.address }], comment: "Join us" }]);
      expect(storedEvent(house.gateway, mei.address, subject)).toBeDefined();
    });

    test("of an attendee is told to the organizer, whose list then has the new people", async () => {
      const { own, invitedId } = await house.meeting();
      const input = { id: invitedId!, to: [{ address: mei.address }] };

      await house.organization.writer.data(ForwardEventDocument, { input });

      expect(
        letters()
          .map(({ kind }) => kind)
          .sort(),
      ).toEqual(["forward", "forwardNotification"]);
      expect(await read(own.id)).toMatchObject({ attendees: [{ address: tomasz.address }, { address: mei.address }] });
    });
  });

  describe("reminders", () => {
    test("come again later, or not at all, in one request each and without mail", async () => {
      const { own, subject } = await house.meeting();
      const until = "2090-03-02T08:30:00.000Z";

      await house.organization.writer.data(SnoozeReminderDocument, { input: { id: own.id, until } });
      const snoozed = house.proxy.take();
      expect(snoozed.map(({ method }) => method)).toEqual(["POST", "GET"]);
      expect(snoozed[0]!.body).toEqual({ newReminderTime: { dateTime: "2090-03-02T08:30:00.000", timeZone: "UTC" } });
      expect(storedEvent(house.gateway, ines.address, subject)).toMatchObject({
        reminderState: { snoozedUntil: Date.parse(until) },
      });

      await house.organization.writer.data(DismissReminderDocument, { input: { id: own.id } });
      expect(house.proxy.take()[0]).toMatchObject({ method: "POST", body: {} });
      expect(storedEvent(house.gateway, ines.address, subject)!.reminderState).toMatchObject({
        snoozedUntil: undefined,
      });
      expect(letters()).toEqual([]);
    });
  });
});
