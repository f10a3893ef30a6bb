import { AppError } from "../src/lib/app-error.js";
import type { Services } from "../src/services/create-services.js";
import { eventsOf, mailboxes, organization } from "./executors.data.js";

const [fine, failing, odd] = mailboxes.map(({ id }) => id);
const WINDOW = 'start: "2026-03-01T00:00:00Z", end: "2026-03-08T00:00:00Z"';
const ORGANIZATION = `organization(id: "org_${organization.id}")`;
const mailbox = (id: string | undefined, fields: string) => `mailbox(id: "mbx_${id}") { ${fields} }`;
const view = (fields: string, first = 3) => `calendarView(${WINDOW}, first: ${first}) { nodes { ${fields} } }`;

/** Values that no mapper makes: GraphQL converts some of them and refuses others. */
const ODD = [
  { subject: 5, isAllDay: 1 },
  { showAs: "ODD" },
  { version: null },
  { attendees: [{ name: "Ann", address: null, response: null }] },
  { location: new Error("No location.") },
  { start: { kind: "Never" } },
] as const;

function oddEvents(mailboxId: string): readonly unknown[] {
  return eventsOf(mailboxId).map((event, n) => ({ ...event, ...ODD[n % (ODD.length * 2)] }));
}

/** Services whose second mailbox cannot be read and whose third holds odd values; the first is as it should be. */
export function probedServices(): Services {
  const views = new Map(mailboxes.map(({ id }) => [id, id === odd ? oddEvents(id) : eventsOf(id, true)]));
  const rows = new Map(mailboxes.slice(0, 3).map((row) => [row.id, row]));
  const refused = () => new AppError("MAILBOX_UNAVAILABLE", "No mailbox.", { upstream: { code: "x", status: 404 } });
  return {
    organizations: {
      getMany: async (_: unknown, ids: string[]) =>
        new Map(ids.filter((id) => id === organization.id).map((id) => [id, organization])),
    },
    mailboxes: {
      getMany: async (_: unknown, ids: string[]) =>
        new Map(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id)]] : []))),
      listOfOrganization: async () => ({ items: [...rows.values()], hasNextPage: false, hasPreviousPage: false }),
    },
    eventReader: {
      viewMany: async (_: unknown, keys: { mailboxId: string }[]) =>
        keys.map(({ mailboxId }) =>
          mailboxId === failing ? refused() : { events: views.get(mailboxId), asOf: new Date("2026-03-02T09:00:00Z") },
        ),
    },
  } as unknown as Services;
}

export interface Probe {
  readonly what: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const probe = (what: string, query: string, variables?: Readonly<Record<string, unknown>>): Probe => ({
  what,
  query,
  ...(variables && { variables }),
});
const oddProbe = (what: string, fields: string) => probe(what, `{ ${mailbox(odd, view(fields, 50))} }`);

/** Each thing in which an executor may go its own way. */
export const PROBES: readonly Probe[] = [
  probe("a member", `{ ${ORGANIZATION} { name } }`),
  probe("aliases", `{ a: ${ORGANIZATION} { b: name c: name } d: ${ORGANIZATION} { slug } }`),
  probe("type names", `{ __typename ${ORGANIZATION} { __typename name } }`),
  probe("nobody of that id", '{ organization(id: "org_01M99999999999999999999999") { name } }'),
  probe("an id that is none", '{ organization(id: "garbage") { name } }'),
  probe(
    "the rest of an answer beside a failure",
    `{ organization(id: "garbage") { name } b: ${ORGANIZATION} { name } }`,
  ),
  probe(
    "a fragment",
    `query { ${ORGANIZATION} { ...F } } fragment F on Organization { name ...G } fragment G on Organization { slug }`,
  ),
  probe("an inline fragment", `{ ${ORGANIZATION} { ... on Organization { name } ... { slug } } }`),
  probe("fields that merge", `{ ${ORGANIZATION} { name } ${ORGANIZATION} { slug name } }`),
  probe("a list of objects", `{ ${ORGANIZATION} { mailboxes(first: 3) { nodes { address } } } }`),
  probe("edges and cursors", `{ ${ORGANIZATION} { mailboxes(first: 3) { edges { cursor node { address } } } } }`),
  probe("a page that is none", `{ ${ORGANIZATION} { mailboxes(first: -1) { nodes { address } } } }`),
  probe("a variable", "query Q($id: ID!) { organization(id: $id) { name } }", { id: `org_${organization.id}` }),
  probe(
    "a variable's default",
    `query Q($n: Int = 2) { ${ORGANIZATION} { mailboxes(first: $n) { nodes { address } } } }`,
  ),
  probe("a variable that is missing", "query Q($id: ID!) { organization(id: $id) { name } }"),
  probe(
    "a variable of the wrong type",
    `query Q($n: Int) { ${ORGANIZATION} { mailboxes(first: $n) { nodes { address } } } }`,
    { n: "x" },
  ),
  probe(
    "a scalar that cannot be read",
    `query Q($s: DateTime!) { ${mailbox(fine, "calendarView(start: $s, end: $s) { nodes { subject } }")} }`,
    { s: "yesterday" },
  ),
  probe("@include and @skip by constants", `{ ${ORGANIZATION} { name @include(if: false) slug @skip(if: false) } }`),
  probe("@include by a variable", `query Q($yes: Boolean!) { ${ORGANIZATION} { name slug @include(if: $yes) } }`, {
    yes: false,
  }),
  probe(
    "@skip of an object",
    `query Q($yes: Boolean!) { a: ${ORGANIZATION} @skip(if: $yes) { name } viewer { role } }`,
    { yes: true },
  ),
  probe("events", `{ ${mailbox(fine, view("subject isAllDay version showAs sensitivity"))} }`),
  probe(
    "events with objects",
    `{ ${mailbox(fine, view("location { displayName } organizer { name } attendees { name address response }"))} }`,
  ),
  probe(
    "a union",
    `{ ${mailbox(fine, view("start { __typename ... on Timed { instant timeZone } ... on AllDay { date } }"))} }`,
  ),
  probe("a union's fragment", `{ ${mailbox(fine, view("end { ...T }"))} } fragment T on Timed { instant }`),
  probe("ids of objects", `{ ${mailbox(fine, view("id"))} }`),
  probe(
    "a field with an argument",
    `{ ${mailbox(fine, view('start { ... on Timed { local(timeZone: "Asia/Tokyo") } }'))} }`,
  ),
  probe("several windows of one mailbox", `{ ${mailbox(fine, `a: ${view("subject")} b: ${view("subject showAs")}`)} }`),
  probe("a view that fails", `{ ${mailbox(failing, view("subject"))} }`),
  probe(
    "one failing view among others",
    `{ ${ORGANIZATION} { mailboxes(first: 3) { nodes { address ${view("isCancelled version")} } } } }`,
  ),
  probe(
    "objects of several types by id",
    `{ nodes(ids: ["mbx_${fine}", "garbage", "org_${organization.id}"]) { __typename ... on Mailbox { address } ... on Organization { name } } }`,
  ),
  probe("one object by id", `{ node(id: "mbx_${fine}") { id ... on Mailbox { ${view("subject")} } } }`),
  oddProbe("values that are converted", "subject isAllDay"),
  oddProbe("an enum value that is none", "showAs"),
  oddProbe("a null where none may be", "version"),
  oddProbe("a null below a list", "attendees { name response }"),
  oddProbe("an error as a value", "location { displayName }"),
  oddProbe("a union's value of no type", "start { __typename }"),
  oddProbe("all of it at once", "version showAs attendees { response } location { displayName } start { __typename }"),
];
