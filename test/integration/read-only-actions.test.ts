import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import * as operations from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

/** One id of each kind, and a mailbox's. */
interface Ids {
  readonly mailbox: string;
  readonly event: string;
  readonly calendar: string;
  readonly group: string;
  readonly permission: string;
}

type Case = readonly [name: string, document: TypedDocumentNode<object, never>, input: (ids: Ids) => object];

const person = { address: DEMO_USERS.mei.address };

const CASES: readonly Case[] = [
  ["cancelEvent", operations.CancelEventDocument, (ids) => ({ id: ids.event })],
  ["respondToEvent", operations.RespondToEventDocument, (ids) => ({ id: ids.event, response: "ACCEPT" })],
  // Graph asks for no more than Calendars.Read here; it mails people all the same.
  ["forwardEvent", operations.ForwardEventDocument, (ids) => ({ id: ids.event, to: [person] })],
  ["snoozeReminder", operations.SnoozeReminderDocument, (ids) => ({ id: ids.event, until: "2090-01-01T00:00:00Z" })],
  ["dismissReminder", operations.DismissReminderDocument, (ids) => ({ id: ids.event })],
  ["addAttendees", operations.AddAttendeesDocument, (ids) => ({ id: ids.event, attendees: [person] })],
  ["removeAttendees", operations.RemoveAttendeesDocument, (ids) => ({ id: ids.event, addresses: [person.address] })],
  ["updateAttendee", operations.UpdateAttendeeDocument, (ids) => ({ id: ids.event, ...person, type: "OPTIONAL" })],
  ["moveEvent", operations.MoveEventDocument, (ids) => ({ id: ids.event, calendarId: ids.calendar })],
  ["createCalendar", operations.CreateCalendarDocument, (ids) => ({ mailboxId: ids.mailbox, name: "New" })],
  ["updateCalendar", operations.UpdateCalendarDocument, (ids) => ({ id: ids.calendar, name: "New" })],
  ["deleteCalendar", operations.DeleteCalendarDocument, (ids) => ({ id: ids.calendar })],
  ["createCalendarGroup", operations.CreateCalendarGroupDocument, (ids) => ({ mailboxId: ids.mailbox, name: "New" })],
  ["renameCalendarGroup", operations.RenameCalendarGroupDocument, (ids) => ({ id: ids.group, name: "New" })],
  ["deleteCalendarGroup", operations.DeleteCalendarGroupDocument, (ids) => ({ id: ids.group })],
  ["shareCalendar", operations.ShareCalendarDocument, (ids) => ({ calendarId: ids.calendar, ...person, role: "READ" })],
  [
    "updateCalendarPermission",
    operations.UpdateCalendarPermissionDocument,
    (ids) => ({ id: ids.permission, role: "READ" }),
  ],
  ["removeCalendarPermission", operations.RemoveCalendarPermissionDocument, (ids) => ({ id: ids.permission })],
];

describe.each(["READ", "FREE_BUSY"] as const)("on a connection with the level %s [demand 19]", (permissionLevel) => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let ids: Ids;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address] });
    const [mailbox = ""] = organization.mailboxIds;
    const groups = await organization.reader.data(operations.GroupsOfMailboxDocument, { id: mailbox });
    const group = groups.mailbox!.calendarGroups!.nodes[0]!;
    const calendar = group.calendars!.nodes[0]!.id;
    const { node } = await organization.reader.data(operations.CalendarByIdDocument, { id: calendar });
    const { permissions } = node as unknown as { permissions: { nodes: { id: string }[] } };
    const event = (await makeEvent(organization)).id;
    ids = { mailbox, event, calendar, group: group.id, permission: permissions.nodes[0]!.id };
    const input = { id: organization.connectionId, permissionLevel };
    await organization.admin.data(operations.UpdateConnectionDocument, { input });
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  test.each(CASES)("%s is refused before Graph is asked", async (_name, document, input) => {
    const answer = await organization.writer.query(document, { input: input(ids) } as never);

    expect(codesOf(answer)).toEqual(["CONNECTION_READ_ONLY"]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });
});
