import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { graphIdOf } from "./changed-ids.js";
import { eventInput, FUTURE, makeEvent } from "./events.js";
import type { TestGateway } from "./gateway.js";
import { type CreateEventInput, CreateSeriesDocument } from "./generated/operations.js";
import { eventId, storedMailbox } from "./meetings.js";
import type { TestOrganization } from "./organization.js";
import type { TestClient } from "./test-client.js";

/** The week of `FUTURE`, as arguments of a query. */
const WEEK = `start: "2126-03-01T00:00:00Z", end: "2126-03-08T00:00:00Z", first: 100`;

/** Where ids of events are handed out in lists; `ID` stands for what the list is of. */
export const LISTS = {
  "a mailbox's view": `mailbox(id: "ID") { calendarView(${WEEK}) { nodes { NODE } } }`,
  "a mailbox's view, as edges": `mailbox(id: "ID") { calendarView(${WEEK}) { edges { node { NODE } } } }`,
  "a calendar's view": `mailbox(id: "ID") { calendars { nodes { calendarView(${WEEK}) { nodes { NODE } } } } }`,
  "a view of many mailboxes": `organization(id: "ORG") { calendarView(${WEEK}) { nodes { NODE } } }`,
  "meetings' copies": `organization(id: "ORG") { meetings(${WEEK}) { nodes { copies { event { NODE } } } } }`,
  "a view of an allowed age": `mailbox(id: "ID") { calendarView(${WEEK}, maxAge: 60) { nodes { NODE } } }`,
} as const;

export interface ListedNode {
  readonly id: string;
  readonly subject: string;
}

/** Asks for events of one of the lists; whatever was answered with a subject. */
export async function listed(
  client: TestClient,
  { id, mailboxIds }: Pick<TestOrganization, "id" | "mailboxIds">,
  list: string,
  node = "id subject",
): Promise<readonly ListedNode[]> {
  const query = `{ ${list.replace("ID", mailboxIds[0]!).replace("ORG", id).replace("NODE", node)} }`;
  const { data, errors } = await client.send({ query });
  if (errors) throw new Error(JSON.stringify(errors));
  return nodesIn(data);
}

/** An event of Ines' mailbox, or a series, that the gateway has never been told of. */
export async function unseenEvent(
  gateway: TestGateway,
  organization: TestOrganization,
  over: Partial<CreateEventInput> = {},
): Promise<string> {
  const made = over.recurrence
    ? (
        await organization.writer.data(CreateSeriesDocument, {
          input: eventInput(organization, { ...FUTURE, ...over }),
        })
      ).createEvent.event!
    : await makeEvent(organization, { ...FUTURE, ...over });
  const { store } = gateway.emulator;
  const mailbox = storedMailbox(gateway, DEMO_USERS.ines.address);
  const row = store.event(mailbox, graphIdOf(made.id))!;
  store.removeEvent(mailbox, row);
  return anotherCopy(gateway, organization, { ...row, iCalUId: store.ids.iCalUId() });
}

/** An event once more in Ines' mailbox, under an id that nobody knows. */
export function anotherCopy(
  gateway: TestGateway,
  { mailboxIds }: Pick<TestOrganization, "mailboxIds">,
  row: StoredEvent,
): string {
  const { store } = gateway.emulator;
  const ids = { id: store.ids.itemId("event"), immutableId: store.ids.immutableId("event") };
  store.putEvent(storedMailbox(gateway, DEMO_USERS.ines.address), { ...row, ...ids });
  return eventId(mailboxIds[0]!, ids.immutableId);
}

type StoredEvent = NonNullable<ReturnType<TestGateway["emulator"]["store"]["event"]>>;

function nodesIn(value: unknown): readonly ListedNode[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (typeof value !== "object" || value === null) return [];
  return "subject" in value ? [value as ListedNode] : Object.values(value).flatMap(nodesIn);
}
