import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { attach, someBytes } from "./attachments.js";
import { makeEvent } from "./events.js";
import type { TestGateway } from "./gateway.js";
import {
  CreateCalendarDocument,
  CreateCategoryDocument,
  SeriesInstancesDocument,
  ShareCalendarDocument,
} from "./generated/operations.js";
import { makeMeeting } from "./meetings.js";
import type { TestOrganization } from "./organization.js";

export type DocsFixture = Readonly<Record<string, () => Promise<unknown>>>;

let count = 0;

/**
 * What the variables of the examples in docs/api.md stand for, by name. Whatever can be written to is made when it is
 * first asked for and stays the same within one fixture: `version` is that of the event `id`. The organization's first two
 * mailboxes must be those of Ines and Tomasz.
 */
export function docsFixture(gateway: TestGateway, organization: TestOrganization): DocsFixture {
  const { id: organizationId, connectionId, mailboxIds, writer } = organization;
  const [mailboxId, otherMailboxId] = mailboxIds;
  const calendarId = once(async () => {
    count += 1;
    const input = { mailboxId: mailboxId!, name: `Of an example ${count}` };
    return (await writer.data(CreateCalendarDocument, { input })).createCalendar.calendar!.id;
  });
  const meeting = once(() => makeMeeting(gateway, organization, { extendedData: [{ key: "crm_id", value: "1" }] }));
  const series = once(async () => {
    const master = await makeEvent(organization, { recurrence: { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" } });
    const window = { start: "2026-03-01T00:00:00Z", end: "2026-05-01T00:00:00Z" };
    const { node } = await writer.data(SeriesInstancesDocument, { id: master.id, ...window });
    if (!node || !("instances" in node)) throw new Error("no series");
    return { id: master.id, occurrences: node.instances!.nodes };
  });
  return {
    organizationId: async () => organizationId,
    connectionId: async () => connectionId,
    mailboxId: async () => mailboxId,
    mailboxIds: async () => [mailboxId, otherMailboxId],
    required: async () => [mailboxId],
    optional: async () => [otherMailboxId],
    start: async () => "2031-03-03T00:00:00Z",
    end: async () => "2031-03-04T00:00:00Z",
    calendarId,
    categoryId: once(async () => {
      count += 1;
      const input = { mailboxId: mailboxId!, displayName: `Of an example ${count}` };
      return (await writer.data(CreateCategoryDocument, { input })).createCategory.category!.id;
    }),
    permissionId: once(async () => {
      const input = { calendarId: await calendarId(), address: DEMO_USERS.mei.address, role: "READ" } as const;
      return (await writer.data(ShareCalendarDocument, { input })).shareCalendar.permission!.id;
    }),
    id: async () => (await meeting()).own.id,
    version: async () => (await meeting()).own.version,
    invitedId: async () => (await meeting()).invitedId,
    appointmentId: once(async () => (await makeEvent(organization)).id),
    attachmentId: async () => (await attach(writer, (await meeting()).own.id, someBytes(5))).attachment.id,
    seriesId: async () => (await series()).id,
    // Neither the first, with which a series cannot be split, nor the last.
    occurrenceId: async () => (await series()).occurrences[2]!.id,
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
