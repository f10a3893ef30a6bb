import type { Invitation as InvitationRow } from "../../entities/invitation.entity.js";
import type { InvitationState } from "../../store/invitation.repository.js";

export type { InvitationState };

/** One person asked to connect one mailbox. Its link is not part of it. */
export interface Invitation {
  readonly kind: "Invitation";
  readonly id: string;
  readonly organizationId: string;
  readonly connectionId: string;
  readonly mailboxId: string;
  readonly address: string;
  readonly note: string | null;
  readonly state: InvitationState;
  readonly stateReason: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly sentAt: Date | null;
  readonly openedAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
  /** Row id of the API key that asked for it. */
  readonly createdBy: string | null;
}

type Facts = Pick<InvitationRow, "usedAt" | "revokedAt" | "expiresAt" | "openedAt" | "delivery">;

/** The same order as that of the repository's conditions. */
export function stateOf({ usedAt, revokedAt, expiresAt, openedAt, delivery }: Facts, nowMs: number): InvitationState {
  if (usedAt !== null) return "ACCEPTED";
  if (revokedAt !== null) return "REVOKED";
  if (expiresAt.getTime() <= nowMs) return "EXPIRED";
  if (openedAt !== null) return "OPENED";
  switch (delivery) {
    case "FAILED":
      return "DELIVERY_FAILED";
    case "SENT":
    case "HANDED_OUT":
      return "SENT";
    case "PENDING":
      return "PENDING";
  }
}

export function toInvitation(row: InvitationRow, nowMs: number): Invitation {
  const { id, organizationId, connectionId, mailboxId, address, note } = row;
  const { createdAt, expiresAt, sentAt, openedAt, usedAt, revokedAt, createdBy } = row;
  const state = stateOf(row, nowMs);
  return {
    kind: "Invitation",
    id,
    organizationId,
    connectionId,
    mailboxId,
    address,
    note,
    state,
    stateReason: reasonOf(row, state),
    createdAt,
    expiresAt,
    sentAt,
    openedAt,
    acceptedAt: usedAt,
    revokedAt,
    createdBy,
  };
}

function reasonOf({ delivery, deliveryFault }: InvitationRow, state: InvitationState): string | null {
  switch (state) {
    case "SENT":
      return delivery === "HANDED_OUT" ? "No mail was sent: the link was given to whoever asked for it." : null;
    case "PENDING":
      return deliveryFault === null ? null : `${deliveryFault} It is tried again.`;
    case "DELIVERY_FAILED":
    case "EXPIRED":
      return deliveryFault;
    case "OPENED":
    case "ACCEPTED":
    case "REVOKED":
      return null;
  }
}
