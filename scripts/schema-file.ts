import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql/index.js";
import { buildGatewaySchema } from "../src/api/build-schema.js";
import { DEFAULT_QUERY_LIMITS } from "../src/api/limits/query-limits.js";
import type { Services } from "../src/services/create-services.js";
import type { GeneratedFile } from "./generated-file.js";

/** The schema with no services behind it: it can be read, and answers nothing. */
export function printableSchema(): GraphQLSchema {
  return buildGatewaySchema({} as Services, DEFAULT_QUERY_LIMITS.maxPageSize);
}

/** `schema/schema.graphql`: the schema as reviewers read it, printed from the code and sorted. */
export function schemaFile(): GeneratedFile {
  const text = `# Printed from the code by \`npm run schema\`. Do not edit.\n\n${printSchema(lexicographicSortSchema(printableSchema()))}\n`;
  return { path: "schema/schema.graphql", text };
}
