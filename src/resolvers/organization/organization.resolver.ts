import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { AppError } from "../../lib/app-error.js";
import type { ApiKeyService } from "../../services/api-keys/api-key.service.js";
import type { ConnectionService } from "../../services/connections/connection.service.js";
import type { MailboxService } from "../../services/mailboxes/mailbox.service.js";
import type { Organization } from "../../services/organizations/organization.model.js";
import type { OrganizationService } from "../../services/organizations/organization.service.js";
import { orUnchanged } from "../../services/outcomes.js";
import { ApiKeyConnectionType } from "../api-key/api-key.type.js";
import { parseRowGlobalId, rowGlobalId } from "../common/global-id.js";
import { PageArgs } from "../common/page-args.js";
import { toRowPage, toRowWindow } from "../common/page-window.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { ConnectionConfigConnectionType } from "../connection/connection.type.js";
import { MailboxConnectionType } from "../mailbox/mailbox.type.js";
import { MailboxesArgs } from "../mailbox/mailboxes.args.js";
import { CreateOrganizationInput, DeleteOrganizationInput, UpdateOrganizationInput } from "./organization.input.js";
import {
  CreateOrganizationPayload,
  DeleteOrganizationPayload,
  UpdateOrganizationPayload,
} from "./organization.payload.js";
import { OrganizationConnectionType, OrganizationType } from "./organization.type.js";

export interface OrganizationResolverDeps {
  readonly organizations: OrganizationService;
  readonly connections: ConnectionService;
  readonly mailboxes: MailboxService;
  readonly apiKeys: ApiKeyService;
  readonly maxPageSize: number;
}

@Resolver(() => OrganizationType)
export class OrganizationResolver {
  constructor(private readonly deps: OrganizationResolverDeps) {}

  @Query(() => OrganizationType, {
    nullable: true,
    description: "An organization by its id or its slug. Without either: the one that the API key belongs to.",
  })
  organization(
    @Ctx() ctx: RequestContext,
    @Arg("id", () => ID, { nullable: true, description: "Its id." }) id?: string | null,
    @Arg("slug", () => String, { nullable: true, description: "Its slug." }) slug?: string | null,
  ): Promise<Organization> {
    if (id && slug) throw new AppError("INVALID_INPUT", "Give either `id` or `slug`, not both.", { path: ["slug"] });
    if (slug) return this.deps.organizations.bySlug(ctx.viewer, slug);
    if (id) return ctx.loaders.organizationById.load(parseRowGlobalId("Organization", id));
    if (ctx.viewer.organizationId) return ctx.loaders.organizationById.load(ctx.viewer.organizationId);
    throw new AppError("INVALID_INPUT", "An OWNER key belongs to no organization: give an `id` or a `slug`.", {
      path: ["id"],
    });
  }

  @Query(() => OrganizationConnectionType, {
    description: "The organizations that the API key may see: all for an OWNER, else its own. Oldest first.",
  })
  async organizations(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: RequestContext) {
    return toRowPage(await this.deps.organizations.list(ctx.viewer, toRowWindow(args, this.deps.maxPageSize)));
  }

  @Mutation(() => CreateOrganizationPayload, { description: "Creates an organization. Needs an OWNER key." })
  async createOrganization(
    @Arg("input", () => CreateOrganizationInput, { description: "The new organization." })
    input: CreateOrganizationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateOrganizationPayload> {
    const { value, errors } = await settle(input, () => this.deps.organizations.create(ctx.viewer, input));
    return { organization: value, errors };
  }

  @Mutation(() => UpdateOrganizationPayload, { description: "Changes an organization. Needs an ADMIN key of it." })
  async updateOrganization(
    @Arg("input", () => UpdateOrganizationInput, { description: "The changes." }) input: UpdateOrganizationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateOrganizationPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.organizations.update(ctx.viewer, parseRowGlobalId("Organization", input.id), {
        name: orUnchanged(input.name),
        slug: orUnchanged(input.slug),
        emailDomains: orUnchanged(input.emailDomains),
      }),
    );
    return { organization: value, errors };
  }

  @Mutation(() => DeleteOrganizationPayload, {
    description:
      "Deletes an organization with its connections, mailboxes and API keys. Nothing changes at Microsoft. Needs an OWNER key.",
  })
  async deleteOrganization(
    @Arg("input", () => DeleteOrganizationInput, { description: "The organization." }) input: DeleteOrganizationInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteOrganizationPayload> {
    const { value, errors } = await settle(input, async () => {
      await this.deps.organizations.delete(ctx.viewer, parseRowGlobalId("Organization", input.id));
      return input.id;
    });
    return { deletedId: value, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() organization: Organization): string {
    return rowGlobalId("Organization", organization.id);
  }

  @FieldResolver(() => ConnectionConfigConnectionType, {
    nullable: true,
    description: "Its connections to Microsoft 365, oldest first.",
  })
  async connections(
    @Root() { id }: Organization,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer }: RequestContext,
  ) {
    const window = toRowWindow(args, this.deps.maxPageSize);
    return toRowPage(await this.deps.connections.listOfOrganization(viewer, id, window));
  }

  @FieldResolver(() => MailboxConnectionType, {
    nullable: true,
    description: "The mailboxes that were specified, of all its connections, oldest first.",
  })
  async mailboxes(
    @Root() { id }: Organization,
    @Args(() => MailboxesArgs) args: MailboxesArgs,
    @Ctx() { viewer }: RequestContext,
  ) {
    const window = toRowWindow(args, this.deps.maxPageSize);
    return toRowPage(await this.deps.mailboxes.listOfOrganization(viewer, id, window, args.address ?? undefined));
  }

  @FieldResolver(() => ApiKeyConnectionType, {
    nullable: true,
    description: "Its API keys, oldest first. Needs an ADMIN key.",
  })
  async apiKeys(@Root() { id }: Organization, @Args(() => PageArgs) args: PageArgs, @Ctx() { viewer }: RequestContext) {
    const window = toRowWindow(args, this.deps.maxPageSize);
    return toRowPage(await this.deps.apiKeys.listOfOrganization(viewer, id, window));
  }
}
