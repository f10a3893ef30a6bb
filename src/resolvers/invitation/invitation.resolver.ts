import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { ConnectionConfig } from "../../services/connections/connection.model.js";
import type { Invitation } from "../../services/invitations/invitation.model.js";
import type { InvitationService } from "../../services/invitations/invitation.service.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { parseRowGlobalId, rowGlobalId } from "../common/global-id.js";
import { toRowPage, toRowWindow } from "../common/page-window.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { ConnectionConfigType } from "../connection/connection.type.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import {
  CreateInvitationInput,
  CreateInvitationsInput,
  type InvitationRowInput,
  InvitationsArgs,
  ResendInvitationInput,
  RevokeInvitationInput,
} from "./invitation.input.js";
import {
  CreateInvitationPayload,
  CreateInvitationsPayload,
  type InvitationResultType,
  ResendInvitationPayload,
  RevokeInvitationPayload,
} from "./invitation.payload.js";
import { InvitationConnectionType, InvitationType } from "./invitation.type.js";

export interface InvitationResolverDeps {
  readonly invitations: InvitationService;
  readonly maxPageSize: number;
}

@Resolver(() => InvitationType)
export class InvitationResolver {
  constructor(private readonly deps: InvitationResolverDeps) {}

  @Mutation(() => CreateInvitationPayload, {
    description:
      "Asks the owner of a mailbox to connect it, by mail or by a link that you send. For connections with the access DELEGATED. Needs an ADMIN key.",
  })
  async createInvitation(
    @Arg("input", () => CreateInvitationInput, { description: "Whom." }) input: CreateInvitationInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<CreateInvitationPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.invitations.create(viewer, {
        connectionId: parseRowGlobalId("ConnectionConfig", input.connectionId, ["connectionId"]),
        address: input.address,
        displayName: input.displayName ?? null,
        note: input.note ?? null,
        returnLink: input.returnLink,
      }),
    );
    return { invitation: value?.invitation ?? null, link: value?.link ?? null, errors };
  }

  @Mutation(() => CreateInvitationsPayload, {
    description: "The same for several people, each with a result of its own. Needs an ADMIN key.",
  })
  async createInvitations(
    @Arg("input", () => CreateInvitationsInput, { description: "Whom." }) input: CreateInvitationsInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<CreateInvitationsPayload> {
    const { value, errors } = await settle(input, async () => {
      const connectionId = parseRowGlobalId("ConnectionConfig", input.connectionId, ["connectionId"]);
      await this.deps.invitations.assertMayInvite(viewer, connectionId);
      const { note = null, returnLink } = input;
      const results: InvitationResultType[] = [];
      for (const row of input.invitations) {
        results.push(await this.#result(row, () => this.#create(viewer, row, { connectionId, note, returnLink })));
      }
      return results;
    });
    return { results: value, errors };
  }

  @Mutation(() => ResendInvitationPayload, {
    description: "Sends an invitation again, with a new link and a new end. Needs an ADMIN key.",
  })
  async resendInvitation(
    @Arg("input", () => ResendInvitationInput, { description: "Which." }) input: ResendInvitationInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<ResendInvitationPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.invitations.resend(viewer, parseRowGlobalId("Invitation", input.id), input),
    );
    return { invitation: value?.invitation ?? null, link: value?.link ?? null, errors };
  }

  @Mutation(() => RevokeInvitationPayload, { description: "Withdraws an invitation. Needs an ADMIN key." })
  async revokeInvitation(
    @Arg("input", () => RevokeInvitationInput, { description: "Which." }) input: RevokeInvitationInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<RevokeInvitationPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.invitations.revoke(viewer, parseRowGlobalId("Invitation", input.id)),
    );
    return { invitation: value, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() { id }: Invitation): string {
    return rowGlobalId("Invitation", id);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: "Id of the API key that made it; null when none is known.",
  })
  apiKeyId(@Root() { createdBy }: Invitation): string | null {
    return createdBy === null ? null : rowGlobalId("ApiKey", createdBy);
  }

  @FieldResolver(() => MailboxType, { nullable: true, description: "The mailbox that is to be connected." })
  mailbox(@Root() { mailboxId }: Invitation, @Ctx() { loaders }: RequestContext): Promise<Mailbox> {
    return loaders.mailboxById.load(mailboxId);
  }

  @FieldResolver(() => ConnectionConfigType, { nullable: true, description: "The connection that it belongs to." })
  connection(@Root() { connectionId }: Invitation, @Ctx() { loaders }: RequestContext): Promise<ConnectionConfig> {
    return loaders.connectionById.load(connectionId);
  }

  #create(
    viewer: RequestContext["viewer"],
    { address, displayName = null }: InvitationRowInput,
    common: { readonly connectionId: string; readonly note: string | null; readonly returnLink: boolean },
  ) {
    return this.deps.invitations.create(viewer, { ...common, address, displayName });
  }

  async #result(
    row: InvitationRowInput,
    work: () => ReturnType<InvitationService["create"]>,
  ): Promise<InvitationResultType> {
    const { value, errors } = await settle(row, work);
    return { address: row.address, invitation: value?.invitation ?? null, link: value?.link ?? null, errors };
  }
}

@Resolver(() => ConnectionConfigType)
export class ConnectionInvitationsResolver {
  constructor(private readonly deps: InvitationResolverDeps) {}

  @FieldResolver(() => InvitationConnectionType, {
    nullable: true,
    description: "The people who were asked to connect their mailbox through it, newest first. Kept for 90 days.",
  })
  async invitations(
    @Root() connection: ConnectionConfig,
    @Args(() => InvitationsArgs) args: InvitationsArgs,
    @Ctx() { viewer }: RequestContext,
  ) {
    const window = toRowWindow(args, this.deps.maxPageSize);
    const page = this.deps.invitations.listOfConnection(viewer, connection, window, args.state ?? undefined);
    return toRowPage(await page);
  }
}

@Resolver(() => MailboxType)
export class MailboxInvitationResolver {
  @FieldResolver(() => InvitationType, {
    nullable: true,
    description: "The last invitation of its owner; null where there is none.",
  })
  invitation(@Root() { id }: Mailbox, @Ctx() { loaders }: RequestContext): Promise<Invitation | null> {
    return loaders.invitationOfMailbox.load(id);
  }
}
