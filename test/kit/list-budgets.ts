/** What one question costs at Graph when nothing of it is known yet: exchanges, and requests inside of them. */
export interface ListBudget {
  /** HTTP exchanges; a `$batch` is one. */
  readonly http: number;
  /** Requests, each part of a `$batch` counted and its envelope not. */
  readonly requests: number;
  /** The question; the variables of the fixture are there to use. */
  readonly query: string;
}

export const FIXTURE_VARIABLES = {
  organization: "ID!",
  connection: "ID!",
  mailbox: "ID!",
  calendar: "ID!",
  event: "ID!",
  series: "ID!",
  group: "ID!",
} as const;

const WEEK = 'start: "2027-05-03T00:00:00Z", end: "2027-05-10T00:00:00Z"';
const none = (query: string): ListBudget => ({ http: 0, requests: 0, query });
const one = (query: string): ListBudget => ({ http: 1, requests: 1, query });

/** The object itself is read first, for a caller may name one that is not there. */
const ofObject = (query: string): ListBudget => ({ http: 2, requests: 2, query });

const organization = (list: string) => `organization(id: $organization) { ${list} }`;
const connection = (list: string) => `connection(id: $connection) { ${list} }`;
const mailbox = (list: string) => `mailbox(id: $mailbox) { ${list} }`;
const calendar = (list: string) => `node(id: $calendar) { ... on Calendar { ${list} } }`;
const event = (list: string) => `node(id: $event) { ... on Event { ${list} } }`;
const series = (list: string) => `node(id: $series) { ... on Event { ${list} } }`;
const ids = "nodes { id }";

/** The fixture has five specified mailboxes, so that a question to each takes one envelope of four and one request alone. */
const EACH_MAILBOX = { http: 2, requests: 5 };

/** The budget of every list of the schema, by the field that it stands in. */
export const LIST_BUDGETS: Readonly<Record<string, ListBudget>> = {
  // From the database alone.
  "Query.organizations": none(`organizations { ${ids} }`),
  "Organization.apiKeys": none(organization(`apiKeys { ${ids} }`)),
  "Organization.connections": none(organization(`connections { ${ids} }`)),
  "Organization.mailboxes": none(organization(`mailboxes { ${ids} }`)),
  "ConnectionConfig.mailboxes": none(connection(`mailboxes { ${ids} }`)),
  "ConnectionConfig.history": none(connection("history { edges { cursor } }")),
  "ConnectionConfig.credentials": none(connection("credentials { id }")),
  "ConnectionConfig.warnings": none(connection("warnings { kind }")),
  "ConnectionConfig.invitations": none(connection(`invitations { ${ids} }`)),
  "Mailbox.aliases": none(mailbox("aliases")),
  "Mailbox.capabilities": none(mailbox("capabilities { name }")),
  "Viewer.permissions": none("viewer { permissions }"),

  // Of one mailbox.
  "Mailbox.categories": one(mailbox(`categories { ${ids} }`)),
  "Mailbox.calendars": one(mailbox(`calendars { ${ids} }`)),
  "Mailbox.calendarGroups": one(mailbox(`calendarGroups { ${ids} }`)),
  "Mailbox.calendarView": one(mailbox(`calendarView(${WEEK}) { ${ids} }`)),
  "Mailbox.seriesMasters": one(mailbox(`seriesMasters { ${ids} }`)),
  "CalendarGroup.calendars": ofObject(mailbox(`calendarGroups { nodes { calendars { ${ids} } } }`)),
  "Calendar.calendarView": ofObject(calendar(`calendarView(${WEEK}) { ${ids} }`)),
  "Calendar.seriesMasters": ofObject(calendar(`seriesMasters { ${ids} }`)),
  "Calendar.permissions": ofObject(calendar(`permissions { ${ids} }`)),

  // Of one event.
  "Query.nodes": { http: 1, requests: 2, query: "nodes(ids: [$event, $series]) { id }" },
  "Event.attachments": ofObject(event("attachments { id }")),
  "Event.extendedData": one(event("extendedData { key }")),
  "Event.instances": ofObject(series(`instances(${WEEK}) { ${ids} }`)),
  "Event.exceptions": ofObject(series(`exceptions { ${ids} }`)),
  "Event.cancelledOccurrences": ofObject(series("cancelledOccurrences")),
  "Recurrence.exdates": ofObject(series("recurrence { exdates }")),

  // Of many mailboxes.
  "Organization.calendarView": { ...EACH_MAILBOX, query: organization(`calendarView(${WEEK}) { ${ids} }`) },
  "OrganizationEventConnection.problems": {
    ...EACH_MAILBOX,
    query: organization(`calendarView(${WEEK}) { problems { code } }`),
  },
  "Organization.meetings": { ...EACH_MAILBOX, query: organization(`meetings(${WEEK}) { nodes { key } }`) },
  "MeetingConnection.problems": { ...EACH_MAILBOX, query: organization(`meetings(${WEEK}) { problems { code } }`) },
  "Meeting.copies": {
    ...EACH_MAILBOX,
    query: organization(`meetings(${WEEK}) { nodes { copies { mailbox { id } } } }`),
  },
  "Organization.schedules": one(organization(`schedules(${WEEK}, mailboxIds: [$mailbox]) { address }`)),
  "Schedule.busy": one(organization(`schedules(${WEEK}, mailboxIds: [$mailbox]) { busy { start } }`)),

  // Of the tenant.
  "ConnectionConfig.directoryUsers": one(connection('directoryUsers(search: "a") { nodes { id } }')),
  "ConnectionConfig.directoryGroups": one(connection('directoryGroups(search: "e") { nodes { id } }')),
  "ConnectionConfig.rooms": one(connection("rooms { nodes { address } }")),
  "ConnectionConfig.roomLists": one(connection("roomLists { nodes { address } }")),
  "DirectoryGroup.members": ofObject(connection("directoryGroup(id: $group) { members { nodes { id } } }")),
};
