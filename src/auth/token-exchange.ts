/** What was seen on the wire during one token request; MSAL's errors leave most of it out. */
export interface TokenExchange {
  /** Status of the answer; absent when there was none. */
  status?: number;
  retryAfterMs?: number;
  /** Why there is no answer to read: no connection, too late, not a JSON object, or an answer without a token. */
  fault?: "network" | "timeout" | "unreadable" | "empty";
  /** The members of an error answer that carry no personal data and no secret. */
  answer?: TokenErrorAnswer;
}

export interface TokenErrorAnswer {
  readonly error?: string;
  readonly suberror?: string;
  readonly aadsts?: number;
  readonly correlationId?: string;
  readonly traceId?: string;
}

/** The telling members of a token endpoint's error answer; undefined when it is none. */
export function errorAnswerOf(body: Readonly<Record<string, unknown>>): TokenErrorAnswer | undefined {
  if (typeof body.error !== "string") return undefined;
  const code: unknown = Array.isArray(body.error_codes) ? body.error_codes[0] : undefined;
  const aadsts = typeof code === "number" ? code : aadstsIn(body.error_description);
  return {
    error: body.error,
    ...(typeof body.suberror === "string" ? { suberror: body.suberror } : {}),
    ...(aadsts === undefined ? {} : { aadsts }),
    ...(typeof body.correlation_id === "string" ? { correlationId: body.correlation_id } : {}),
    ...(typeof body.trace_id === "string" ? { traceId: body.trace_id } : {}),
  };
}

/** The number of an `AADSTS…` code in a text: the only part of these texts that keeps its form. */
export function aadstsIn(text: unknown): number | undefined {
  const digits = typeof text === "string" ? /AADSTS(\d+)/.exec(text)?.[1] : undefined;
  return digits === undefined ? undefined : Number(digits);
}

/** Milliseconds of a `Retry-After` header in either of its forms (RFC 9110, section 10.2.3); undefined when unusable. */
export function retryAfterOf(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
