import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { AppError } from "../../lib/app-error.js";
import { Secret } from "../../lib/secret.js";
import type { ConnectionConfig } from "../../services/connections/connection.model.js";
import type { ConnectionService, CredentialDraft } from "../../services/connections/connection.service.js";
import type { MailboxService } from "../../services/mailboxes/mailbox.service.js";
import { orUnchanged } from "../../services/outcomes.js";
import { parseRowGlobalId, rowGlobalId } from "../common/global-id.js";
import { PageArgs } from "../common/page-args.js";
import { toRowPage, toRowWindow } from "../common/page-window.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { MailboxConnectionType } from "../mailbox/mailbox.type.js";
import { OrganizationType } from "../organization/organization.type.js";
import { CreateConnectionInput, DeleteConnectionInput, UpdateConnectionInput } from "./connection.input.js";
import { CreateConnectionPayload, DeleteConnectionPayload, UpdateConnectionPayload } from "./connection.payload.js";
import { ConnectionConfigType } from "./connection.type.js";

export interface ConnectionResolverDeps {
  readonly connections: ConnectionService;
  readonly mailboxes: MailboxService;
  readonly maxPageSize: number;
}

@Resolver(() => ConnectionConfigType)
export class ConnectionResolver {
  constructor(private readonly deps: ConnectionResolverDeps) {}

  @Query(() => ConnectionConfigType, { nullable: true, description: "A connection by its id." })
  connection(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<ConnectionConfig> {
    return ctx.loaders.connectionById.load(parseRowGlobalId("ConnectionConfig", id));
  }

  @Mutation(() => CreateConnectionPayload, {
    description:
      "Configures a connection. Its values are checked, not tried: `verifyConnection` tries them. Needs an ADMIN key.",
  })
  async createConnection(
    @Arg("input", () => CreateConnectionInput, { description: "The new connection." }) input: CreateConnectionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateConnectionPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.connections.create(ctx.viewer, {
        organizationId: parseRowGlobalId("Organization", input.organizationId, ["organizationId"]),
        name: input.name,
        cloud: input.cloud,
        access: input.access,
        supportedAccountTypes: input.supportedAccountTypes,
        tenantId: input.tenantId,
        clientId: input.clientId,
        credential: firstCredentialOf(input),
        permissionLevel: input.permissionLevel,
        freeBusyReach: input.freeBusyReach,
        visibility: input.visibility,
        privateEvents: input.privateEvents,
      }),
    );
    return { connection: value, errors };
  }

  @Mutation(() => UpdateConnectionPayload, { description: "Changes a connection. Needs an ADMIN key." })
  async updateConnection(
    @Arg("input", () => UpdateConnectionInput, { description: "The changes." }) input: UpdateConnectionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateConnectionPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.connections.update(ctx.viewer, parseRowGlobalId("ConnectionConfig", input.id), {
        name: orUnchanged(input.name),
        registration: {
          cloud: orUnchanged(input.cloud),
          access: orUnchanged(input.access),
          supportedAccountTypes: orUnchanged(input.supportedAccountTypes),
          tenantId: orUnchanged(input.tenantId),
          clientId: orUnchanged(input.clientId),
        },
        credential: credentialOf(input),
        credentialExpiresAt: input.clientSecretExpiresAt,
        isEnabled: orUnchanged(input.isEnabled),
        permissionLevel: orUnchanged(input.permissionLevel),
        freeBusyReach: orUnchanged(input.freeBusyReach),
        visibility: orUnchanged(input.visibility),
        privateEvents: orUnchanged(input.privateEvents),
      }),
    );
    return { connection: value, errors };
  }

  @Mutation(() => DeleteConnectionPayload, {
    description: "Deletes a connection with its mailboxes. Nothing changes at Microsoft. Needs an ADMIN key.",
  })
  async deleteConnection(
    @Arg("input", () => DeleteConnectionInput, { description: "The connection." }) input: DeleteConnectionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteConnectionPayload> {
    const { value, errors } = await settle(input, async () => {
      await this.deps.connections.delete(ctx.viewer, parseRowGlobalId("ConnectionConfig", input.id));
      return input.id;
    });
    return { deletedId: value, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() connection: ConnectionConfig): string {
    return rowGlobalId("ConnectionConfig", connection.id);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: "The organization that it belongs to." })
  organization(@Root() { organizationId }: ConnectionConfig, @Ctx() { loaders }: RequestContext) {
    return loaders.organizationById.load(organizationId);
  }

  @FieldResolver(() => MailboxConnectionType, {
    nullable: true,
    description: "The mailboxes that were specified for it, oldest first.",
  })
  async mailboxes(
    @Root() connection: ConnectionConfig,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer }: RequestContext,
  ) {
    const window = toRowWindow(args, this.deps.maxPageSize);
    return toRowPage(await this.deps.mailboxes.listOfConnection(viewer, connection, window));
  }
}

function firstCredentialOf(input: CreateConnectionInput): CredentialDraft | null {
  const credential = credentialOf(input);
  if (credential === undefined && input.clientSecretExpiresAt) {
    throw new AppError("INVALID_INPUT", "An expiry needs the client secret that it belongs to.", {
      path: ["clientSecretExpiresAt"],
    });
  }
  return credential ?? null;
}

function credentialOf(input: {
  readonly clientSecret?: string | null;
  readonly clientSecretExpiresAt?: Date | null;
}): CredentialDraft | undefined {
  if (typeof input.clientSecret !== "string") return undefined;
  return { clientSecret: new Secret(input.clientSecret), expiresAt: input.clientSecretExpiresAt ?? null };
}
