import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const TEXT = "Grüße, 会議 and 😀. ".repeat(1_500).trim();
const QUERY = `query Large($id: ID!) { mailbox(id: $id) {
  calendarView(start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z") { nodes { id subject body { content } } }
} }`;

let gateway: TestGateway;
let organization: TestOrganization;
beforeAll(async () => {
  gateway = await startGateway();
  organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  for (const subject of ["first", "second", "third", "fourth"]) {
    await makeEvent(organization, { subject, body: { contentType: "TEXT", content: TEXT } });
  }
});
afterAll(() => gateway.close());

const ask = (headers: Record<string, string>) =>
  organization.reader.send<{ mailbox: { calendarView: { nodes: { subject: string; body: { content: string } }[] } } }>(
    { query: QUERY, variables: { id: organization.mailboxIds[0] } },
    { headers },
  );

test.each([
  ["as it is", "identity", null],
  ["with gzip", "gzip", "gzip"],
  ["with brotli", "br", "br"],
])("a large answer comes whole through the whole gateway, %s", async (_, accepted, coding) => {
  const { status, headers, data, errors, extensions } = await ask({ "accept-encoding": accepted });
  expect([status, errors]).toEqual([200, undefined]);
  // It is made as it is read, so its length is not known ahead.
  expect(headers.get("content-length")).toBeNull();
  expect(headers.get("content-encoding")).toBe(coding);
  const made = data.mailbox.calendarView.nodes.filter(({ body }) => body.content.includes(TEXT));
  expect(made.map(({ subject }) => subject).sort()).toEqual(["first", "fourth", "second", "third"]);
  expect(extensions).toHaveProperty("cost");
});
