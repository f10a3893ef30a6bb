import { readFileSync } from "node:fs";
import { buildSchema, Kind, type OperationDefinitionNode, parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS, DIRECTORY_APP } from "../../emulator/seed/demo-ids.js";
import { docsFixture } from "../kit/docs-fixture.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { UpdateConnectionDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { allowSettings } from "../kit/settings.js";

const text = readFileSync("docs/api.md", "utf8");
const schema = buildSchema(readFileSync("schema/schema.graphql", "utf8"));
const blocks = [...text.matchAll(/^```graphql\n(.*?)^```$/gms)].map(([, block = ""]) => block);
const operations = blocks.map((block) => {
  const [operation, ...others] = parse(block).definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation?.name === undefined || others.length > 0) throw new Error(`not one named operation: ${block}`);
  return { name: operation.name.value, operation, query: block };
});

/** The address of a heading, as GitHub makes it. */
const slug = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");

describe("docs/api.md", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    allowSettings(gateway, DIRECTORY_APP);
    organization = await makeOrganization(gateway, {
      app: DIRECTORY_APP,
      addresses: [DEMO_USERS.ines.address, DEMO_USERS.tomasz.address],
    });
    await organization.admin.data(UpdateConnectionDocument, {
      input: { id: organization.connectionId, freeBusyReach: "ROOMS" },
    });
  });
  afterAll(() => gateway.close());

  test("has every heading in its table of contents, in order", () => {
    const prose = text.replace(/^```.*?^```$/gms, "");
    const headings = [...prose.matchAll(/^(##+) (.+)$/gm)].map(
      ([, marks = "", title = ""]) => `${"  ".repeat(marks.length - 2)}- [${title}](#${slug(title)})`,
    );

    expect(prose.match(/^ *- \[.+\]\(#.+\)$/gm)).toEqual(headings);
    expect(new Set(headings).size).toBe(headings.length);
  });

  test("has one named operation in each block, each name once", () => {
    const names = operations.map(({ name }) => name);

    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    // No block hides behind an indent, another fence or another name of the language.
    expect(text.match(/^\s*[`~]{3,}\s*(graphql|gql)/gim)).toHaveLength(operations.length);
  });

  test.each(operations)("$name works as it stands", async ({ operation, query }) => {
    expect(validate(schema, parse(query)).map(({ message }) => message)).toEqual([]);
    const fixture = docsFixture(gateway, organization);
    const names = (operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
    expect(
      names.filter((name) => !(name in fixture)),
      "variables that test/kit/docs-fixture.ts does not know",
    ).toEqual([]);
    const variables: Record<string, unknown> = {};
    for (const name of names) variables[name] = await fixture[name]?.();

    const { data, errors } = await organization.admin.send<Record<string, Record<string, unknown> | null> | undefined>({
      query,
      variables,
    });

    expect(errors).toBeUndefined();
    for (const [field, answer] of Object.entries(data ?? {})) {
      expect(answer, field).not.toBeNull();
      expect(answer, field).not.toEqual({});
      if (operation.operation === "mutation") expect(answer?.errors, "a mutation without its errors").toEqual([]);
    }
    expect(Object.keys(data ?? {})).not.toEqual([]);
  });
});
