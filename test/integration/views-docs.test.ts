import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const guide = await readFile("docs/api.md", "utf8");
const section = guide.split(/^## /m).find((text) => text.startsWith("Views")) ?? "";
const examples = [...section.matchAll(/```graphql\n(.*?)```/gs)].map(
  ([, query = ""]): [name: string, query: string] => [/query (\w+)/.exec(query)?.[1] ?? "", query],
);

describe("the guide to views", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway);
  });
  afterAll(() => gateway.close());

  test("has examples", () => {
    expect(examples.map(([name]) => name)).toEqual(["TeamWeek", "TeamMeetings", "OpenInvitations", "Limits"]);
  });

  test.each(examples)("has a working example: %s", async (_name, query) => {
    const { id: organizationId, mailboxIds, reader } = organization;
    const known = { organizationId, mailboxIds, mailboxId: mailboxIds[0] };
    const variables = Object.fromEntries(Object.entries(known).filter(([name]) => query.includes(`$${name}:`)));

    const { data, errors } = await reader.send<object>({ query, variables });

    expect(errors).toBeUndefined();
    expect(Object.values(data)[0]).not.toBeNull();
  });
});
