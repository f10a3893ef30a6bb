import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Child, processOf, startChild } from "../kit/child.js";
import { type Posted, post } from "../kit/post.js";
import type { Contender } from "./contender.js";
import { digestOf, type PlainEvent, plainBlock, type Question } from "./question.js";

const OWNER_KEY = "bench-owner-key-0123456789-0123456789-0123456789";
/** Mailboxes made by one mutation. */
const AT_ONCE = 20;

const EVENTS = `nodes { subject start { ...B } end { ...B } location { displayName } attendees { name address } }`;
const BOUND = "fragment B on EventTime { ... on Timed { instant } ... on AllDay { date } }";
const QUERIES = {
  week: `query Week($ids: [ID!]!, $start: DateTime!, $end: DateTime!) { nodes(ids: $ids) { ... on Mailbox {
    address calendarView(start: $start, end: $end, first: 1000) { ${EVENTS} } } } } ${BOUND}`,
  "every-calendar": `query Every($ids: [ID!]!, $start: DateTime!, $end: DateTime!) { nodes(ids: $ids) { ... on Mailbox {
    address calendars(first: 20) { nodes { calendarView(start: $start, end: $end, first: 1000) { ${EVENTS} } } } } } }
    ${BOUND}`,
  "free-busy": `query FreeBusy($organizationId: ID!, $ids: [ID!]!, $start: DateTime!, $end: DateTime!) {
    organization(id: $organizationId) { schedules(mailboxIds: $ids, start: $start, end: $end) {
      address availabilityView items { status start end } } } }`,
} as const;

interface EventNode {
  readonly subject: string;
  readonly start: { readonly instant: string };
  readonly end: { readonly instant: string };
  readonly location: { readonly displayName: string };
  readonly attendees: readonly { readonly name: string; readonly address: string }[];
}

interface ViewNode {
  readonly calendarView: { readonly nodes: readonly EventNode[] };
}

interface ScheduleNode {
  readonly address: string;
  readonly availabilityView: string;
  readonly items: readonly { readonly status: string; readonly start: string; readonly end: string }[];
}

type MailboxNode = ViewNode | { readonly calendars: { readonly nodes: readonly ViewNode[] } };

export interface GatewayContender extends Contender {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  mailboxId(mailbox: string): string;
  /** Any operation with the organization's own key; rejects when there are errors. */
  query<Data>(query: string, variables?: unknown): Promise<Data>;
}

export interface GatewayOptions {
  /** Root of sign-in. */
  readonly loginUrl: string;
  readonly graphUrl: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
}

/** The gateway with an organization, a connection to the stand-in and a key, all made through its API. */
export async function startGateway(script: string, options: GatewayOptions): Promise<GatewayContender> {
  const dataDir = await mkdtemp(join(tmpdir(), "gateway-bench-"));
  const child: Child<{ url: string }> = await startChild(script, {
    env: {
      PORT: "0",
      DATA_DIR: dataDir,
      BOOTSTRAP_API_KEY: OWNER_KEY,
      EMULATOR_LOGIN_URL: options.loginUrl,
      EMULATOR_GRAPH_URL: options.graphUrl,
      EXPLORER: "false",
      GRAPHQL_INTROSPECTION: "false",
      // A thousand mailboxes in one question are more than the defaults allow.
      LIMIT_PAGE_SIZE: "1000",
      LIMIT_COST: "100000000",
      LIMIT_ALIASES: "1000",
      ...options.env,
    },
    ...(options.execArgv && { execArgv: options.execArgv }),
  });
  const { url } = child.ready;
  const setUp = await makeOrganization(url);
  const headers = { authorization: `Bearer ${setUp.key}` };
  const ids = new Map<string, string>();
  const idOf = (mailbox: string) => ids.get(mailbox) ?? unknown(mailbox);
  return {
    name: "gateway",
    url,
    headers,
    mailboxId: idOf,
    prepare: async (mailboxes) => {
      const missing = mailboxes.filter((mailbox) => !ids.has(mailbox));
      for (let n = 0; n < missing.length; n += AT_ONCE) {
        await makeMailboxes(url, setUp.connectionId, missing.slice(n, n + AT_ONCE), ids);
      }
    },
    query: (query, variables = {}) => operation(url, headers, query, variables),
    ask: async (question: Question) => {
      const { kind, mailboxes, start, end } = question;
      const place = kind === "free-busy" ? { organizationId: setUp.organizationId } : {};
      const variables = { ...place, ids: mailboxes.map(idOf), start, end };
      const posted = await post(url, { query: queryOf(question), variables }, headers);
      const data = dataOf(posted);
      const { ms, answeredMs } = posted;
      return { ms, answeredMs, digest: () => digestOf(plainEvents(data, question)) };
    },
    ...processOf(child),
    end: async () => {
      await child.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

interface SetUp {
  readonly organizationId: string;
  readonly connectionId: string;
  readonly key: string;
}

async function makeOrganization(url: string): Promise<SetUp> {
  const owner = { authorization: `Bearer ${OWNER_KEY}` };
  const { made } = await operation<{ made: { organization: { id: string } } }>(
    url,
    owner,
    "mutation($input: CreateOrganizationInput!) { made: createOrganization(input: $input) { organization { id } } }",
    { input: { name: "Bench", slug: "bench" } },
  );
  const organizationId = made.organization.id;
  const app = { tenantId: "11111111-2222-4333-8444-555555555555", clientId: "66666666-7777-4888-8999-000000000000" };
  const { connection } = await operation<{ connection: { connection: { id: string } } }>(
    url,
    owner,
    "mutation($input: CreateConnectionInput!) { connection: createConnection(input: $input) { connection { id } } }",
    { input: { organizationId, name: "main", cloud: "EMULATOR", ...app, clientSecret: "bench~secret~0123456789" } },
  );
  const { key } = await operation<{ key: { token: string } }>(
    url,
    owner,
    "mutation($input: CreateApiKeyInput!) { key: createApiKey(input: $input) { token } }",
    { input: { organizationId, name: "bench", role: "WRITER" } },
  );
  return { organizationId, connectionId: connection.connection.id, key: key.token };
}

async function makeMailboxes(
  url: string,
  connectionId: string,
  addresses: readonly string[],
  ids: Map<string, string>,
) {
  const fields = addresses.map(
    (_, n) => `m${n}: createMailbox(input: { connectionId: $c, address: $a${n} }) { mailbox { id } }`,
  );
  const variables = Object.fromEntries(addresses.map((address, n) => [`a${n}`, address]));
  const declared = addresses.map((_, n) => `$a${n}: String!`).join(" ");
  const data = await operation<Record<string, { mailbox: { id: string } }>>(
    url,
    { authorization: `Bearer ${OWNER_KEY}` },
    `mutation($c: ID! ${declared}) { ${fields.join(" ")} }`,
    { c: connectionId, ...variables },
  );
  for (const [n, address] of addresses.entries()) {
    const id = data[`m${n}`]?.mailbox.id;
    if (id !== undefined) ids.set(address, id);
  }
}

function queryOf({ kind, maxAgeSeconds }: Question): string {
  const query = QUERIES[kind];
  return maxAgeSeconds === undefined ? query : query.replace("first: 1000", `first: 1000, maxAge: ${maxAgeSeconds}`);
}

async function operation<Data>(url: string, headers: Record<string, string>, query: string, variables: unknown) {
  return dataOf(await post(url, { query, variables }, headers)) as Data;
}

function dataOf({ status, body }: Posted): unknown {
  const { data, errors } = body as { readonly data?: unknown; readonly errors?: readonly unknown[] };
  if (errors !== undefined || status !== 200) {
    throw new Error(`${status}, ${errors?.length ?? 0} errors, the first: ${JSON.stringify(errors?.[0])}`);
  }
  return data;
}

function plainEvents(data: unknown, { kind, start, end }: Question): PlainEvent[] {
  if (kind === "free-busy") {
    const { schedules } = (data as { readonly organization: { readonly schedules: readonly ScheduleNode[] } })
      .organization;
    const window = [Date.parse(start), Date.parse(end)] as const;
    return schedules.flatMap(({ address, availabilityView, items }) => [
      ...items.map((item) =>
        plainBlock(address, item.status.toLowerCase(), Date.parse(item.start), Date.parse(item.end)),
      ),
      plainBlock(address, availabilityView, ...window),
    ]);
  }
  return (data as { readonly nodes: readonly MailboxNode[] }).nodes.flatMap((mailbox) => {
    const views = "calendars" in mailbox ? mailbox.calendars.nodes : [mailbox];
    return views.flatMap(({ calendarView }) => calendarView.nodes.map(plain));
  });
}

function plain({ subject, start, end, location, attendees }: EventNode): PlainEvent {
  return {
    subject,
    start: Date.parse(start.instant),
    end: Date.parse(end.instant),
    location: location.displayName,
    attendees: attendees.flatMap(({ name, address }) => [name, address]),
  };
}

function unknown(mailbox: string): never {
  throw new Error(`${mailbox} was not prepared`);
}
