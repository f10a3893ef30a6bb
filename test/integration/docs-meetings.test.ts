import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { CreateCalendarDocument, ShareCalendarDocument } from "../kit/generated/operations.js";
import { makeMeeting } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const SECTION = /^## Meetings, calendars and sharing$([\s\S]*?)(?=^## |(?![\s\S]))/m;

/** The examples of the section, by the names of their operations. */
const examples = new Map(
  [...(SECTION.exec(readFileSync("docs/api.md", "utf8"))?.[1] ?? "").matchAll(/```graphql\n([\s\S]*?)```/g)].map(
    ([, text = ""]) => [/(?:query|mutation) (\w+)/.exec(text)?.[1] ?? "", text],
  ),
);

describe("docs/api.md, meetings, calendars and sharing", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, {
      addresses: [DEMO_USERS.ines.address, DEMO_USERS.tomasz.address],
    });
  });
  afterAll(() => gateway.close());

  let count = 0;
  const newCalendar = async () => {
    count += 1;
    const input = { mailboxId: organization.mailboxIds[0]!, name: `Example ${count}` };
    return (await organization.writer.data(CreateCalendarDocument, { input })).createCalendar.calendar!.id;
  };
  /** What each kind of id stands for, made anew for every example. */
  const ids = {
    own: async () => ({ evt: (await makeMeeting(gateway, organization)).own.id }),
    invited: async () => ({ evt: (await makeMeeting(gateway, organization)).invitedId! }),
    alone: async () => ({ evt: (await makeEvent(organization)).id, cal: await newCalendar() }),
    calendar: async () => ({ cal: await newCalendar() }),
    mailbox: async () => ({ mbx: organization.mailboxIds[0]! }),
    permission: async () => {
      const input = { calendarId: await newCalendar(), address: DEMO_USERS.mei.address, role: "READ" } as const;
      return { cpm: (await organization.writer.data(ShareCalendarDocument, { input })).shareCalendar.permission!.id };
    },
  };

  const needs: Readonly<Record<string, keyof typeof ids>> = {
    CallOff: "own",
    CannotAtThatTime: "invited",
    InviteFurther: "own",
    Later: "own",
    Seen: "own",
    Invite: "own",
    Uninvite: "own",
    NeedThemAfterAll: "own",
    ToTheOtherCalendar: "alone",
    CalendarsByGroup: "mailbox",
    NewGroup: "mailbox",
    NewCalendar: "mailbox",
    Repaint: "calendar",
    RemoveCalendar: "calendar",
    WhoSeesIt: "calendar",
    LetThemWrite: "calendar",
    OnlyTimes: "permission",
    EndSharing: "permission",
  };

  test("every example is run below", () => {
    expect([...examples.keys()].sort()).toEqual(Object.keys(needs).sort());
  });

  test.each(Object.entries(needs))("%s does what it says", async (name, need) => {
    const made: Readonly<Record<string, string>> = await ids[need]();
    const query = (examples.get(name) ?? "").replace(/"([a-z]{3})_…"/g, (_, kind: string) =>
      JSON.stringify(made[kind]),
    );

    const { data, errors } = await organization.writer.send<Record<string, { errors?: readonly object[] } | null>>({
      query,
    });

    expect(errors).toBeUndefined();
    for (const answer of Object.values(data)) {
      expect(answer).not.toBeNull();
      expect(answer?.errors ?? []).toEqual([]);
    }
  });
});
