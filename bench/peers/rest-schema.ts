/** The schema that the GraphQL peers serve: what a team would write for these questions. */
export const SDL = `
  type Query { mailboxes(addresses: [String!]!): [Mailbox!]! }
  type Mailbox {
    address: String!
    calendarView(start: String!, end: String!): [Event!]
    calendars: [Calendar!]
  }
  type Calendar { id: String! mailbox: String! calendarView(start: String!, end: String!): [Event!] }
  type Event { subject: String start: Bound end: Bound location: Location attendees: [Attendee!] }
  type Bound { dateTime: String! timeZone: String }
  type Location { displayName: String }
  type Attendee { emailAddress: EmailAddress }
  type EmailAddress { name: String address: String }
`;

const EVENT = `subject start { dateTime } end { dateTime } location { displayName } attendees { emailAddress { name address } }`;

export const QUERIES = {
  week: `query Week($addresses: [String!]!, $start: String!, $end: String!) { mailboxes(addresses: $addresses) {
    address calendarView(start: $start, end: $end) { ${EVENT} } } }`,
  "every-calendar": `query Every($addresses: [String!]!, $start: String!, $end: String!) {
    mailboxes(addresses: $addresses) { address calendars { calendarView(start: $start, end: $end) { ${EVENT} } } } }`,
} as const;

export const BATCH = 20;

export interface MailboxRow {
  readonly address: string;
}

export interface CalendarRow {
  readonly id: string;
  readonly mailbox: string;
}

/** Calendars of one mailbox from Graph's list. */
export function calendarRows(mailbox: string, answer: unknown): readonly CalendarRow[] {
  return (answer as { readonly value: readonly { readonly id: string }[] }).value.map(({ id }) => ({ id, mailbox }));
}

export function valueIn(answer: unknown): unknown {
  return (answer as { readonly value: unknown }).value;
}
