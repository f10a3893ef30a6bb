/** What one operation may ask for. Each number stands in the error that names its limit. */
export interface QueryLimits {
  /** Lexical tokens of the document; checked while it is parsed. */
  readonly maxTokens: number;
  /** Nested fields, counting the root field as one; introspection is counted apart. */
  readonly maxDepth: number;
  /** Aliases, once for every place where a fragment with aliases is spread. */
  readonly maxAliases: number;
  /** Fields beside each other at the root of the operation. */
  readonly maxRootFields: number;
  /** Directives, once for every place where a fragment with directives is spread. */
  readonly maxDirectives: number;
  /** Errors that one answer lists; further ones are counted and left out. */
  readonly maxErrors: number;
  /** Largest `first` or `last`. */
  readonly maxPageSize: number;
  /** Largest estimated cost, in the units of `cost-weights.ts`. */
  readonly maxCost: number;
}

/**
 * Wide enough for generated clients, small enough that the worst operation within all of them is validated in about
 * 0.1 s and asks Graph at most a thousand times. Why each is what it is: docs/decisions/0003-query-limits.md.
 */
export const DEFAULT_QUERY_LIMITS: QueryLimits = {
  maxTokens: 5_000,
  maxDepth: 15,
  maxAliases: 50,
  maxRootFields: 20,
  maxDirectives: 50,
  maxErrors: 100,
  maxPageSize: 100,
  maxCost: 100_000,
};

/** Options for graphql-js's parser, which stops at the first token over the limit. */
export function parseOptionsFor(limits: QueryLimits): { maxTokens: number } {
  return { maxTokens: limits.maxTokens };
}
