import { lexicographicSortSchema, printSchema } from "graphql/index.js";
import { buildGatewaySchema } from "../src/api/build-schema.js";
import { DEFAULT_QUERY_LIMITS } from "../src/api/limits/query-limits.js";
import type { Services } from "../src/services/create-services.js";
import type { GeneratedFile } from "./generated-file.js";

/** `schema/schema.graphql`: the schema as reviewers read it, printed from the code and sorted. */
export function schemaFile(): GeneratedFile {
  // Printing resolves nothing, so no service is ever called.
  const schema = buildGatewaySchema({} as Services, DEFAULT_QUERY_LIMITS.maxPageSize);
  const text = `# Printed from the code by \`npm run schema\`. Do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
  return { path: "schema/schema.graphql", text };
}
