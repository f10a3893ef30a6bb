import { hashHandle, isHandle } from "../../auth/one-time-handle.js";
import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { Invitation as InvitationRow } from "../../entities/invitation.entity.js";
import { isAppError } from "../../lib/app-error.js";
import type { Clock } from "../../lib/clock.js";
import type { Database } from "../../store/database.js";
import type { MailboxAuthorizationService } from "../authorization/mailbox-authorization.service.js";
import { permissionReasons } from "../authorization/permission-reasons.js";
import { stateOf } from "./invitation.model.js";
import type { InvitationText } from "./invitation-mail.js";

/** Why an invitation's page says no. Whoever reads it holds the link, and learns no name or address from it. */
export const INVITATION_REFUSALS = ["unknown", "used", "revoked", "expired", "unusable", "busy"] as const;
export type InvitationRefusal = (typeof INVITATION_REFUSALS)[number];

export type InvitationAnswer =
  | { readonly kind: "introduce"; readonly invitation: InvitationText }
  | { readonly kind: "refuse"; readonly reason: InvitationRefusal };

export type AcceptAnswer =
  /** Where the browser goes next, on this gateway. */
  { readonly kind: "begun"; readonly url: string } | { readonly kind: "refuse"; readonly reason: InvitationRefusal };

/** Each lives ten minutes. A person needs one or two; more would use up the organization's open sign-ins. */
const MAX_OPEN_SIGN_INS = 5;

/** What the holder of an invitation's link meets. */
export class InvitationPagesService {
  constructor(
    private readonly deps: {
      readonly db: Database;
      readonly authorizations: MailboxAuthorizationService;
      readonly clock: Clock;
    },
  ) {}

  /** What is asked. Changes nothing that counts: programs open links as well. */
  async look(token: string): Promise<InvitationAnswer> {
    const found = await this.#find(token);
    if (typeof found === "string") return { kind: "refuse", reason: found };
    const { row, connection } = found;
    const { organizationId, mailboxId, address, note, expiresAt } = row;
    const { organizations, mailboxes, invitations } = this.deps.db;
    const organization = (await organizations.byIds([organizationId], organizationId)).get(organizationId);
    const mailbox = (await mailboxes.byIds([mailboxId], organizationId)).get(mailboxId);
    if (organization === undefined || mailbox === undefined) return { kind: "refuse", reason: "unknown" };
    if (row.openedAt === null) await invitations.opened(row.id);
    const { displayName } = mailbox;
    const permissions = permissionReasons(connection);
    const invitation = { organization: organization.name, address, displayName, note, permissions, expiresAt };
    return { kind: "introduce", invitation };
  }

  /** The person goes on to sign in. The invitation is used when the sign-in is stored, and not before. */
  async accept(token: string): Promise<AcceptAnswer> {
    const found = await this.#find(token);
    if (typeof found === "string") return { kind: "refuse", reason: found };
    const { row, connection } = found;
    const { id: invitationId, mailboxId } = row;
    if ((await this.deps.db.oauthFlows.countOpenOfInvitation(invitationId)) >= MAX_OPEN_SIGN_INS) {
      return { kind: "refuse", reason: "busy" };
    }
    try {
      const begun = await this.deps.authorizations.begin({ connection, mailboxId, invitationId, loginHint: null });
      return { kind: "begun", url: begun.url };
    } catch (error) {
      if (isAppError(error, "LIMIT_EXCEEDED")) return { kind: "refuse", reason: "busy" };
      if (isAppError(error, "CONNECTION_UNUSABLE")) return { kind: "refuse", reason: "unusable" };
      throw error;
    }
  }

  async #find(token: string): Promise<{ row: InvitationRow; connection: ConnectionRow } | InvitationRefusal> {
    if (!isHandle(token)) return "unknown";
    const { invitations, connections } = this.deps.db;
    const row = await invitations.byTokenHash(hashHandle(token));
    if (row === null) return "unknown";
    switch (stateOf(row, this.deps.clock.now())) {
      case "ACCEPTED":
        return "used";
      case "REVOKED":
        return "revoked";
      case "EXPIRED":
        return "expired";
      case "OPENED":
      case "DELIVERY_FAILED":
      case "SENT":
      case "PENDING":
        break;
    }
    const connection = (await connections.byIds([row.connectionId], row.organizationId)).get(row.connectionId);
    if (connection === undefined) return "unknown";
    const isUsable = connection.access === "DELEGATED" && connection.state !== "DISABLED";
    return isUsable ? { row, connection } : "unusable";
  }
}
