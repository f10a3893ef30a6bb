/** Codes of operations that are refused before anything runs, and when; docs/errors.md is written from it. */
export const REQUEST_CODES = {
  GRAPHQL_PARSE_FAILED: "The document is no GraphQL; the message names line and column.",
  GRAPHQL_VALIDATION_FAILED: "The document asks for what the schema does not have.",
  BAD_USER_INPUT: "A variable is missing, or does not fit its type.",
  BAD_REQUEST: "The request carries no document, or its parameters are of the wrong kind.",
  OPERATION_RESOLUTION_FAILURE:
    "The document has no operation of the name that was given, or several and none was named.",
  PERSISTED_QUERY_NOT_FOUND:
    "The gateway does not know a document by this hash. Send it whole once; clients do so by themselves.",
  PERSISTED_QUERY_NOT_SUPPORTED: "This gateway keeps no documents. Send them whole.",
  LIMIT_EXCEEDED: "The operation is too large, too deep or too costly; `limit` has the numbers.",
} as const;
