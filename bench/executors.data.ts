import type { Services } from "../src/services/create-services.js";

export const MAILBOXES = 20;
export const EVENTS = 50;
const ulid = (n: number) => `01M${String(n).padStart(23, "0")}`;
const instant = new Date("2026-03-02T09:00:00Z");
const time = { kind: "Timed", instant, timeZone: "Europe/Berlin", timeZoneSource: "EVENT" };

export const organization = { kind: "Organization", id: ulid(0), name: "Bench", slug: "bench", emailDomains: [] };

export const mailboxes = Array.from({ length: MAILBOXES }, (_, n) => ({
  kind: "Mailbox",
  id: ulid(n + 1),
  address: `${n}@bench.example`,
}));

/** The week of a mailbox: 50 events with five attendees each. */
export function eventsOf(mailboxId: string, isKept = false) {
  return Array.from({ length: EVENTS }, (_, n) => ({
    kind: "Event",
    mailboxId,
    graphId: `event-${n}`,
    version: `W/"${n}"`,
    start: time,
    end: time,
    isAllDay: false,
    subject: `Subject ${n}`,
    location: { displayName: "Room" },
    showAs: "BUSY",
    sensitivity: "NORMAL",
    organizer: { name: "Ann", address: "ann@bench.example" },
    attendees: Array.from({ length: 5 }, (_unused, a) => ({
      name: `Person ${a}`,
      address: `${a}@bench.example`,
      type: "REQUIRED",
      response: "ACCEPTED",
    })),
    ...(isKept && { isKept: true as const }),
  }));
}

/** The gateway's services over these events alone. */
export function servicesOver(isKept: boolean): Services {
  const views = new Map(mailboxes.map(({ id }) => [id, eventsOf(id, isKept)]));
  return {
    organizations: { getMany: async (_: unknown, ids: string[]) => new Map(ids.map((id) => [id, organization])) },
    mailboxes: {
      listOfOrganization: async () => ({ items: mailboxes, hasNextPage: false, hasPreviousPage: false }),
    },
    eventReader: {
      viewMany: async (_: unknown, keys: { mailboxId: string }[]) =>
        keys.map(({ mailboxId }) => ({ events: views.get(mailboxId), asOf: instant })),
    },
  } as unknown as Services;
}

export const TINY = `{ organization(id: "org_${organization.id}") { name } }`;

/** Twelve members of each event; ids are left out, because only the gateway's are made. */
export const LARGE = `{ organization(id: "org_${organization.id}") { mailboxes(first: 100) { nodes { address
  calendarView(start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z", first: 100) { nodes { version subject
    isAllDay showAs sensitivity location { displayName } organizer { name address } attendees { name address response }
    start { ... on Timed { instant timeZone } } end { ... on Timed { instant timeZone } } } } } } } }`;

/** The part of the gateway's schema that the queries use, for servers that are written by hand. */
export const SDL = `
  scalar DateTime
  type Query { organization(id: ID!): Organization }
  type Organization { name: String! mailboxes(first: Int): MailboxConnection }
  type MailboxConnection { nodes: [Mailbox!]! }
  type Mailbox { address: String! calendarView(start: DateTime!, end: DateTime!, first: Int): EventConnection }
  type EventConnection { nodes: [Event!]! }
  type Event {
    version: String! subject: String isAllDay: Boolean! showAs: ShowAs sensitivity: Sensitivity location: Location
    organizer: Person attendees: [Attendee!] start: EventTime! end: EventTime!
  }
  enum ShowAs { FREE TENTATIVE BUSY OUT_OF_OFFICE WORKING_ELSEWHERE UNKNOWN }
  enum Sensitivity { NORMAL PERSONAL PRIVATE CONFIDENTIAL UNKNOWN }
  enum Response { NOT_RESPONDED ORGANIZER TENTATIVELY_ACCEPTED ACCEPTED DECLINED UNKNOWN }
  type Location { displayName: String }
  type Person { name: String address: String }
  type Attendee { name: String address: String response: Response! }
  union EventTime = Timed | AllDay
  type Timed { instant: DateTime! timeZone: String! }
  type AllDay { date: String! }
`;

/** Resolvers for that schema, as a user would write them: one load a mailbox, plain members by default. */
export function handWrittenResolvers() {
  const views = new Map(mailboxes.map(({ id }) => [id, eventsOf(id)]));
  return {
    Query: { organization: async () => organization },
    Organization: { mailboxes: async () => ({ nodes: mailboxes }) },
    Mailbox: { calendarView: async ({ id }: { readonly id: string }) => ({ nodes: views.get(id) }) },
    EventTime: { __resolveType: ({ kind }: { readonly kind: string }) => kind },
  };
}
