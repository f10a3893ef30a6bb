import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { type EventFilter, MeetingsDocument, type MeetingsQueryVariables } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { weekAround } from "../kit/week.js";

const at = (hour: number) => ({ dateTime: `2027-06-07T${String(hour).padStart(2, "0")}:00:00`, timeZone: "UTC" });
const DAY = { start: "2027-06-07T00:00:00Z", end: "2027-06-08T00:00:00Z" };
const { ines, tomasz, mei } = DEMO_USERS;

describe("meetings of many mailboxes [demand 33]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [ines.address, tomasz.address, mei.address] });
    const attendees = [tomasz, mei].map(({ address }) => ({ address, type: "REQUIRED" as const }));
    await makeEvent(organization, { subject: "Review", start: at(9), end: at(10), attendees });
    await makeEvent(organization, { subject: "Alone", start: at(11), end: at(12) });
    await makeEvent(organization, {
      subject: "One to one",
      mailboxId: organization.mailboxIds[1]!,
      start: at(8),
      end: at(9),
      attendees: attendees.slice(1),
    });
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  async function ask(asked: Partial<MeetingsQueryVariables> = {}) {
    const { organization: found } = await organization.reader.data(MeetingsDocument, {
      id: organization.id,
      ...DAY,
      ...asked,
    });
    return found!.meetings!;
  }

  test("are one node each, with a copy for each mailbox, for one request a mailbox", async () => {
    const { nodes, totalCount, problems } = await ask();

    expect(nodes.map(({ subject, copies }) => [subject, copies.length])).toEqual([
      ["One to one", 2],
      ["Review", 3],
      ["Alone", 1],
    ]);
    expect([totalCount, problems]).toEqual([3, []]);
    expect(gateway.emulator.log.entries({ service: "graph", kind: "http" })).toHaveLength(1);
    expect(gateway.emulator.log.count({ pathEnd: "/calendarView" })).toBe(3);
  });

  test("are told by the organizer's copy, which comes first and knows the answers", async () => {
    const { nodes } = await ask();

    const review = nodes.find(({ subject }) => subject === "Review")!;
    expect(review.organizer?.address).toBe(ines.address);
    expect(review.copies.map(({ mailbox }) => mailbox?.id)).toEqual(organization.mailboxIds);
    expect(review.copies.map(({ event }) => event.isOrganizer)).toEqual([true, false, false]);
    expect(new Set(review.copies.map(({ event }) => event.id)).size).toBe(3);
    expect(review.attendance).toEqual({
      isComplete: true,
      accepted: 0,
      tentativelyAccepted: 0,
      declined: 0,
      notResponded: 2,
    });
  });

  test("have the same key without the organizer's mailbox, and then say that answers are not all known", async () => {
    const whole = await ask();
    const part = await ask({ mailboxIds: organization.mailboxIds.slice(1) });

    expect(part.nodes.map(({ subject }) => subject)).toEqual(["One to one", "Review"]);
    expect(part.nodes.map(({ key }) => key)).toEqual(whole.nodes.slice(0, 2).map(({ key }) => key));
    expect(part.nodes[1]?.attendance).toMatchObject({ isComplete: false, notResponded: 2 });
  });

  test("come in pages from either end, in either order", async () => {
    const keys = (await ask()).nodes.map(({ key }) => key);
    const first = await ask({ first: 2 });
    const second = await ask({ first: 2, after: first.pageInfo.endCursor ?? null });
    const last = await ask({ last: 2 });
    const latest = await ask({ first: 1, orderBy: "START_DESC" });

    expect([...first.nodes, ...second.nodes].map(({ key }) => key)).toEqual(keys);
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(last.nodes.map(({ key }) => key)).toEqual(keys.slice(1));
    expect(latest.nodes.map(({ key }) => key)).toEqual(keys.slice(2));
  });

  test("are listed whole when one copy matches the filter", async () => {
    const { nodes, totalCount } = await ask({ filter: { response: { in: ["NOT_RESPONDED"] }, isAllDay: false } });

    const invited = nodes.filter(({ copies }) => copies.length > 1);
    expect(invited.map(({ subject, copies }) => [subject, copies.length])).toEqual([
      ["One to one", 2],
      ["Review", 3],
    ]);
    expect(totalCount).toBe(nodes.length);
  });

  test("of occurrences of a series are one for each occurrence", async () => {
    const team = await makeOrganization(gateway, {
      addresses: [DEMO_USERS.hana.address, DEMO_USERS.oskar.address, DEMO_USERS.priya.address],
    });
    const week = weekAround(Date.now());
    const filter: EventFilter = { type: { in: ["OCCURRENCE", "EXCEPTION"] } };
    const asked = { id: team.id, ...week, first: 100, filter };
    const { nodes } = (await team.reader.data(MeetingsDocument, asked)).organization!.meetings!;

    const shared = nodes.filter(({ copies }) => copies.length > 1);
    expect(shared.length).toBeGreaterThan(1);
    expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length);
    for (const { copies } of nodes) expect(new Set(copies.map(({ mailbox }) => mailbox?.id)).size).toBe(copies.length);
  });
});
