import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { mailboxObjectGlobalId, parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CalendarsOfMailboxDocument,
  CredentialsOfDocument,
  EventByIdDocument,
  NodeOfDocument,
  NodesOfDocument,
  WhoAmIDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { UNKNOWN_ROW } from "../kit/outcome.js";

describe("objects by their global ids", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let ids: Readonly<Record<string, string>>;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address] });
    const mailboxId = organization.mailboxIds[0]!;
    const { viewer } = await organization.reader.data(WhoAmIDocument, {});
    const { connection } = await organization.reader.data(CredentialsOfDocument, { id: organization.connectionId });
    const { mailbox } = await organization.reader.data(CalendarsOfMailboxDocument, { id: mailboxId });
    ids = {
      Organization: organization.id,
      ConnectionConfig: organization.connectionId,
      Credential: connection!.credential!.id,
      Mailbox: mailboxId,
      ApiKey: viewer.apiKey!.id,
      Calendar: mailbox!.calendars!.nodes[0]!.id,
      Event: (await makeEvent(organization)).id,
    };
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  test("node gives each kind of object with its id unchanged", async () => {
    for (const [kind, id] of Object.entries(ids)) {
      expect((await organization.reader.data(NodeOfDocument, { id })).node).toEqual({ __typename: kind, id });
    }
  });

  test("nodes gives them in the order that was asked for, the same one twice if need be", async () => {
    const wanted = [...Object.values(ids).reverse(), ids.Mailbox!];

    const { nodes } = await organization.reader.data(NodesOfDocument, { ids: wanted });

    expect(nodes.map((node) => node?.id)).toEqual(wanted);
  });

  test("nodes with good and bad ids gives nulls with errors of their own", async () => {
    const { mailboxId } = parseMailboxObjectGlobalId("Event", ids.Event!);
    const gone = mailboxObjectGlobalId("Event", { mailboxId, graphId: "AAMkgonegonegonegonegone" });
    const wanted = [ids.Mailbox!, "rubbish", `mbx_${UNKNOWN_ROW}`, gone, ids.Event!, "evt_AAAA", `org_${UNKNOWN_ROW}`];

    const { data, errors, status } = await organization.reader.query(NodesOfDocument, { ids: wanted });

    expect(status).toBe(200);
    expect(data.nodes.map((node) => node?.id ?? null)).toEqual([ids.Mailbox, null, null, null, ids.Event, null, null]);
    const codes = new Map(errors!.map(({ path, extensions }) => [path!.join("."), extensions.code]));
    expect(Object.fromEntries(codes)).toEqual({
      "nodes.1": "INVALID_INPUT",
      "nodes.2": "NOT_FOUND",
      "nodes.3": "NOT_FOUND",
      "nodes.5": "INVALID_INPUT",
      "nodes.6": "NOT_FOUND",
    });
  });

  test("nodes of none is an empty list, and asks nobody", async () => {
    expect((await organization.reader.data(NodesOfDocument, { ids: [] })).nodes).toEqual([]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("many events of one mailbox travel in batches, and the same id is read once", async () => {
    const events = [ids.Event!, (await makeEvent(organization)).id, (await makeEvent(organization)).id];
    gateway.emulator.log.clear();

    const { nodes } = await organization.reader.data(NodesOfDocument, { ids: [...events, ...events] });

    expect(nodes.map((node) => node?.id)).toEqual([...events, ...events]);
    expect(gateway.emulator.log.count({ kind: "http", service: "graph" })).toBe(1);
    expect(gateway.emulator.log.count({ kind: "part" })).toBe(3);
  });

  test("a single event is asked for with the members that were selected", async () => {
    const query =
      "query One($id: ID!) { node(id: $id) { id ... on Event { subject ...e } } } fragment e on Event { webLink }";

    const { errors } = await organization.reader.send({ query, variables: { id: ids.Event } });

    expect(errors).toBeUndefined();
    const [request] = gateway.emulator.log.entries({ service: "graph" });
    const select = new URLSearchParams(request!.query).get("$select")!.split(",");
    expect(select).toEqual(expect.arrayContaining(["subject", "webLink"]));
    expect(select).not.toContain("body");
    expect((await organization.reader.data(EventByIdDocument, { id: ids.Event! })).node).toMatchObject({
      mailbox: { id: ids.Mailbox },
    });
  });

  test("later mutations of one request answer with what earlier ones changed", async () => {
    const query = `mutation Series($id: ID!, $key: ID!) {
      a: updateOrganization(input: { id: $id, name: "First" }) { organization { name } errors { code } }
      b: updateApiKey(input: { id: $key, name: "k" }) { apiKey { organization { name } } errors { code } }
      c: updateOrganization(input: { id: $id, name: "Second" }) { organization { name } errors { code } }
      d: updateApiKey(input: { id: $key, name: "k" }) { apiKey { organization { name } } errors { code } }
    }`;

    const { data } = await organization.admin.send<Record<string, unknown>>({
      query,
      variables: { id: organization.id, key: ids.ApiKey },
    });

    expect(data).toMatchObject({
      b: { apiKey: { organization: { name: "First" } } },
      d: { apiKey: { organization: { name: "Second" } } },
    });
  });
});
