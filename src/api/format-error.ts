import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { AppError } from "../lib/app-error.js";
import { newRequestId } from "../lib/ids.js";
import type { Logger } from "../lib/logger.js";
import { REQUEST_CODES } from "./request-codes.table.js";

/** Codes that Apollo gives to faults of the request itself; their messages speak of the document only. */
const OWN_MESSAGES: ReadonlySet<unknown> = new Set(Object.keys(REQUEST_CODES));

/**
 * The one place that decides what of an error a client sees. What has a meaning for the caller is told; anything else
 * is a fault of ours: it is masked, and logged under a reference that the client gets.
 */
export function createErrorFormatter(log: Logger, { suggestions }: { readonly suggestions: boolean }) {
  // Apollo takes suggestions out of validation errors only; values of variables get some as well.
  const requestError = (formatted: GraphQLFormattedError): GraphQLFormattedError => {
    const message = suggestions ? formatted.message : formatted.message.replace(/ Did you mean [^?]*\?$/, "");
    return withoutInternals({ ...formatted, message });
  };
  return (formatted: GraphQLFormattedError, raw: unknown): GraphQLFormattedError => {
    const { locations, path } = formatted;
    const place = { ...(locations && { locations }), ...(path && { path }) };
    const cause = unwrapResolverError(raw);
    if (cause instanceof AppError) {
      return { message: cause.message, ...place, extensions: { code: cause.code, ...extensionsOf(cause) } };
    }
    if (OWN_MESSAGES.has(formatted.extensions?.code)) return requestError(formatted);
    // Refusals of graphql-js during execution, such as a variable that does not fit, carry no cause of their own.
    if (raw instanceof GraphQLError && raw.originalError === undefined && path === undefined) {
      return requestError(formatted);
    }
    const ref = newRequestId();
    log.error({ ref, err: cause, path }, "unexpected error in a resolver");
    return {
      message: `Internal error. Its reference in the gateway's log is ${ref}.`,
      ...place,
      extensions: { code: "INTERNAL", ref },
    };
  };
}

function extensionsOf({ facts }: AppError): Record<string, unknown> {
  const { path, ...rest } = facts;
  return { ...rest, ...(path && { argumentPath: path }) };
}

function withoutInternals(formatted: GraphQLFormattedError): GraphQLFormattedError {
  if (formatted.extensions === undefined) return formatted;
  const { stacktrace: _, exception: __, ...extensions } = formatted.extensions;
  return { ...formatted, extensions };
}
