import type { AppTokenSource } from "../../auth/app-token-source.js";
import { assertCan } from "../../auth/permissions.js";
import { isGuid, tenantGuid } from "../../auth/tenant-lookup.js";
import { rolesHintOf } from "../../auth/token-roles.js";
import type { Viewer } from "../../auth/viewer.js";
import type { AdminConsent as AdminConsentRow } from "../../entities/admin-consent.entity.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { OauthFlow } from "../../entities/oauth-flow.entity.js";
import type { Call } from "../../lib/call.js";
import type { Database } from "../../store/database.js";
import type { ConnectionAccess } from "../connections/connection-access.js";
import { moveConnection } from "../connections/connection-move.js";
import { consentRoles } from "../guide/guide-steps.js";
import { notFound } from "../outcomes.js";
import { consentAuthority, missingPermissions } from "./authority-rules.js";
import type { BegunFlow, ConsentIntroduction, FlowResult } from "./flow.model.js";
import type { FlowBook, StartedFlow, TakenFlow } from "./flow-book.js";
import { type CallbackParameters, isCancelled, refusedAnswer } from "./outcome-texts.js";
import { permissionReasons } from "./permission-reasons.js";

/** What was recorded of an administrator's consent. */
export type AdminConsent = Pick<AdminConsentRow, "tenantId" | "consentedAt" | "granted" | "missing">;

export interface AdminConsentDeps {
  readonly db: Database;
  readonly book: FlowBook;
  readonly access: ConnectionAccess;
  readonly tokens: AppTokenSource;
  readonly publicUrl: string;
  readonly fetch?: typeof fetch;
}

const BY = "ADMIN_CONSENT";

/** An administrator's consent, from the link to the proof. */
export class AdminConsentService {
  constructor(private readonly deps: AdminConsentDeps) {}

  async beginFor(
    viewer: Viewer,
    input: { readonly connectionId: string; readonly anyTenant: boolean },
  ): Promise<BegunFlow> {
    const row = (await this.deps.db.connections.byIds([input.connectionId], viewer.organizationId)).get(
      input.connectionId,
    );
    if (row === undefined) throw notFound("connection", ["connectionId"]);
    assertCan(viewer, "connection:manage", row.organizationId);
    return this.begin(row, input.anyTenant);
  }

  /** The same for callers that have checked who asks. `handle` makes the link one that the caller can make again. */
  async begin(row: ConnectionRow, anyTenant: boolean, handle?: string): Promise<BegunFlow> {
    const authority = consentAuthority(row, anyTenant);
    await this.deps.access.signInCredential(row, authority);
    const { id: connectionId, organizationId } = row;
    const none = { mailboxId: null, invitationId: null, expectedAddress: null };
    return this.deps.book.open({ ...none, organizationId, connectionId, kind: BY, authority }, handle);
  }

  /** The last consent of each connection, as far as the viewer may see them. */
  latestOf(viewer: Viewer, connectionIds: readonly string[]): Promise<ReadonlyMap<string, AdminConsent>> {
    return this.deps.db.adminConsents.latestOf(connectionIds, viewer.organizationId);
  }

  /** What the page before Microsoft's says. */
  introduction(flow: OauthFlow, row: ConnectionRow, organization: string): ConsentIntroduction {
    return {
      organization,
      connection: row.name,
      clientId: row.clientId,
      tenant: flow.authority,
      permissions: permissionReasons(row),
      whoMayApprove: consentRoles(row),
    };
  }

  /** Where the administrator's browser goes: the second form, with everything that the registration lists. */
  async consentUrl({ flow, secrets }: StartedFlow, row: ConnectionRow): Promise<string> {
    const { endpoints, clientId } = await this.deps.access.signInCredential(row, flow.authority);
    const query = new URLSearchParams({
      client_id: clientId,
      scope: endpoints.graphScope,
      redirect_uri: `${this.deps.publicUrl}/connect/consent`,
      state: secrets.state,
    });
    return `${endpoints.loginUrl}/${encodeURIComponent(flow.authority)}/v2.0/adminconsent?${query}`;
  }

  /**
   * What the answer is worth. `admin_consent=True` comes with refusals too, and anybody can write a tenant into an
   * address: the answer counts when it names no error and the right tenant, and that tenant then gives a token.
   */
  async finish({ flow }: TakenFlow, row: ConnectionRow, answer: CallbackParameters, call: Call): Promise<FlowResult> {
    if (isCancelled(answer)) return { kind: "CANCELLED", by: BY };
    if (answer.error !== null) return refusedAnswer(answer, BY);
    const tenantId = answer.tenant?.toLowerCase() ?? "";
    if (!isGuid(tenantId)) return refusedAnswer({ ...answer, error: "invalid_request" }, BY);
    const credential = await this.deps.access.signInCredential(row, tenantId);
    const { endpoints } = credential;
    if (
      flow.authority !== "organizations" &&
      (await tenantGuid(endpoints, flow.authority, this.deps.fetch)) !== tenantId
    ) {
      return {
        kind: "REFUSED",
        by: BY,
        code: null,
        what: "The answer came for another tenant than the one that was asked, so it was not taken.",
        step: "Open the link again and sign in with an administrator's account of the right tenant.",
        link: null,
      };
    }
    // Under a key of its own: the connection's own tokens may be of another tenant.
    const proof = { ...credential, connectionId: `${row.id} consent of ${tenantId}` };
    const { accessToken } = await this.deps.tokens.tokenFor(proof, call, { fresh: true }).finally(() => {
      this.deps.tokens.forget(proof.connectionId);
    });
    // People's permissions show in no token of the application's; they are compared when somebody signs in.
    const granted = row.access === "APPLICATION" ? rolesHintOf(accessToken.reveal()) : null;
    const missing = granted === null ? [] : missingPermissions(row, granted);
    await this.#record(row, { tenantId, granted: granted === null ? null : [...granted], missing });
    return { kind: "CONSENTED", tenantId, missing };
  }

  async #record(row: ConnectionRow, consent: Pick<AdminConsentRow, "tenantId" | "granted" | "missing">): Promise<void> {
    const { id: connectionId, organizationId } = row;
    await this.deps.db.transaction(async (repositories) => {
      const { adminConsents, connections } = repositories;
      await adminConsents.put({ ...consent, connectionId, organizationId });
      const current = (await connections.byIds([connectionId], organizationId)).get(connectionId);
      if (current?.state !== "AWAITING_CONSENT" || consent.missing.length > 0) return;
      const reason = "An administrator consented. Verify the connection.";
      await moveConnection(repositories, current, { cause: "CONSENT_GRANTED", reason });
    });
    // Tokens got before the consent do not show it.
    this.deps.tokens.forget(connectionId);
  }
}
