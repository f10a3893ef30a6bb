import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { AdminConsentService } from "../../services/authorization/admin-consent.service.js";
import type { MailboxAuthorizationService } from "../../services/authorization/mailbox-authorization.service.js";
import { parseRowGlobalId } from "../common/global-id.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import {
  BeginMailboxAuthorizationInput,
  DisconnectMailboxInput,
  RequestAdminConsentInput,
} from "./authorization.input.js";
import {
  BeginMailboxAuthorizationPayload,
  DisconnectMailboxPayload,
  RequestAdminConsentPayload,
} from "./authorization.payload.js";

export interface AuthorizationResolverDeps {
  readonly authorizations: MailboxAuthorizationService;
  readonly adminConsents: AdminConsentService;
}

@Resolver()
export class AuthorizationResolver {
  constructor(private readonly deps: AuthorizationResolverDeps) {}

  @Mutation(() => BeginMailboxAuthorizationPayload, {
    description:
      "Makes a link by which the owner of a mailbox connects it, by signing in at Microsoft. For connections with the access DELEGATED. Needs an ADMIN key.",
  })
  async beginMailboxAuthorization(
    @Arg("input", () => BeginMailboxAuthorizationInput, { description: "Whose mailbox." })
    input: BeginMailboxAuthorizationInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<BeginMailboxAuthorizationPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.authorizations.beginFor(viewer, {
        connectionId: parseRowGlobalId("ConnectionConfig", input.connectionId, ["connectionId"]),
        mailboxId: input.mailboxId ? parseRowGlobalId("Mailbox", input.mailboxId, ["mailboxId"]) : null,
        loginHint: input.loginHint ?? null,
      }),
    );
    return { authorizationUrl: value?.url ?? null, expiresAt: value?.expiresAt ?? null, errors };
  }

  @Mutation(() => DisconnectMailboxPayload, {
    description: "Erases the tokens of a mailbox's owner. Nothing changes at Microsoft. Needs an ADMIN key.",
  })
  async disconnectMailbox(
    @Arg("input", () => DisconnectMailboxInput, { description: "The mailbox." }) input: DisconnectMailboxInput,
    @Ctx() { viewer, loaders }: RequestContext,
  ): Promise<DisconnectMailboxPayload> {
    const { value, errors } = await settle(input, async () => {
      const id = parseRowGlobalId("Mailbox", input.id);
      await this.deps.authorizations.disconnect(viewer, id);
      return loaders.mailboxById.load(id);
    });
    return { mailbox: value, errors };
  }

  @Mutation(() => RequestAdminConsentPayload, {
    description:
      "Makes a link by which an administrator of the tenant approves the connection's application. Needs an ADMIN key.",
  })
  async requestAdminConsent(
    @Arg("input", () => RequestAdminConsentInput, { description: "What is to be approved." })
    input: RequestAdminConsentInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<RequestAdminConsentPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.adminConsents.beginFor(viewer, {
        connectionId: parseRowGlobalId("ConnectionConfig", input.connectionId, ["connectionId"]),
        anyTenant: input.anyTenant,
      }),
    );
    return { adminConsentUrl: value?.url ?? null, expiresAt: value?.expiresAt ?? null, errors };
  }
}
