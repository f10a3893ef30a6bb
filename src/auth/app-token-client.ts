import { ConfidentialClientApplication, type NodeAuthOptions } from "@azure/msal-node";
import { isAppError } from "../lib/app-error.js";
import type { Call } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";
import { Secret } from "../lib/secret.js";
import type { AppCredential, AppToken } from "./app-token.js";
import { msalCredential } from "./credential-proof.js";
import { toIdentityError } from "./identity-error-mapping.js";
import { TokenNetworkClient } from "./token-network-client.js";
import { rolesHintOf } from "./token-roles.js";

/** MSAL accepts no plain http authority, so an emulator is reached through metadata under the real name. */
const PUBLIC_LOGIN_URL = "https://login.microsoftonline.com";

export interface AcquiredToken {
  readonly token: AppToken;
  /** When Entra would like the token to be renewed, in milliseconds since the epoch; null when it did not say. */
  readonly refreshAt: number | null;
}

export interface AppTokenClientOptions {
  readonly clock: Clock;
  readonly timeoutMs: number;
  readonly fetch?: typeof fetch | undefined;
}

/** One MSAL application: a credential cannot be changed after it was made. Asked by one request at a time. */
export class AppTokenClient {
  readonly #clock: Clock;
  readonly #scope: string;
  readonly #network: TokenNetworkClient;
  readonly #makeApplication: () => ConfidentialClientApplication;
  #application: ConfidentialClientApplication | undefined;

  constructor(credential: AppCredential, options: AppTokenClientOptions) {
    this.#clock = options.clock;
    this.#scope = credential.endpoints.graphScope;
    this.#network = new TokenNetworkClient(options);
    this.#makeApplication = () =>
      new ConfidentialClientApplication({
        auth: authOptions(credential),
        system: { networkClient: this.#network },
      });
  }

  /**
   * Always asks Entra. MSAL's cache stays out of it: past `refresh_in` it waits for a new token and then gives the
   * old one.
   * @throws IdentityError for every failure of Entra; AppError when the credential itself cannot be read.
   */
  async acquire(call: Call): Promise<AcquiredToken> {
    const exchange = this.#network.begin(call.meter);
    try {
      this.#application ??= this.#makeApplication();
      const result = await this.#application.acquireTokenByClientCredential({
        scopes: [this.#scope],
        correlationId: call.requestId,
        skipCache: true,
      });
      // MSAL takes an empty answer, whatever its status, for a success.
      if (!result?.accessToken || !result.expiresOn) {
        exchange.fault = "empty";
        throw new Error("The token endpoint answered without a token.");
      }
      const { accessToken, expiresOn, refreshOn } = result;
      // MSAL counts from the machine's clock.
      const aheadMs = this.#clock.now() - Date.now();
      return {
        token: {
          accessToken: new Secret(accessToken),
          expiresAt: expiresOn.getTime() + aheadMs,
          roles: rolesHintOf(accessToken),
        },
        refreshAt: refreshOn ? refreshOn.getTime() + aheadMs : null,
      };
    } catch (error) {
      // The next attempt gets a new application, as this one may hold requests back for a minute after an outage.
      this.#application = undefined;
      if (isAppError(error)) throw error;
      throw toIdentityError(error, exchange);
    }
  }
}

function authOptions(credential: AppCredential): NodeAuthOptions {
  const { clientId, endpoints, isEmulator } = credential;
  const loginUrl = isEmulator ? PUBLIC_LOGIN_URL : endpoints.loginUrl;
  return {
    clientId,
    ...msalCredential(credential.proof),
    authority: `${loginUrl}/${encodeURIComponent(credential.tenantId)}`,
    ...(isEmulator ? { authorityMetadata: emulatorMetadata(endpoints.loginUrl) } : {}),
  };
}

/** MSAL puts the tenant in place of `{tenantid}` itself. */
function emulatorMetadata(loginUrl: string): string {
  const root = `${loginUrl}/{tenantid}`;
  return JSON.stringify({
    authorization_endpoint: `${root}/oauth2/v2.0/authorize`,
    token_endpoint: `${root}/oauth2/v2.0/token`,
    end_session_endpoint: `${root}/oauth2/v2.0/logout`,
    issuer: `${root}/v2.0`,
    jwks_uri: `${root}/discovery/v2.0/keys`,
  });
}
