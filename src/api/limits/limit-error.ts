import { type ASTNode, GraphQLError } from "graphql";
import { AppError } from "../../lib/app-error.js";

/** A limit, the number allowed and the number found. */
export interface LimitFact {
  readonly name: string;
  readonly max: number;
  readonly actual: number;
}

/**
 * The error of an operation over a limit: code LIMIT_EXCEEDED, `extensions.limit`, HTTP status 400. Its `originalError`
 * is an `AppError`, so that it is recognised after Apollo has wrapped it as a validation error.
 */
export function limitError(message: string, limit: LimitFact, nodes?: ASTNode | readonly ASTNode[]): GraphQLError {
  return new GraphQLError(message, {
    ...(nodes === undefined ? {} : { nodes }),
    originalError: new AppError("LIMIT_EXCEEDED", message, { limit }),
    extensions: { code: "LIMIT_EXCEEDED", limit, http: { status: 400 } },
  });
}
