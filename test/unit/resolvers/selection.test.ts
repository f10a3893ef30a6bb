import { buildSchema, type GraphQLResolveInfo, graphql } from "graphql";
import { describe, expect, test } from "vitest";
import { selectedFields } from "../../../src/resolvers/common/selection.js";

const schema = buildSchema(`
  type Query { page(first: Int): Page }
  type Page { edges: [Edge!]! nodes: [Item!]! total: Int }
  type Edge { cursor: String node: Item! }
  interface Named { name: String }
  type Item implements Named { id: ID name: String start: Time end: Time }
  type Time { at: String }
`);

const PATHS = [["nodes"], ["edges", "node"]];

/** Names that the selection finds while the query runs. */
async function selected(query: string, variables: Record<string, unknown> = {}, paths = PATHS) {
  const found: string[][] = [];
  const rootValue = {
    page: (_args: unknown, _context: unknown, info: GraphQLResolveInfo) => {
      found.push([...selectedFields(info, paths)].sort());
      return null;
    },
  };
  const { errors } = await graphql({ schema, source: query, rootValue, variableValues: variables });
  expect(errors).toBeUndefined();
  return found.length === 1 ? found[0] : found;
}

describe("the fields that a query selects", () => {
  test.each<[string, string, string[]]>([
    ["of nodes", "{ page { nodes { id name } } }", ["id", "name"]],
    ["of edges", "{ page { edges { cursor node { name } } } }", ["name"]],
    ["of both together", "{ page { nodes { id } edges { node { start { at } } } } }", ["id", "start"]],
    ["but not of what lies below or beside", "{ page { total nodes { start { at } } } }", ["start"]],
    ["under an alias by their own name", "{ page { all: nodes { title: name } } }", ["name"]],
    ["under two aliases of a parent", "{ page { a: nodes { id } b: nodes { name } } }", ["id", "name"]],
    ["in inline fragments", "{ page { ... on Page { nodes { ... { id } ... on Named { name } } } } }", ["id", "name"]],
    [
      "in fragments within fragments",
      "{ page { ...p } } fragment p on Page { nodes { ...i } } fragment i on Item { id ...n } fragment n on Named { name }",
      ["id", "name"],
    ],
    [
      "merged from two places",
      "{ page { nodes { id } } ...q } fragment q on Query { page { nodes { end { at } } } }",
      ["end", "id"],
    ],
    ["when nothing below is", "{ page { total } }", []],
  ])("%s", async (_name, query, names) => {
    expect(await selected(query)).toEqual(names);
  });

  test.each([
    [true, ["id", "name"]],
    [false, ["end", "id"]],
  ])("obey @skip and @include with a variable that is %s", async (wanted, names) => {
    const query = `query($wanted: Boolean!) { page { nodes {
      id
      name @include(if: $wanted)
      end @skip(if: $wanted) { at }
      ... @include(if: $wanted) @skip(if: $wanted) { start { at } }
    } } }`;

    expect(await selected(query, { wanted })).toEqual(names);
  });

  test("leave out a whole branch that is skipped", async () => {
    expect(await selected("{ page { nodes @skip(if: true) { id } edges { node { name } } } }")).toEqual(["name"]);
  });

  test("are told apart for two aliases of one field", async () => {
    const query = "{ a: page(first: 1) { nodes { id } } b: page(first: 2) { nodes { name } } }";

    expect(await selected(query)).toEqual([["id"], ["name"]]);
  });

  test("of the field itself, for an empty path", async () => {
    expect(await selected("{ page { total nodes { id } } }", {}, [[]])).toEqual(["nodes", "total"]);
  });
});
