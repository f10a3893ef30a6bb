import { readFileSync } from "node:fs";
import { buildSchema, type GraphQLOutputType, getNamedType, isLeafType, isObjectType, isUnionType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { eventInput } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateApiKeyDocument,
  type Sensitivity,
  UpdateApiKeyDocument,
  UpdateConnectionDocument,
  type Visibility,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { TestClient } from "../kit/test-client.js";

/** From which level on each field of an event is shown. A field without a line here fails. */
const TABLE: Readonly<Record<string, Visibility | "ALWAYS">> = {
  id: "ALWAYS",
  mailbox: "ALWAYS",
  version: "ALWAYS",
  visibility: "ALWAYS",
  start: "ALWAYS",
  end: "ALWAYS",
  isAllDay: "ALWAYS",
  showAs: "BUSY_ONLY",
  sensitivity: "BUSY_ONLY",
  type: "BUSY_ONLY",
  isCancelled: "BUSY_ONLY",
  subject: "LIMITED",
  hasAttachments: "FULL",
  attachments: "FULL",
  location: "LIMITED",
  locations: "LIMITED",
  originalStart: "LIMITED",
  seriesMasterId: "LIMITED",
  recurrence: "LIMITED",
  // These lead to events and dates that are shown by levels of their own.
  seriesMaster: "LIMITED",
  instances: "BUSY_ONLY",
  exceptions: "BUSY_ONLY",
  cancelledOccurrences: "BUSY_ONLY",
  allowNewTimeProposals: "FULL",
  attendees: "FULL",
  body: "FULL",
  bodyPreview: "FULL",
  categories: "FULL",
  changedAt: "FULL",
  createdAt: "FULL",
  extendedData: "FULL",
  hideAttendees: "FULL",
  iCalUId: "FULL",
  importance: "FULL",
  isDraft: "FULL",
  isOnlineMeeting: "FULL",
  isOrganizer: "FULL",
  onlineMeeting: "FULL",
  organizer: "FULL",
  reminder: "FULL",
  respondedAt: "FULL",
  response: "FULL",
  responseRequested: "FULL",
  webLink: "FULL",
};
/** Beside plain members; texts that are kept hold none of these. Series have a test of their own. */
const LED_TO = ["mailbox", "seriesMaster", "instances", "exceptions", "cancelledOccurrences", "recurrence"];
/** Null for an event that stands alone and whose owner organizes it. */
const OF_SERIES = ["originalStart", "seriesMasterId", "respondedAt"];

const LEVELS = ["FULL", "LIMITED", "BUSY_ONLY", "HIDDEN"] as const satisfies readonly Visibility[];
const SENSITIVITIES = ["NORMAL", "PERSONAL", "PRIVATE", "CONFIDENTIAL"] as const satisfies readonly Sensitivity[];
const RULES = LEVELS.flatMap((visibility) => LEVELS.map((privateEvents) => ({ visibility, privateEvents })));
const WINDOW = `start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z", first: 50`;

type Members = Readonly<Record<string, unknown>>;
type Told = ReadonlyMap<Sensitivity, Members>;

const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const eventType = schema.getType("Event");
if (!isObjectType(eventType)) throw new Error("no type Event");
const FIELDS = Object.values(eventType.getFields());
/** Every field with all that it holds. */
const EVERYTHING = FIELDS.map(({ name, type }) => (LED_TO.includes(name) ? "" : name + heldBy(type))).join(" ");

function heldBy(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return "";
  if (isUnionType(named)) {
    const parts = named.getTypes().map((one) => `... on ${one.name} ${heldBy(one)}`);
    return `{ __typename ${parts.join(" ")} }`;
  }
  if (!isObjectType(named)) throw new Error(`${named.name} is neither leaf, union nor object`);
  const plain = Object.values(named.getFields()).filter(({ args }) => args.length === 0);
  return `{ ${plain.map((field) => field.name + heldBy(field.type)).join(" ")} }`;
}

function rankOf(level: Visibility | "ALWAYS"): number {
  return level === "ALWAYS" ? 0 : 4 - LEVELS.indexOf(level as (typeof LEVELS)[number]);
}

function heldLevel({ visibility, privateEvents }: (typeof RULES)[number], sensitivity: Sensitivity): Visibility {
  const isPrivate = sensitivity === "PRIVATE" || sensitivity === "CONFIDENTIAL";
  return isPrivate && rankOf(privateEvents) < rankOf(visibility) ? privateEvents : visibility;
}

describe("visibility [user-demands 19, 21, 22]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let whole: TestClient;
  let reference: Told;
  const ids = new Map<Sensitivity, string>();

  beforeAll(async () => {
    gateway = await startGateway();
    const { users } = gateway.emulator.store.tenant(DEMO_TENANT_ID)!;
    const { calendars } = users.get(DEMO_USERS.jonas.id)!.mailbox!;
    for (const [id, calendar] of calendars) {
      calendars.set(id, { ...calendar, onlineMeetingProviders: ["teamsForBusiness"] });
    }
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
    await connectionShows("FULL", "FULL");
    whole = await keyThatShows({ visibility: "FULL", privateEvents: "FULL" }, "WRITER");
    for (const sensitivity of SENSITIVITIES) {
      const created = await create(whole, sensitivity);
      ids.set(sensitivity, created!.id as string);
    }
    reference = await view(whole, 0);
  });
  afterAll(() => gateway.close());

  const connectionShows = (visibility: Visibility, privateEvents: Visibility) =>
    organization.admin.data(UpdateConnectionDocument, {
      input: { id: organization.connectionId, visibility, privateEvents },
    });
  async function keyThatShows(
    rule: (typeof RULES)[number],
    role: "READER" | "WRITER" = "READER",
    answers: string[] = [],
  ) {
    const input = { organizationId: organization.id, name: JSON.stringify(rule), role, ...rule };
    const { createApiKey } = await organization.admin.data(CreateApiKeyDocument, { input });
    return new TestClient(gateway.url, createApiKey.token!, answers);
  }
  async function create(client: TestClient, sensitivity: Sensitivity): Promise<Members | null> {
    const hush = `hush-${sensitivity}`;
    const input = eventInput(organization, {
      subject: `${hush} title`,
      body: { contentType: "TEXT", content: `${hush} text` },
      locations: [
        { displayName: `${hush} room https://meet.example/hush-${sensitivity}-link`, uri: `https://${hush}.example` },
      ],
      attendees: [{ address: `${hush}@elsewhere.example`, name: `${hush} guest`, type: "REQUIRED" }],
      categories: [`${hush} category`],
      extendedData: [{ key: "note", value: `${hush} note` }],
      onlineMeeting: {},
      sensitivity,
      showAs: "TENTATIVE",
    });
    const query = `mutation Create($input: CreateEventInput!) { createEvent(input: $input) { event { ${EVERYTHING} } errors { message } } }`;
    const { data } = await client.send<{ createEvent: { event: Members | null; errors: readonly unknown[] } }>({
      query,
      variables: { input },
    });
    expect(data.createEvent.errors).toEqual([]);
    return data.createEvent.event;
  }
  /** With an age: from the cache, and from texts that were kept of earlier answers. */
  async function view(client: TestClient, maxAge: number): Promise<Told> {
    const query = `query View($id: ID!, $maxAge: Int) { mailbox(id: $id) { calendarView(${WINDOW}, maxAge: $maxAge) {
      nodes { ${EVERYTHING} } } } }`;
    const variables = { id: organization.mailboxIds[0], maxAge };
    const { data } = await client.send<{ mailbox: { calendarView: { nodes: readonly Members[] } } }>({
      query,
      variables,
    });
    const byId = new Map(data.mailbox.calendarView.nodes.map((node) => [node.id, node]));
    return new Map([...ids].flatMap(([sensitivity, id]) => (byId.has(id) ? [[sensitivity, byId.get(id)!]] : [])));
  }
  async function nodes(client: TestClient): Promise<Told> {
    const query = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { ... on Event { ${EVERYTHING} } } }`;
    const { data, errors = [] } = await client.send<{ nodes: readonly (Members | null)[] }>({
      query,
      variables: { ids: [...ids.values()] },
    });
    const hidden = data.nodes.filter((node) => node === null).length;
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(Array(hidden).fill("NOT_FOUND"));
    return new Map(
      [...ids.keys()].flatMap((sensitivity, index) => (data.nodes[index] ? [[sensitivity, data.nodes[index]]] : [])),
    );
  }

  /** What the table shows of the event that a key without limits saw. */
  function expected(level: Visibility, sensitivity: Sensitivity): Members | undefined {
    if (level === "HIDDEN") return undefined;
    const event = reference.get(sensitivity)!;
    const place = (found: unknown) =>
      found && { ...(found as Members), displayName: `hush-${sensitivity} room`, uri: null, uniqueId: null };
    return Object.fromEntries(
      Object.entries(event).map(([name, value]) => {
        if (name === "visibility") return [name, level];
        if (rankOf(TABLE[name] ?? "FULL") > rankOf(level)) return [name, null];
        if (level === "LIMITED" && name === "location") return [name, place(value)];
        if (level === "LIMITED" && name === "locations") return [name, (value as readonly unknown[]).map(place)];
        return [name, value];
      }),
    );
  }
  function expectShown(told: Told, rule: (typeof RULES)[number]) {
    for (const sensitivity of SENSITIVITIES) {
      const want = expected(heldLevel(rule, sensitivity), sensitivity);
      expect([sensitivity, told.get(sensitivity)]).toEqual([sensitivity, want]);
    }
  }

  test("every field of an event stands in the table, and has something to hide", () => {
    expect(Object.keys(TABLE).sort()).toEqual(FIELDS.map(({ name }) => name).sort());
    for (const event of reference.values()) {
      const empty = Object.keys(event).filter((name) => event[name] === null || event[name] === undefined);
      expect(empty.sort()).toEqual([...OF_SERIES].sort());
      expect(event.visibility).toBe("FULL");
    }
    expect(JSON.stringify(reference.get("PRIVATE"))).toContain("hush-PRIVATE-link");
  });

  test.each(RULES)(
    "a key that shows $visibility, of private events $privateEvents: views, kept answers, nodes",
    async (rule) => {
      const own: string[] = [];
      const client = await keyThatShows(rule, "READER", own);
      expectShown(await view(client, 0), rule);
      // Somebody who sees everything fills the cache and the kept texts in between.
      expect(await view(whole, 60)).toEqual(reference);
      expect(await view(whole, 60)).toEqual(reference);
      expectShown(await view(client, 60), rule);
      expectShown(await view(client, 60), rule);
      expect(await view(whole, 60)).toEqual(reference);
      expectShown(await nodes(client), rule);

      for (const sensitivity of SENSITIVITIES) {
        const level = heldLevel(rule, sensitivity);
        if (level === "BUSY_ONLY" || level === "HIDDEN") expect(own.join("\n")).not.toContain(`hush-${sensitivity}`);
      }
    },
  );

  test("a connection's rule holds for every key, and is seen at once", async () => {
    await view(whole, 60);
    for (const rule of [RULES[7]!, RULES[10]!, RULES[15]!]) {
      await connectionShows(rule.visibility, rule.privateEvents);
      expectShown(await view(whole, 60), rule);
      expectShown(await nodes(whole), rule);
    }
    await connectionShows("FULL", "FULL");
    expect(await view(whole, 60)).toEqual(reference);
  });

  test("a key that is changed sees by its new rule from the next request on", async () => {
    const input = { organizationId: organization.id, name: "changing", role: "READER" } as const;
    const { createApiKey } = await organization.admin.data(CreateApiKeyDocument, { input });
    const client = gateway.as(createApiKey.token!);
    expectShown(await view(client, 60), { visibility: "FULL", privateEvents: "BUSY_ONLY" });
    const changed = { id: createApiKey.apiKey!.id, visibility: "LIMITED", privateEvents: "HIDDEN" } as const;
    await organization.admin.data(UpdateApiKeyDocument, { input: changed });
    expectShown(await view(client, 60), changed);
  });

  test("what is written is answered as a read would show it", async () => {
    const client = await keyThatShows({ visibility: "LIMITED", privateEvents: "BUSY_ONLY" }, "WRITER");
    const normal = await create(client, "NORMAL");
    const closed = await create(client, "PRIVATE");
    expect(normal).toMatchObject({ visibility: "LIMITED", subject: "hush-NORMAL title", body: null, attendees: null });
    expect(closed).toMatchObject({ visibility: "BUSY_ONLY", subject: null, location: null, showAs: "TENTATIVE" });
    const hides = await keyThatShows({ visibility: "FULL", privateEvents: "HIDDEN" }, "WRITER");
    expect(await create(hides, "CONFIDENTIAL")).toBeNull();
  });

  test.each([
    [
      "a private event that is shown as busy",
      { visibility: "FULL", privateEvents: "BUSY_ONLY" },
      "PRIVATE",
      1,
      "FORBIDDEN",
    ],
    ["a hidden event", { visibility: "FULL", privateEvents: "HIDDEN" }, "PRIVATE", 1, "NOT_FOUND"],
    ["any event of a limited key", { visibility: "LIMITED", privateEvents: "LIMITED" }, "NORMAL", 0, "FORBIDDEN"],
    ["any event of a key that sees none", { visibility: "HIDDEN", privateEvents: "HIDDEN" }, "NORMAL", 0, "NOT_FOUND"],
  ] as const)("%s is neither changed nor deleted", async (_, rule, sensitivity, reads, code) => {
    const client = await keyThatShows(rule, "WRITER");
    const id = ids.get(sensitivity)!;
    for (const mutation of [
      `updateEvent(input: { id: $id, sensitivity: NORMAL }) { event { subject } errors { code } }`,
      `deleteEvent(input: { id: $id }) { deletedId errors { code } }`,
    ]) {
      gateway.emulator.log.clear();
      const query = `mutation Change($id: ID!) { outcome: ${mutation} }`;
      const { data, errors } = await client.send<{ outcome: { errors: readonly { code: string }[] } | null }>({
        query,
        variables: { id },
      });
      const codes = [
        ...(errors ?? []).map(({ extensions }) => extensions.code),
        ...(data?.outcome?.errors ?? []).map((e) => e.code),
      ];
      expect(codes).toEqual([code]);
      const methods = gateway.emulator.log.entries({ service: "graph" }).map(({ method }) => method);
      expect(methods).toEqual(Array(reads).fill("GET"));
    }
    expect((await nodes(whole)).get(sensitivity)).toEqual(reference.get(sensitivity));
  });

  test("an event that is shown whole is changed after one small read, and after none where nothing is withheld", async () => {
    const usual = await keyThatShows({ visibility: "FULL", privateEvents: "BUSY_ONLY" }, "WRITER");
    for (const [client, methods] of [
      [usual, ["GET", "PATCH"]],
      [whole, ["PATCH"]],
    ] as const) {
      const made = await create(whole, "NORMAL");
      gateway.emulator.log.clear();
      const query = `mutation Change($id: ID!) { updateEvent(input: { id: $id, showAs: FREE }) { event { showAs } errors { code } } }`;
      const { data } = await client.send<object>({ query, variables: { id: made!.id } });
      expect(data).toEqual({ updateEvent: { event: { showAs: "FREE" }, errors: [] } });
      expect(gateway.emulator.log.entries({ service: "graph" }).map(({ method }) => method)).toEqual(methods);
    }
  });

  test("cursors and page info are those of what is shown", async () => {
    const client = await keyThatShows({ visibility: "FULL", privateEvents: "HIDDEN" });
    const query = `query Page($id: ID!, $after: String) { mailbox(id: $id) { calendarView(start: "2026-03-02T00:00:00Z",
      end: "2026-03-03T00:00:00Z", first: 1, after: $after) { nodes { sensitivity } pageInfo { hasNextPage endCursor } } } }`;
    interface Page {
      mailbox: { calendarView: { nodes: readonly Members[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
    }
    const seen: unknown[] = [];
    let [after, hasNextPage]: [string | null, boolean] = [null, true];
    while (hasNextPage) {
      const variables: object = { id: organization.mailboxIds[0], after };
      const { data, extensions } = await client.send<Page>({ query, variables });
      const { nodes, pageInfo } = data.mailbox.calendarView;
      expect(nodes).toHaveLength(1);
      expect(extensions?.notices).toMatchObject([{ code: "EVENTS_HIDDEN" }]);
      seen.push(nodes[0]!.sensitivity);
      ({ endCursor: after, hasNextPage } = pageInfo);
    }
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).not.toContain("PRIVATE");
    expect(seen).not.toContain("CONFIDENTIAL");
  });

  const FREE = `query Free($id: ID!) { mailbox(id: $id) {
    schedule(start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z") {
      items { subject location isPrivate } availabilityView } } }`;
  interface Free {
    mailbox: { schedule: { items: readonly Members[]; availabilityView: string | null } | null };
  }

  test.each([
    ["FULL", "FULL", "hush-NORMAL title", 4],
    ["LIMITED", "BUSY_ONLY", "hush-NORMAL title", 4],
    ["BUSY_ONLY", "BUSY_ONLY", null, 4],
    ["FULL", "HIDDEN", "hush-NORMAL title", 2],
  ] as const)("a schedule at %s, of private events %s", async (visibility, privateEvents, subject, least) => {
    const client = await keyThatShows({ visibility, privateEvents });
    const { data } = await client.send<Free>({ query: FREE, variables: { id: organization.mailboxIds[0] } });
    const { items, availabilityView } = data.mailbox.schedule!;
    expect(items.length).toBeGreaterThanOrEqual(least);
    expect(items.some((item) => item.subject === subject)).toBe(true);
    expect(JSON.stringify(items)).not.toMatch(/hush-(PRIVATE|CONFIDENTIAL)/);
    if (visibility !== "FULL") expect(JSON.stringify(items)).not.toContain("link");
    expect(availabilityView === null).toBe(privateEvents === "HIDDEN");
    if (privateEvents === "HIDDEN") expect(items.every(({ isPrivate }) => isPrivate === false)).toBe(true);
  });

  test("a hidden calendar has no schedule, which could pass for a free one, and nobody is asked", async () => {
    const client = await keyThatShows({ visibility: "HIDDEN", privateEvents: "HIDDEN" });
    gateway.emulator.log.clear();
    const { data, errors } = await client.send<Free>({ query: FREE, variables: { id: organization.mailboxIds[0] } });
    expect(data.mailbox.schedule).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(["FORBIDDEN"]);
    expect(gateway.emulator.log.entries({ service: "graph" })).toEqual([]);
  });

  test("series and meetings of many mailboxes show what their events show", async () => {
    const input = eventInput(organization, {
      subject: "hush-series",
      sensitivity: "PRIVATE",
      recurrence: { rrule: "FREQ=DAILY;COUNT=3" },
    });
    const made = `mutation Make($input: CreateEventInput!) { createEvent(input: $input) { event { id } errors { message } } }`;
    const { data } = await whole.send<{ createEvent: { event: { id: string } } }>({
      query: made,
      variables: { input },
    });
    const query = `query Series($id: ID!, $organizationId: ID!) {
      node(id: $id) { ... on Event { ...Told
        instances(start: "2026-03-01T00:00:00Z", end: "2026-03-09T00:00:00Z") { nodes { ...Told seriesMaster { subject } } }
        exceptions { nodes { ...Told } } } }
      organization(id: $organizationId) {
        calendarView(${WINDOW}) { nodes { ...Told } }
        meetings(${WINDOW}) { nodes { copies { event { ...Told } } } } } }
      fragment Told on Event { visibility subject recurrence { rrule } sensitivity }`;
    const told = async (rule: (typeof RULES)[number]) => {
      const variables = { id: data.createEvent.event.id, organizationId: organization.id };
      const answer = await (await keyThatShows(rule)).send<Members>({ query, variables });
      return JSON.stringify(answer.data ?? answer.errors);
    };
    expect(await told({ visibility: "FULL", privateEvents: "FULL" })).toMatch(/hush-series.*FREQ=DAILY.*hush-PRIVATE/);
    const busy = await told({ visibility: "FULL", privateEvents: "BUSY_ONLY" });
    expect(busy).toContain('"visibility":"BUSY_ONLY"');
    expect(busy).toContain("hush-NORMAL");
    expect(busy).not.toMatch(/hush-series|FREQ|hush-PRIVATE/);
    const hidden = await told({ visibility: "FULL", privateEvents: "HIDDEN" });
    expect(hidden).toContain('"node":null');
    expect(hidden).not.toContain("PRIVATE");
  });

  test("no log line holds anything of an event, whatever its rule", () => {
    expect(gateway.logLines.length).toBeGreaterThan(20);
    expect(gateway.logLines.join("\n")).not.toContain("hush");
  });
});
