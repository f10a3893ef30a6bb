import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateEventDocument,
  type CreateEventInput,
  UpdateEventDocument,
  type UpdateEventInput,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

describe("online meetings [user-demands 50, 51]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  });
  beforeEach(() => {
    allow(["teamsForBusiness"]);
    gateway.emulator.log.clear();
  });
  afterAll(() => gateway.close());

  const mailbox = () => gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(DEMO_USERS.jonas.id)!.mailbox!;
  const allow = (onlineMeetingProviders: readonly string[]) => {
    for (const [id, calendar] of mailbox().calendars)
      mailbox().calendars.set(id, { ...calendar, onlineMeetingProviders });
  };
  const create = async (over: Partial<CreateEventInput>) =>
    (await organization.writer.query(CreateEventDocument, { input: eventInput(organization, over) })).data.createEvent;
  const update = async (input: UpdateEventInput) =>
    (await organization.writer.query(UpdateEventDocument, { input })).data.updateEvent;
  const methods = () => gateway.emulator.log.entries({ service: "graph" }).map(({ method }) => method);

  test.each([{}, { provider: "TEAMS_FOR_BUSINESS" } as const])(
    "%j makes an event with a join link, after asking what the calendar allows",
    async (onlineMeeting) => {
      const { event, errors } = await create({ onlineMeeting });

      expect(errors).toEqual([]);
      expect(event).toMatchObject({
        isOnlineMeeting: true,
        onlineMeeting: {
          provider: "TEAMS_FOR_BUSINESS",
          joinUrl: expect.stringContaining("https://teams.microsoft.com/"),
          conferenceId: expect.stringMatching(/^\d+$/),
          phones: [],
        },
      });
      expect(methods()).toEqual(["GET", "POST"]);
    },
  );

  test.each([
    [
      "a provider that is not allowed",
      ["teamsForBusiness"],
      { provider: "SKYPE_FOR_CONSUMER" },
      ["TEAMS_FOR_BUSINESS"],
    ],
    ["a mailbox that allows none, as personal ones do", [], { provider: "TEAMS_FOR_BUSINESS" }, []],
    ["none in particular, where none is allowed", [], {}, []],
  ] as const)(
    "%s is a typed error, and nothing is written",
    async (_name, allowed, onlineMeeting, allowedProviders) => {
      allow(allowed);
      const before = mailbox().events.size;

      const { event, errors } = await create({ onlineMeeting });

      expect(event).toBeNull();
      expect(errors).toMatchObject([
        {
          __typename: "OnlineMeetingUnavailableError",
          code: "ONLINE_MEETING_UNAVAILABLE",
          path: ["onlineMeeting"],
          allowedProviders,
        },
      ]);
      expect(errors[0]!.message).toContain("Nothing was written");
      expect(methods()).toEqual(["GET"]);
      expect(mailbox().events.size).toBe(before);
    },
  );

  test("an event can become one later", async () => {
    const { id } = await makeEvent(organization);

    const { event, errors } = await update({ id, onlineMeeting: {} });

    expect(errors).toEqual([]);
    expect(event).toMatchObject({ isOnlineMeeting: true, onlineMeeting: { joinUrl: expect.any(String) } });
  });

  test("one that Microsoft leaves out is told beside the event that was written", async () => {
    const { id } = await makeEvent(organization);
    allow([]);

    const { event, errors } = await update({ id, subject: "Renamed", onlineMeeting: {} });

    expect(event).toMatchObject({ id, subject: "Renamed", isOnlineMeeting: false, onlineMeeting: null });
    expect(errors).toMatchObject([{ code: "ONLINE_MEETING_UNAVAILABLE", allowedProviders: [] }]);
    expect(errors[0]!.message).toContain("The event was written");
  });

  test("a provider that can only be read is refused before Microsoft is asked", async () => {
    const { errors } = await create({ onlineMeeting: { provider: "UNKNOWN" } });

    expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: ["onlineMeeting", "provider"] }]);
    expect(methods()).toEqual([]);
  });
});
