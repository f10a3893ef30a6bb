import { LRUCache } from "lru-cache";
import { IdentityError } from "../../auth/identity-error.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Credential } from "../../entities/credential.entity.js";
import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import type { Database } from "../../store/database.js";

const MAX_CONNECTIONS = 1_000;
const EXPIRED_SECRET = 7_000_222;
/** Says no more than that the certificate is not accepted; that it has expired is known from itself. */
const REFUSED_CERTIFICATE = 700_027;

interface Known {
  readonly version: number;
  readonly credentials: readonly Credential[];
}

/** Which credentials of a connection may be used now, the best one first. */
export class LiveCredentials {
  /** Sealed as they are stored. The connection's version, which every change raises, says whether they still hold. */
  readonly #known = new LRUCache<string, Known>({ max: MAX_CONNECTIONS });

  constructor(private readonly deps: { readonly db: Database; readonly clock: Clock; readonly log: Logger }) {}

  async of(row: ConnectionRow): Promise<readonly Credential[]> {
    const known = this.#known.get(row.id);
    if (known?.version === row.credentialVersion) return known.credentials;
    const stored = await this.deps.db.credentials.ofConnections([row.id], row.organizationId);
    const credentials = inOrder(stored.filter(({ state }) => state !== "CANDIDATE"));
    // Read without a transaction: a row that is newer than the connection's says that there was a change in between.
    const isOfVersion = stored.every(({ version }) => version <= row.credentialVersion);
    if (isOfVersion) this.#known.set(row.id, { version: row.credentialVersion, credentials });
    return credentials;
  }

  /** Puts a credential behind the others, for this process at once and for all as soon as they read it. */
  async noteRefused(row: ConnectionRow, refused: Credential): Promise<void> {
    const refusedAt = new Date(this.deps.clock.now());
    const known = this.#known.get(row.id);
    if (known !== undefined) {
      const credentials = known.credentials.map((one) => (one.id === refused.id ? { ...one, refusedAt } : one));
      this.#known.set(row.id, { ...known, credentials: inOrder(credentials) });
    }
    if ((await this.deps.db.credentials.noteRefusal(refused.id, refusedAt)) === null) return;
    this.deps.log.warn(
      { connectionId: row.id, credentialId: refused.id },
      "a credential is refused as expired; another one of the connection is used",
    );
  }
}

/** True when another credential of the same application may succeed where this one failed. */
export function isRefusedAsExpired(error: unknown, credential: Credential, now: number): boolean {
  if (!(error instanceof IdentityError)) return false;
  if (error.facts.aadsts === EXPIRED_SECRET) return true;
  const hasEnded = credential.expiresAt !== null && credential.expiresAt.getTime() <= now;
  return credential.kind === "CERTIFICATE" && hasEnded && error.facts.aadsts === REFUSED_CERTIFICATE;
}

/** Those that Entra did not refuse come first, among them the current one. */
function inOrder(credentials: readonly Credential[]): readonly Credential[] {
  const rank = ({ refusedAt, state }: Credential) => (refusedAt === null ? 0 : 2) + (state === "CURRENT" ? 0 : 1);
  return [...credentials].sort((a, b) => rank(a) - rank(b) || b.version - a.version);
}
