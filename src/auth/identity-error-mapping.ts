import {
  AuthError,
  ClientAuthErrorCodes,
  ClientConfigurationError,
  InteractionRequiredAuthError,
  ServerError,
} from "@azure/msal-node";
import { kindOfAadsts, kindOfOauth } from "./aadsts-kinds.js";
import { IdentityError, type IdentityErrorFacts, type IdentityErrorKind } from "./identity-error.js";
import { aadstsIn, type TokenErrorAnswer, type TokenExchange } from "./token-exchange.js";

/** Wait after a 429 that names none; Entra's own client libraries use the same minute. */
const DEFAULT_THROTTLE_MS = 60_000;

/** Library errors that only say that the endpoint could not be asked or understood. */
function isUnreachable(code: string): boolean {
  // Not a set of this module, which would load MSAL at every start.
  return [
    ClientAuthErrorCodes.networkError,
    ClientAuthErrorCodes.endpointResolutionError,
    ClientAuthErrorCodes.openIdConfigError,
    "token_parsing_error",
  ].includes(code);
}

/** The one place where a failed token request gets its meaning, from what MSAL threw and what was seen on the wire. */
export function toIdentityError(thrown: unknown, exchange: TokenExchange): IdentityError {
  if (thrown instanceof IdentityError) return thrown;
  const answer = exchange.answer ?? answerOf(thrown);
  const httpStatus = exchange.status ?? (thrown instanceof ServerError ? thrown.status : undefined);
  const kind = kindOf(thrown, exchange, answer, httpStatus);
  const retryAfterMs = exchange.retryAfterMs ?? (kind === "throttled" ? DEFAULT_THROTTLE_MS : undefined);
  const correlationId = answer.correlationId ?? (thrown instanceof AuthError ? thrown.correlationId : "");
  const facts: IdentityErrorFacts = {
    kind,
    ...(answer.aadsts === undefined ? {} : { aadsts: answer.aadsts }),
    ...(answer.error === undefined ? {} : { oauthError: answer.error }),
    ...(answer.suberror === undefined ? {} : { suberror: answer.suberror }),
    ...(httpStatus === undefined ? {} : { httpStatus }),
    ...(correlationId === "" ? {} : { correlationId }),
    ...(answer.traceId === undefined ? {} : { traceId: answer.traceId }),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
  return new IdentityError(facts);
}

function kindOf(
  thrown: unknown,
  exchange: TokenExchange,
  answer: TokenErrorAnswer,
  httpStatus: number | undefined,
): IdentityErrorKind {
  if (httpStatus === 429) return "throttled";
  const named = answer.aadsts === undefined ? undefined : kindOfAadsts(answer.aadsts);
  if (named !== undefined) return named;
  if (exchange.fault !== undefined || (httpStatus !== undefined && httpStatus >= 500)) return "unavailable";
  const oauth = kindOfOauth(answer.error, answer.suberror);
  if (oauth !== undefined) return oauth;
  if (thrown instanceof InteractionRequiredAuthError) return "reauth";
  if (thrown instanceof ClientConfigurationError) return "configuration";
  // MSAL throws this without asking while it still holds back a request that was throttled before.
  if (thrown instanceof ServerError && exchange.status === undefined) return "throttled";
  if (thrown instanceof AuthError && isUnreachable(thrown.errorCode)) return "unavailable";
  // An empty secret, which MSAL refuses in its constructor.
  if (thrown instanceof AuthError && thrown.errorCode === "invalid_client_credential") return "configuration";
  return "bug";
}

/** The same facts from MSAL's error, for the case that the wire was not watched. */
function answerOf(thrown: unknown): TokenErrorAnswer {
  if (!(thrown instanceof ServerError || thrown instanceof InteractionRequiredAuthError)) return {};
  // Declared as text, but MSAL passes on the number that the answer holds.
  const number = Number(thrown.errorNo);
  const aadsts = Number.isSafeInteger(number) && number > 0 ? number : aadstsIn(thrown.errorMessage);
  const traceId = thrown instanceof InteractionRequiredAuthError ? thrown.traceId : "";
  return {
    ...(thrown.errorCode === "" ? {} : { error: thrown.errorCode }),
    ...(thrown.subError ? { suberror: thrown.subError } : {}),
    ...(aadsts === undefined ? {} : { aadsts }),
    ...(traceId === "" ? {} : { traceId }),
  };
}
