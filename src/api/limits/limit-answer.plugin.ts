import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from "@apollo/server";
import { type GraphQLFormattedError, Lexer, Source, TokenKind } from "graphql";
import type { LimitFact } from "./limit-error.js";
import type { QueryLimits } from "./query-limits.js";

/**
 * Makes answers tell limits apart from other errors: Apollo gives all errors of parsing one code and all errors of
 * validation another, whatever their extensions say. Also shortens the list of errors to its maximum.
 */
export function limitAnswerPlugin(limits: QueryLimits): ApolloServerPlugin<BaseContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ source, response }: GraphQLRequestContext<BaseContext>) {
          if (response.body?.kind !== "single") return;
          const result = response.body.singleResult;
          if (result.errors === undefined) return;
          result.errors = shorten(
            result.errors.map((error) => recode(error, source, limits)),
            limits.maxErrors,
          );
        },
      };
    },
  };
}

function recode(error: GraphQLFormattedError, source: string | undefined, limits: QueryLimits): GraphQLFormattedError {
  const { extensions } = error;
  if (extensions?.limit !== undefined) {
    return { ...error, extensions: { ...extensions, code: "LIMIT_EXCEEDED" } };
  }
  // The parser says that a document has too many tokens only in a sentence, so they are counted instead.
  if (extensions?.code === "GRAPHQL_PARSE_FAILED" && source !== undefined) {
    const actual = countTokens(source);
    if (actual > limits.maxTokens) {
      return overLimit(`A document may have ${limits.maxTokens} tokens; this one has ${actual}.`, {
        name: "tokens",
        max: limits.maxTokens,
        actual,
      });
    }
  }
  return error;
}

function shorten(errors: readonly GraphQLFormattedError[], max: number): readonly GraphQLFormattedError[] {
  if (errors.length <= max) return errors;
  const omitted = errors.length - max;
  const note = overLimit(`An answer lists ${max} errors; ${omitted} more were left out.`, {
    name: "errors",
    max,
    actual: errors.length,
  });
  return [...errors.slice(0, max), note];
}

function overLimit(message: string, limit: LimitFact): GraphQLFormattedError {
  return { message, extensions: { code: "LIMIT_EXCEEDED", limit } };
}

/** Tokens as the parser counts them, up to the first character that is none. */
function countTokens(text: string): number {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  try {
    while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  } catch {
    // Not a token: what came before it was over the limit or not.
  }
  return count;
}
