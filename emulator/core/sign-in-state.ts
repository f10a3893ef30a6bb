/** Who somebody is at home, which is the same wherever they sign in. */
export interface HomeIdentity {
  readonly tenantId: string;
  readonly userId: string;
}

/** What a sign-in leaves behind, for a code and for the refresh tokens that follow from it. */
export interface SignInFacts {
  readonly appId: string;
  readonly home: HomeIdentity;
  /** Platform of the redirect URI, which decides how the client must authenticate. */
  readonly platform: "web" | "spa" | "publicClient";
  /** The scopes as they were asked for. */
  readonly scope: string;
  /** When the user chose the account, in milliseconds since the Unix epoch. */
  readonly signedInAt: number;
  readonly sessionId: string;
}

export interface AuthorizationCode extends SignInFacts {
  /** The tenant signed in to, which for a guest is not the home tenant. */
  readonly tenantId: string;
  readonly redirectUri: string;
  readonly nonce: string | undefined;
  readonly challenge: { readonly method: "S256" | "plain"; readonly value: string } | undefined;
  readonly issuedAt: number;
  redeemed: boolean;
}

export interface RefreshGrant extends SignInFacts {
  /** Last use, or the issue. */
  usedAt: number;
  /** The end that no use moves, for tokens of single-page applications; undefined: none. */
  readonly endsAt: number | undefined;
}

/** A browser that somebody signed in with; the cookie holds its key. */
export interface BrowserSession {
  readonly id: string;
  readonly accounts: (HomeIdentity & { readonly signedInAt: number })[];
  /** Applications it was used for. */
  readonly appIds: Set<string>;
}

const CAPACITY = 50_000;

class Bounded<Value> extends Map<string, Value> {
  override set(key: string, value: Value): this {
    super.set(key, value);
    if (this.size > CAPACITY) this.delete(this.keys().next().value ?? "");
    return this;
  }
}

/** Codes, refresh tokens, sessions and opaque tokens that were handed out. Full, each forgets its oldest. */
export class SignInState {
  readonly codes = new Bounded<AuthorizationCode>();
  readonly refreshTokens = new Bounded<RefreshGrant>();
  readonly sessions = new Bounded<BrowserSession>();
  /** Claims of access tokens that are not JWTs, as personal accounts get them. */
  readonly opaqueTokens = new Bounded<Readonly<Record<string, unknown>>>();

  /** Times of equal token requests, by what makes them equal. */
  readonly tokenRequests = new Bounded<readonly number[]>();

  /** Requests that met replicas which did not agree yet. */
  replicaTurn = 0;

  clear(): void {
    this.replicaTurn = 0;
    for (const map of [this.codes, this.refreshTokens, this.sessions, this.opaqueTokens, this.tokenRequests])
      map.clear();
  }
}
