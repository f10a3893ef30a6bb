import type { AppCredential } from "../../auth/app-token.js";
import { type DelegatedTokenSource, NoGrantError } from "../../auth/delegated-token-source.js";
import { IdentityError } from "../../auth/identity-error.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Mailbox as MailboxRow } from "../../entities/mailbox.entity.js";
import type { MailboxGrant } from "../../entities/mailbox-grant.entity.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Database, Repositories } from "../../store/database.js";
import { moveConnection } from "../connections/connection-move.js";
import { explainError } from "../explained-errors/explain-error.js";

const SIGN_IN_STEP = "Use `beginMailboxAuthorization` and let the owner of the mailbox sign in.";

/** Tokens of signed-in people, and what it means for a mailbox and its connection when a sign-in has ended. */
export class GrantKeeper {
  constructor(private readonly deps: { readonly db: Database; readonly delegatedTokens: DelegatedTokenSource }) {}

  /** @throws AppError when there is no sign-in to use. */
  usable(grant: MailboxGrant | undefined): MailboxGrant {
    if (grant === undefined) {
      throw new AppError("CONNECTION_UNUSABLE", `Nobody has signed in for this mailbox yet. ${SIGN_IN_STEP}`);
    }
    if (grant.state === "NEEDS_RECONNECT") throw signInAgain(grant.stateCode);
    return grant;
  }

  /** @throws AppError CREDENTIAL_REFUSED when the owner must sign in again, or IdentityError. */
  async token(
    grant: MailboxGrant,
    credential: AppCredential,
    call: Call,
    options: { readonly fresh?: boolean } = {},
  ): Promise<string> {
    try {
      return (await this.deps.delegatedTokens.tokenFor(grant, credential, call, options)).reveal();
    } catch (error) {
      if (error instanceof NoGrantError) throw signInAgain(error.stateCode);
      if (error instanceof IdentityError && endsSignIn(error)) {
        const code = codeOf(error);
        await this.#lose(grant, code);
        throw signInAgain(code, error);
      }
      throw error;
    }
  }

  /** Says of a connection that a mailbox of it was just connected. */
  async connected(row: ConnectionRow, repositories: Repositories): Promise<void> {
    if (row.state === "ACTIVE") return;
    const lost = await repositories.mailboxGrants.countOfConnection(row.id, "NEEDS_RECONNECT");
    const move =
      lost === 0
        ? ({ cause: "SIGNED_IN", reason: null } as const)
        : ({ cause: "SIGN_IN_LOST", reason: `${lost} of its mailboxes must sign in again.` } as const);
    await moveConnection(repositories, row, move);
  }

  /** All in one transaction, and only when no newer sign-in took the place of this one meanwhile. */
  async #lose(grant: MailboxGrant, code: string): Promise<void> {
    const { what, step } = explainError(code);
    await this.deps.db.transaction(async (repositories) => {
      const { mailboxGrants, mailboxes, connections } = repositories;
      if ((await mailboxGrants.needsReconnect(grant.id, code)) === null) return;
      const mailbox = (await mailboxes.byIds([grant.mailboxId], null)).get(grant.mailboxId);
      if (mailbox === undefined) return;
      await mailboxes.update(mailbox.id, mailbox.rowVersion, {
        state: "NEEDS_RECONNECT",
        stateReason: `${what} ${step}`,
      });
      const row = (await connections.byIds([grant.connectionId], null)).get(grant.connectionId);
      if (row === undefined) return;
      const left = await mailboxGrants.countOfConnection(row.id, "ACTIVE");
      const cause = left === 0 ? "SIGN_INS_LOST" : "SIGN_IN_LOST";
      await moveConnection(repositories, row, { cause, reason: `${reasonFor(mailbox)} ${what}`, code });
    });
    this.deps.delegatedTokens.forget(grant.mailboxId);
  }
}

function reasonFor({ address }: MailboxRow): string {
  return `The owner of ${address} must sign in again.`;
}

/**
 * Only a new sign-in helps: Entra asks for the person, or refuses the refresh token itself. A wrong credential of the
 * application is another matter, and so is a wait that Entra asks for with the same word.
 */
function endsSignIn({ kind, facts }: IdentityError): boolean {
  if (kind === "throttled" || kind === "unavailable") return false;
  return kind === "reauth" || kind === "consent" || facts.oauthError === "invalid_grant";
}

function codeOf({ facts }: IdentityError): string {
  return facts.aadsts === undefined ? (facts.oauthError ?? "invalid_grant") : `AADSTS${facts.aadsts}`;
}

function signInAgain(code: string | null, cause?: unknown): AppError {
  const { what, link, isKnown } = explainError(code ?? "");
  return new AppError(
    "CREDENTIAL_REFUSED",
    `The owner of this mailbox must sign in again. ${isKnown ? `${what} ` : ""}${SIGN_IN_STEP}`,
    { ...(code !== null && { upstream: { code } }), ...(isKnown && link !== null && { helpUrl: link }) },
    { cause },
  );
}
