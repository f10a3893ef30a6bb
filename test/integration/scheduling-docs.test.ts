import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS, DIRECTORY_APP } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const { ines, tomasz, harbour } = DEMO_USERS;
const guide = await readFile("docs/api.md", "utf8");
const section = guide.split(/^## /m).find((text) => text.startsWith("Scheduling")) ?? "";
const examples = [...section.matchAll(/```graphql\n(.*?)```/gs)].map(
  ([, query = ""]): [name: string, query: string] => [/(?:query|mutation) (\w+)/.exec(query)?.[1] ?? "", query],
);

describe("the guide to scheduling", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, {
      app: DIRECTORY_APP,
      addresses: [ines, tomasz, harbour].map(({ address }) => address),
    });
  });
  afterAll(() => gateway.close());

  test("has examples", () => {
    expect(examples.length).toBeGreaterThanOrEqual(5);
  });

  test.each(examples)("has a working example: %s", async (_, query) => {
    const { id, connectionId, mailboxIds, admin } = organization;
    const known = {
      organizationId: id,
      connectionId,
      mailboxIds: mailboxIds.slice(0, 2),
      required: [mailboxIds[0]],
      optional: [mailboxIds[1]],
      start: "2031-03-03T00:00:00Z",
      end: "2031-03-04T00:00:00Z",
    };
    const variables = Object.fromEntries(Object.entries(known).filter(([name]) => query.includes(`$${name}:`)));

    const { data, errors } = await admin.send<object>({ query, variables });

    expect(errors).toBeUndefined();
    expect(Object.values(data)[0]).not.toBeNull();
  });
});
