import type { HTTPGraphQLResponse } from "@apollo/server";

/** Codes of requests that were well-formed HTTP and failed as GraphQL before anything ran. */
const GRAPHQL_REQUEST_ERRORS: ReadonlySet<unknown> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "LIMIT_EXCEEDED",
]);

/**
 * The status for Apollo's answer. Apollo sends 400 whenever a document does not parse, validate or fit its variables.
 * The GraphQL over HTTP draft wants 200 for these when the answer is `application/json`, whose readers may not look
 * at the body of a 400 from an intermediary, and 400 only for `application/graphql-response+json`.
 * https://graphql.github.io/graphql-over-http/draft/#sec-application-json
 */
export function statusFor(response: HTTPGraphQLResponse): number {
  const status = response.status ?? 200;
  if (status !== 400 || response.body.kind !== "complete") return status;
  if (!response.headers.get("content-type")?.startsWith("application/json")) return status;
  return areRequestErrors(response.body.string) ? 200 : status;
}

/** Reads the text back: answers with status 400 are short, and only Apollo knows more than their text. */
function areRequestErrors(text: string): boolean {
  const { errors } = JSON.parse(text) as { errors?: readonly { extensions?: { code?: unknown } }[] };
  return errors?.every((error) => GRAPHQL_REQUEST_ERRORS.has(error.extensions?.code)) ?? false;
}
