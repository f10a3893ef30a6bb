import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

interface View {
  readonly nodes: readonly { readonly subject: string; readonly showAs?: string }[];
}

describe("what one GraphQL request asks of one mailbox", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let eventId: string;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway);
    eventId = (await makeEvent(organization)).id;
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const ask = async (fields: string): Promise<Record<string, View>> => {
    const query = `{ mailbox(id: "${organization.mailboxIds[0]}") { ${fields} } }`;
    const { data, errors } = await organization.reader.send<{ mailbox: Record<string, View> }>({ query });
    expect(errors).toBeUndefined();
    return data.mailbox;
  };
  const view = (name: string, from: string, until: string, fields = "subject") =>
    `${name}: calendarView(start: "${from}", end: "${until}", first: 100) { nodes { ${fields} } }`;
  const requests = () => gateway.emulator.log.count({ service: "graph", pathEnd: "/calendarView" });
  const [MONDAY, TUESDAY, SUNDAY] = ["2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z", "2026-03-08T00:00:00Z"];

  test("is one request for a window asked for with different fields, and each gets its own", async () => {
    const found = await ask(
      [
        view("a", MONDAY, SUNDAY),
        view("b", MONDAY, SUNDAY, "subject showAs"),
        view("c", MONDAY, SUNDAY, "iCalUId"),
      ].join(" "),
    );

    expect(requests()).toBe(1);
    expect(found.a?.nodes).toContainEqual({ subject: "Planning" });
    expect(found.b?.nodes).toContainEqual({ subject: "Planning", showAs: "BUSY" });
    expect(found.c?.nodes.map((node) => Object.keys(node))).toContainEqual(["iCalUId"]);
  });

  test("is one request for a week and a day of it, answered as two would be", async () => {
    const apart = { ...(await ask(view("week", MONDAY, SUNDAY))), ...(await ask(view("day", MONDAY, TUESDAY))) };
    gateway.emulator.log.clear();

    const together = await ask(`${view("week", MONDAY, SUNDAY)} ${view("day", MONDAY, TUESDAY)}`);

    expect(together).toEqual(apart);
    expect(together.day?.nodes.length).toBeGreaterThan(0);
    expect(requests()).toBe(1);
  });

  test("is one request for an event asked for twice", async () => {
    const query = `{ a: node(id: "${eventId}") { ... on Event { subject } } b: node(id: "${eventId}") { ... on Event { showAs } } }`;
    const { data } = await organization.reader.send<unknown>({ query });

    expect(data).toEqual({ a: { subject: "Planning" }, b: { showAs: "BUSY" } });
    expect(gateway.emulator.log.count({ service: "graph" })).toBe(1);
  });
});
