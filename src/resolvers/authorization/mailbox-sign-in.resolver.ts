import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { AdminConsent } from "../../services/authorization/admin-consent.service.js";
import type { AppPermissionsService } from "../../services/authorization/app-permissions.service.js";
import { capabilitiesOf, type MailboxCapability } from "../../services/authorization/mailbox-capabilities.js";
import type { MailboxSignIn } from "../../services/authorization/mailbox-sign-in.model.js";
import type { ConnectionConfig } from "../../services/connections/connection.model.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import type { RequestContext } from "../common/request-context.js";
import { ConnectionConfigType } from "../connection/connection.type.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { AdminConsentType, MailboxCapabilityType, MailboxSignInType } from "./mailbox-sign-in.type.js";

@Resolver(() => MailboxType)
export class MailboxSignInResolver {
  constructor(private readonly deps: { readonly appPermissions: AppPermissionsService }) {}

  @FieldResolver(() => MailboxSignInType, {
    nullable: true,
    description: "The sign-in of its owner; null where there is none, or where none is needed.",
  })
  signIn(@Root() { id }: Mailbox, @Ctx() { loaders }: RequestContext): Promise<MailboxSignIn | null> {
    return loaders.signInOfMailbox.load(id);
  }

  @FieldResolver(() => [MailboxCapabilityType], {
    nullable: true,
    description:
      "What can be had of this mailbox, and what not and why: by the kind of account and of access, the cloud, the connection's permission level, and the permissions that were seen. Asks nobody.",
  })
  async capabilities(
    @Root() { id, connectionId }: Mailbox,
    @Ctx() { loaders }: RequestContext,
  ): Promise<readonly MailboxCapability[]> {
    const [connection, signIn] = await Promise.all([
      loaders.connectionById.load(connectionId),
      loaders.signInOfMailbox.load(id),
    ]);
    return capabilitiesOf(connection, signIn, this.deps.appPermissions.shownOf(connectionId));
  }
}

@Resolver(() => ConnectionConfigType)
export class AdminConsentResolver {
  @FieldResolver(() => AdminConsentType, {
    nullable: true,
    description: "The last approval of an administrator that came back through this gateway; null when none did.",
  })
  adminConsent(@Root() { id }: ConnectionConfig, @Ctx() { loaders }: RequestContext): Promise<AdminConsent | null> {
    return loaders.adminConsentOfConnection.load(id);
  }
}
