import type { MailboxGrant } from "../entities/mailbox-grant.entity.js";
import type { OauthFlow } from "../entities/oauth-flow.entity.js";
import { AppError } from "../lib/app-error.js";
import { keyIdOf, type SealedBox, SealedBoxError } from "../lib/sealed-box.js";
import { Secret } from "../lib/secret.js";
import type { Database } from "../store/database.js";
import type { ResealReport } from "./credential-vault.js";

const RESEAL_PAGE = 100;

/** What one visit to Microsoft's sign-in must bring back. */
export interface FlowSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Keeps what people's sign-ins gave, encrypted at rest, each envelope bound to its own row and organization. */
export class GrantVault {
  readonly #box: SealedBox;
  readonly #db: Pick<Database, "mailboxGrants">;

  constructor(deps: { readonly box: SealedBox; readonly db: Pick<Database, "mailboxGrants"> }) {
    this.#box = deps.box;
    this.#db = deps.db;
  }

  sealCache(grant: Pick<MailboxGrant, "id" | "organizationId">, cache: Secret): string {
    return this.#box.seal(cache.reveal(), contextOfGrant(grant));
  }

  /** @throws AppError CONNECTION_UNUSABLE when no configured key opens it. */
  cacheOf(grant: MailboxGrant): Secret {
    try {
      return new Secret(this.#box.open(grant.cacheSealed, contextOfGrant(grant)));
    } catch (error) {
      if (!(error instanceof SealedBoxError)) throw error;
      throw new AppError(
        "CONNECTION_UNUSABLE",
        "The stored sign-in of this mailbox cannot be opened with the configured sealing keys. Sign in again, or configure the key it was sealed with.",
        {},
        { cause: error },
      );
    }
  }

  sealFlow(flow: Pick<OauthFlow, "id" | "organizationId">, { state, nonce, verifier }: FlowSecrets): string {
    return this.#box.seal(JSON.stringify({ state, nonce, verifier }), contextOfFlow(flow));
  }

  /** The flow's secrets; null when no browser has begun it, it was used, or its key is gone. */
  flowSecretsOf(flow: OauthFlow): FlowSecrets | null {
    if (flow.attemptSealed === null) return null;
    try {
      return JSON.parse(this.#box.open(flow.attemptSealed, contextOfFlow(flow))) as FlowSecrets;
    } catch (error) {
      if (error instanceof SealedBoxError) return null;
      throw error;
    }
  }

  /** As with client secrets: what an older key sealed goes under the first one. Flows live too short to matter. */
  async reseal(): Promise<ResealReport> {
    const unreadable = new Set<string>();
    let resealed = 0;
    let last: string | null = null;
    for (;;) {
      const rows: readonly MailboxGrant[] = await this.#db.mailboxGrants.after(last, RESEAL_PAGE);
      for (const row of rows) {
        const envelope = this.#resealed(row);
        if (envelope === "unreadable") unreadable.add(row.connectionId);
        else if (envelope !== null && (await this.#db.mailboxGrants.replaceEnvelope(row, envelope.text)) !== null)
          resealed++;
      }
      last = rows.at(-1)?.id ?? null;
      if (last === null || rows.length < RESEAL_PAGE) return { resealed, unreadable: [...unreadable] };
    }
  }

  /** The envelope under the first key; null when it is under that key already. */
  #resealed(row: MailboxGrant): { readonly text: string } | "unreadable" | null {
    try {
      if (keyIdOf(row.cacheSealed) === this.#box.sealingKeyId) return null;
      const context = contextOfGrant(row);
      return { text: this.#box.seal(this.#box.open(row.cacheSealed, context), context) };
    } catch (error) {
      if (error instanceof SealedBoxError) return "unreadable";
      throw error;
    }
  }
}

function contextOfGrant(row: Pick<MailboxGrant, "id" | "organizationId">): string {
  return ["mailbox_grant", "cache_sealed", row.id, row.organizationId].join("|");
}

function contextOfFlow(row: Pick<OauthFlow, "id" | "organizationId">): string {
  return ["oauth_flow", "attempt_sealed", row.id, row.organizationId].join("|");
}
