import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS, DIRECTORY_APP } from "../../emulator/seed/demo-ids.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { SettingsOfMailboxDocument, UpdateMailboxSettingsDocument } from "../kit/generated/operations.js";
import { storedEvent, storedMailbox } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { allowSettings } from "../kit/settings.js";

const { ines } = DEMO_USERS;
const QUERY = `query Zone($id: ID!, $mailboxId: ID!, $start: DateTime!, $end: DateTime!) {
  node(id: $id) { ... on Event { start { ... on Timed { timeZone timeZoneSource } } } }
  mailbox(id: $mailboxId) { calendarView(start: $start, end: $end) {
    nodes { subject start { ... on Timed { timeZone timeZoneSource } } } } } }`;

interface Zone {
  readonly timeZone: string;
  readonly timeZoneSource: string;
}

interface Answer {
  readonly node: { readonly start: Zone };
  readonly mailbox: { readonly calendarView: { readonly nodes: readonly { subject: string; start: Zone }[] } };
}

describe("the mailbox's own zone, for events with a zone that nobody knows [user-demands 27]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let eventId: string;
  let subject: string;
  let count = 0;

  beforeAll(async () => {
    gateway = await startGateway();
    allowSettings(gateway, DIRECTORY_APP);
  });
  // A mailbox row of its own each time: what was learned is known by it.
  beforeEach(async () => {
    organization = await makeOrganization(gateway, { app: DIRECTORY_APP, addresses: [ines.address] });
    storedMailbox(gateway, ines.address).timeZone = "W. Europe Standard Time";
    count += 1;
    subject = `Written by an old client ${count}`;
    eventId = (await makeEvent(organization, { subject })).id;
    const { events } = storedMailbox(gateway, ines.address);
    const row = storedEvent(gateway, ines.address, subject)!;
    const custom = <T extends { readonly zone: { readonly name: string } }>(time: T): T => ({
      ...time,
      zone: { ...time.zone, name: "tzone://Microsoft/Custom" },
    });
    events.set(row.id, { ...row, start: custom(row.start), end: custom(row.end) });
    gateway.emulator.log.clear();
  });
  afterAll(() => gateway.close());

  const zones = async () => {
    const [mailboxId] = organization.mailboxIds;
    const window = { start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z" };
    const { data, errors } = await organization.reader.send<Answer>({
      query: QUERY,
      variables: { id: eventId, mailboxId, ...window },
    });
    expect(errors).toBeUndefined();
    const listed = data.mailbox.calendarView.nodes.find((event) => event.subject === subject)!;
    expect(listed.start).toEqual(data.node.start);
    return data.node.start;
  };
  const settingsAsked = () => gateway.emulator.log.entries({ service: "graph", pathEnd: "/mailboxSettings" }).length;

  test("is not asked for, so that UTC stands in", async () => {
    expect(await zones()).toEqual({ timeZone: "UTC", timeZoneSource: "FALLBACK_UTC" });
    expect(settingsAsked()).toBe(0);
  });

  test("is known after the settings were read, without another request", async () => {
    await organization.reader.data(SettingsOfMailboxDocument, { id: organization.mailboxIds[0]! });

    expect(await zones()).toEqual({ timeZone: "Europe/Berlin", timeZoneSource: "MAILBOX" });
    expect(settingsAsked()).toBe(1);
  });

  test("is known after it was written", async () => {
    const input = { mailboxId: organization.mailboxIds[0]!, timeZone: "Asia/Tokyo" };
    await organization.admin.data(UpdateMailboxSettingsDocument, { input });

    expect(await zones()).toEqual({ timeZone: "Asia/Tokyo", timeZoneSource: "MAILBOX" });
    expect(settingsAsked()).toBe(1);
  });

  test("is not taken where it is one that nobody knows either", async () => {
    storedMailbox(gateway, ines.address).timeZone = "tzone://Microsoft/Custom";
    await organization.reader.data(SettingsOfMailboxDocument, { id: organization.mailboxIds[0]! });

    expect(await zones()).toEqual({ timeZone: "UTC", timeZoneSource: "FALLBACK_UTC" });
  });
});
