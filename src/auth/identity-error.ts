/**
 * What a refused or failed token request means. `configuration`: somebody must change the connection or the app
 * registration. `consent`: an administrator must consent. `reauth`: a person must sign in again. `throttled` and
 * `unavailable`: later it may work. `bug`: the gateway asked wrongly.
 */
export type IdentityErrorKind = "configuration" | "consent" | "reauth" | "throttled" | "unavailable" | "bug";

export interface IdentityErrorFacts {
  readonly kind: IdentityErrorKind;
  /** Number of Entra's `AADSTS…` code. */
  readonly aadsts?: number;
  /** `error` and `suberror` of the answer (RFC 6749, section 5.2). */
  readonly oauthError?: string;
  readonly suberror?: string;
  readonly httpStatus?: number;
  /** The two ids that Microsoft's support asks for. */
  readonly correlationId?: string;
  readonly traceId?: string;
  /** Milliseconds until the next attempt makes sense. */
  readonly retryAfterMs?: number;
}

const MEANINGS: Readonly<Record<IdentityErrorKind, string>> = {
  configuration: "Microsoft Entra refused the connection's configuration or credential",
  consent: "Microsoft Entra misses an administrator's consent",
  reauth: "Microsoft Entra asks for a new sign-in",
  throttled: "Microsoft Entra asks to wait before the next token request",
  unavailable: "Microsoft Entra did not give a usable answer",
  bug: "The token request was not understood",
};

/** No token could be had. Holds codes and ids only: neither the credential, nor a token, nor Entra's own text. */
export class IdentityError extends Error {
  override readonly name = "IdentityError";

  constructor(readonly facts: IdentityErrorFacts) {
    const codes = [
      ...(facts.aadsts === undefined ? [] : [`AADSTS${facts.aadsts}`]),
      ...(facts.oauthError === undefined ? [] : [facts.oauthError]),
      ...(facts.httpStatus === undefined ? [] : [`HTTP ${facts.httpStatus}`]),
    ];
    super(`${MEANINGS[facts.kind]}${codes.length > 0 ? ` (${codes.join(", ")})` : ""}.`);
  }

  get kind(): IdentityErrorKind {
    return this.facts.kind;
  }
}
