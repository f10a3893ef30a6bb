import type { AppCredential } from "../../auth/app-token.js";
import type { DelegatedClient, RedeemedCode } from "../../auth/delegated-client.js";
import type { DelegatedTokenSource } from "../../auth/delegated-token-source.js";
import type { GrantVault } from "../../auth/grant-vault.js";
import { assertCan } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { OauthFlow } from "../../entities/oauth-flow.entity.js";
import type { GraphClient } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { Secret } from "../../lib/secret.js";
import type { Database, Repositories } from "../../store/database.js";
import type { ConnectionAccess } from "../connections/connection-access.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import { changedMeanwhile, notFound } from "../outcomes.js";
import { addressOf, isExpectedAccount, type Profile } from "./account-match.js";
import { assertMaySignIn, delegatedScopes, missingPermissions, signInAuthority } from "./authority-rules.js";
import type { BegunFlow, FlowResult } from "./flow.model.js";
import type { FlowBook, StartedFlow, TakenFlow } from "./flow-book.js";
import type { GrantKeeper } from "./grant-keeper.js";
import { type MailboxSignIn, toMailboxSignIn } from "./mailbox-sign-in.model.js";
import { profileOf } from "./profile.js";
import { isOwnTenant, verifiedTenant } from "./signed-in-tenant.js";

export interface BeginAuthorization {
  readonly connection: ConnectionRow;
  /** A mailbox of the connection, whose address must sign in. */
  readonly mailboxId: string | null;
  /** The address that must sign in, where no mailbox is specified yet; it becomes one when it does. */
  readonly loginHint: string | null;
  readonly invitationId: string | null;
}

/**
 * Called in the transaction that stores the sign-in, so that what depends on it is stored with it or not at all. What it
 * throws undoes the sign-in, and an AppError's sentence is shown to the person.
 */
export type OnConnected = (
  flow: Pick<OauthFlow, "id" | "organizationId" | "connectionId" | "invitationId" | "expectedAddress">,
  mailbox: { readonly id: string; readonly address: string },
  repositories: Repositories,
) => Promise<void>;

export interface MailboxAuthorizationDeps {
  readonly db: Database;
  readonly book: FlowBook;
  readonly keeper: GrantKeeper;
  readonly access: ConnectionAccess;
  readonly client: DelegatedClient;
  readonly delegatedTokens: DelegatedTokenSource;
  readonly grants: GrantVault;
  readonly graph: GraphClient;
  readonly publicUrl: string;
  readonly views: ViewForgetter;
  readonly fetch?: typeof fetch;
}

/** Connects mailboxes by their owners' sign-in. */
export class MailboxAuthorizationService {
  readonly #onConnected: OnConnected[] = [];

  constructor(private readonly deps: MailboxAuthorizationDeps) {}

  /** What else is to happen when a mailbox was connected. */
  onConnected(hook: OnConnected): void {
    this.#onConnected.push(hook);
  }

  /** A link for whoever owns the mailbox. @throws AppError INVALID_INPUT, NOT_FOUND, CONNECTION_UNUSABLE or LIMIT_EXCEEDED. */
  async beginFor(
    viewer: Viewer,
    input: { readonly connectionId: string; readonly mailboxId: string | null; readonly loginHint: string | null },
  ): Promise<BegunFlow> {
    const connection = (await this.deps.db.connections.byIds([input.connectionId], viewer.organizationId)).get(
      input.connectionId,
    );
    if (connection === undefined) throw notFound("connection", ["connectionId"]);
    assertCan(viewer, "connection:manage", connection.organizationId);
    return this.begin({ ...input, connection, invitationId: null });
  }

  /** The same for callers that have checked who asks. */
  async begin({ connection, mailboxId, loginHint, invitationId }: BeginAuthorization): Promise<BegunFlow> {
    assertMaySignIn(connection);
    const authority = signInAuthority(connection);
    await this.deps.access.signInCredential(connection, authority);
    const { id: connectionId, organizationId } = connection;
    const expectedAddress = await this.#expectedAddress(connection, mailboxId, loginHint);
    const kind = "MAILBOX_AUTHORIZATION";
    return this.deps.book.open({
      organizationId,
      connectionId,
      mailboxId,
      invitationId,
      kind,
      authority,
      expectedAddress,
    });
  }

  /** Where the browser that begins goes. */
  async signInUrl({ flow, secrets }: StartedFlow, connection: ConnectionRow): Promise<string> {
    const credential = await this.deps.access.signInCredential(connection, flow.authority);
    return this.deps.client.authorizationUrl(credential, {
      ...this.#request(connection, credential, secrets),
      loginHint: flow.expectedAddress,
    });
  }

  /** Exchanges the code, finds out whose mailbox it is, and stores the sign-in when it is the right one. */
  async finish({ flow, secrets }: TakenFlow, connection: ConnectionRow, code: string, call: Call): Promise<FlowResult> {
    assertMaySignIn(connection);
    const credential = await this.deps.access.signInCredential(connection, flow.authority);
    const request = this.#request(connection, credential, secrets);
    const redeemed = await this.deps.client.redeem(credential, request, new Secret(code), call);
    const ownTenant = await verifiedTenant(connection, credential, redeemed.account, this.deps.fetch);
    assertAllGranted(connection, redeemed.account.scopes);
    const profile = await profileOf(this.deps.graph, { connection, flow, credential, token: redeemed.token }, call);
    const expected = flow.expectedAddress ?? "";
    const tenant = { id: redeemed.account.tenantId, isOwn: isOwnTenant(ownTenant, redeemed.account) };
    const signedInAs = addressOf(profile);
    if (!isExpectedAccount(expected, profile, tenant)) return { kind: "WRONG_ACCOUNT", expected, signedInAs };
    const mailboxId = await this.#store(flow, request.scopes, redeemed, profile);
    await this.#forget(mailboxId, connection.id);
    return { kind: "CONNECTED", address: expected, account: signedInAs };
  }

  /** Erases the mailbox's tokens here. At Microsoft the consent stays, which its owner or administrator can withdraw. */
  async disconnect(viewer: Viewer, mailboxId: string): Promise<void> {
    const mailbox = (await this.deps.db.mailboxes.byIds([mailboxId], viewer.organizationId)).get(mailboxId);
    if (mailbox === undefined) throw notFound("mailbox");
    assertCan(viewer, "connection:manage", mailbox.organizationId);
    await this.deps.db.transaction(async ({ mailboxGrants, oauthFlows, mailboxes }) => {
      const wasConnected = await mailboxGrants.deleteOfMailbox(mailboxId);
      await oauthFlows.cancel({ connectionId: mailbox.connectionId, mailboxId });
      if (!wasConnected) return;
      const stateReason = "Disconnected: its owner must sign in before it can be reached again.";
      const patch = { state: "NEEDS_RECONNECT", stateReason } as const;
      if ((await mailboxes.update(mailboxId, mailbox.rowVersion, patch)) === null) throw changedMeanwhile("mailbox");
    });
    await this.#forget(mailboxId, mailbox.connectionId);
  }

  /** Sign-ins by mailbox, as far as the viewer may see them. */
  async signInsOf(viewer: Viewer, mailboxIds: readonly string[]): Promise<ReadonlyMap<string, MailboxSignIn>> {
    const rows = await this.deps.db.mailboxGrants.byMailboxes(mailboxIds, viewer.organizationId);
    return new Map([...rows].map(([id, row]) => [id, toMailboxSignIn(row)]));
  }

  /** Tokens and kept answers of an earlier sign-in. */
  async #forget(mailboxId: string, connectionId: string): Promise<void> {
    this.deps.delegatedTokens.forget(mailboxId);
    await this.deps.views.forget(connectionId);
  }

  async #expectedAddress(connection: ConnectionRow, mailboxId: string | null, loginHint: string | null) {
    if (mailboxId === null) {
      const address = loginHint?.trim() ?? "";
      if (/^[^\s@]{1,64}@[^\s@]{1,255}$/.test(address)) return address;
      throw new AppError("INVALID_INPUT", "Say who shall sign in: the id of a mailbox, or an address.", {
        path: ["loginHint"],
      });
    }
    const mailbox = (await this.deps.db.mailboxes.byIds([mailboxId], connection.organizationId)).get(mailboxId);
    if (mailbox?.connectionId !== connection.id) throw notFound("mailbox of this connection", ["mailboxId"]);
    return mailbox.address;
  }

  #request(connection: ConnectionRow, { endpoints }: AppCredential, secrets: StartedFlow["secrets"]) {
    return {
      ...secrets,
      redirectUri: `${this.deps.publicUrl}/connect/callback`,
      scopes: delegatedScopes(connection, endpoints),
    };
  }

  /** The mailbox, its sign-in, the state of its connection, and what hooks add: all of it or nothing. */
  async #store(flow: OauthFlow, scopes: readonly string[], redeemed: RedeemedCode, profile: Profile): Promise<string> {
    const { account, cache } = redeemed;
    return this.deps.db.transaction(async (repositories) => {
      const mailbox = await this.#mailboxOf(flow, repositories);
      const updated = await repositories.mailboxes.update(mailbox.id, mailbox.rowVersion, {
        graphUserId: profile.id,
        displayName: mailbox.displayName ?? profile.displayName,
        state: "ACTIVE",
        stateReason: null,
      });
      if (updated === null) throw changedMeanwhile("mailbox");
      const { organizationId, connectionId } = flow;
      const { tenantId, homeAccountId } = account;
      await repositories.mailboxGrants.put(
        {
          organizationId,
          connectionId,
          mailboxId: mailbox.id,
          tenantId,
          homeAccountId,
          accountName: addressOf(profile),
          scopes: [...scopes],
        },
        (id) => this.deps.grants.sealCache({ id, organizationId }, cache),
      );
      const row = (await repositories.connections.byIds([connectionId], organizationId)).get(connectionId);
      if (row === undefined) throw notFound("connection");
      await this.deps.keeper.connected(row, repositories);
      for (const hook of this.#onConnected) await hook(flow, updated, repositories);
      return mailbox.id;
    });
  }

  async #mailboxOf(
    { mailboxId, connectionId, organizationId, expectedAddress }: OauthFlow,
    { mailboxes }: Repositories,
  ) {
    if (mailboxId !== null) {
      const mailbox = (await mailboxes.byIds([mailboxId], organizationId)).get(mailboxId);
      if (mailbox === undefined) throw notFound("mailbox");
      // Whose sign-in was asked for is not whose mailbox this is any more.
      if (mailbox.address !== expectedAddress) throw changedMeanwhile("mailbox");
      return mailbox;
    }
    const address = expectedAddress ?? "";
    const known = await mailboxes.byAddress(connectionId, address);
    return known ?? mailboxes.insert({ organizationId, connectionId, address, state: "UNVERIFIED" });
  }
}

/** Microsoft may grant less than was asked for; then the mailbox would fail later, far from the person who can mend it. */
function assertAllGranted(connection: ConnectionRow, granted: readonly string[]): void {
  const missing = missingPermissions(connection, granted);
  if (missing.length === 0) return;
  throw new AppError("CONSENT_MISSING", `The sign-in did not grant ${missing.join(" and ")}.`, { path: [] });
}
