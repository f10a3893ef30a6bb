import { type DocumentNode, type ExecutionResult, GraphQLError, type SourceLocation } from "graphql";

/** An error as compiled operations make it: of the right shape, but no GraphQLError and without extensions. */
interface CompiledError {
  readonly message: string;
  readonly locations?: readonly SourceLocation[];
  readonly path?: readonly (string | number)[];
  readonly originalError?: Error & { readonly extensions?: Record<string, unknown> };
}

/** Makes real errors of those in a result, as graphql-js would have made them. Apollo's own code relies on it. */
export function repairErrors(result: ExecutionResult, document: DocumentNode): ExecutionResult {
  if (result.errors === undefined) return result;
  return { ...result, errors: result.errors.map((error) => repaired(error as CompiledError, document)) };
}

function repaired(error: CompiledError, document: DocumentNode): GraphQLError {
  // Compiled operations' own errors pass for GraphQLErrors too, but lack what Apollo reads of them.
  if (error instanceof GraphQLError && error.extensions !== undefined) return error;
  const { message, path, locations = [], originalError } = error;
  const source = document.loc?.source;
  return new GraphQLError(message, {
    ...(path !== undefined && { path }),
    ...(originalError !== undefined && { originalError }),
    ...(source !== undefined && { source, positions: locations.map((place) => offsetOf(source.body, place)) }),
  });
}

/** Position of a line and column, both counted from 1. */
function offsetOf(text: string, { line, column }: SourceLocation): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.slice(start).search(/\r\n|[\n\r]/);
    if (end === -1) break;
    start += end + (text.startsWith("\r\n", start + end) ? 2 : 1);
  }
  return start + column - 1;
}
