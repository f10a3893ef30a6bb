import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import type { Database } from "../../store/database.js";
import type { MailboxAuthorizationService } from "../authorization/mailbox-authorization.service.js";
import type { ConnectionAccess } from "../connections/connection-access.js";
import type { Mailer } from "../mail/mailer.js";
import { InvitationService, type InvitationSettings } from "./invitation.service.js";
import { InvitationLinks } from "./invitation-links.js";
import { InvitationOutbox } from "./invitation-outbox.js";
import { InvitationPagesService } from "./invitation-pages.service.js";

export interface InvitationPorts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly publicUrl: string;
  /** Null: links are answered for the administrator to send. */
  readonly mailer: Mailer | null;
  readonly invitationSettings: InvitationSettings;
}

export interface InvitationServices {
  readonly invitations: InvitationService;
  readonly invitationPages: InvitationPagesService;
  readonly invitationOutbox: InvitationOutbox;
}

/** Invitations from the mutation to the sign-in that accepts them. */
export function createInvitations(
  ports: InvitationPorts,
  access: ConnectionAccess,
  authorizations: MailboxAuthorizationService,
): InvitationServices {
  const links = new InvitationLinks(ports.publicUrl);
  const outbox = new InvitationOutbox({ ...ports, links });
  const invitations = new InvitationService({ ...ports, access, outbox, links, settings: ports.invitationSettings });
  authorizations.onConnected(invitations.accept);
  return {
    invitations,
    invitationPages: new InvitationPagesService({ ...ports, authorizations }),
    invitationOutbox: outbox,
  };
}
