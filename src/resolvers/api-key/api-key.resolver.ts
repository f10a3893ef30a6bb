import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { ApiKey } from "../../services/api-keys/api-key.model.js";
import type { ApiKeyService } from "../../services/api-keys/api-key.service.js";
import { orUnchanged } from "../../services/outcomes.js";
import { parseRowGlobalId, rowGlobalId } from "../common/global-id.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { OrganizationType } from "../organization/organization.type.js";
import { CreateApiKeyInput, DeleteApiKeyInput, RevokeApiKeyInput, UpdateApiKeyInput } from "./api-key.input.js";
import {
  CreateApiKeyPayload,
  DeleteApiKeyPayload,
  RevokeApiKeyPayload,
  UpdateApiKeyPayload,
} from "./api-key.payload.js";
import { ApiKeyType } from "./api-key.type.js";

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  constructor(private readonly deps: { readonly apiKeys: ApiKeyService }) {}

  @Mutation(() => CreateApiKeyPayload, {
    description: "Makes an API key and shows its token, this once. Needs an ADMIN key; no key can make a higher one.",
  })
  async createApiKey(
    @Arg("input", () => CreateApiKeyInput, { description: "The new key." }) input: CreateApiKeyInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<CreateApiKeyPayload> {
    const { value, errors } = await settle(input, () => {
      const { organizationId, name, role, visibility, privateEvents, expiresAt } = input;
      return this.deps.apiKeys.create(viewer, {
        organizationId: organizationId ? parseRowGlobalId("Organization", organizationId, ["organizationId"]) : null,
        name,
        role,
        visibility,
        privateEvents,
        expiresAt: expiresAt ?? null,
      });
    });
    return { apiKey: value?.apiKey ?? null, token: value?.token.reveal() ?? null, errors };
  }

  @Mutation(() => UpdateApiKeyPayload, {
    description: "Changes an API key's name, visibility or expiry. Needs an ADMIN key.",
  })
  async updateApiKey(
    @Arg("input", () => UpdateApiKeyInput, { description: "The changes." }) input: UpdateApiKeyInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<UpdateApiKeyPayload> {
    const { value, errors } = await settle(input, () => {
      const changes = {
        name: orUnchanged(input.name),
        visibility: orUnchanged(input.visibility),
        privateEvents: orUnchanged(input.privateEvents),
        expiresAt: input.expiresAt,
      };
      return this.deps.apiKeys.update(viewer, parseRowGlobalId("ApiKey", input.id), changes);
    });
    return { apiKey: value, errors };
  }

  @Mutation(() => RevokeApiKeyPayload, {
    description: "Stops an API key at once and keeps it listed. Needs an ADMIN key.",
  })
  async revokeApiKey(
    @Arg("input", () => RevokeApiKeyInput, { description: "The key." }) input: RevokeApiKeyInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<RevokeApiKeyPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.apiKeys.revoke(viewer, parseRowGlobalId("ApiKey", input.id)),
    );
    return { apiKey: value, errors };
  }

  @Mutation(() => DeleteApiKeyPayload, { description: "Deletes an API key; it stops at once. Needs an ADMIN key." })
  async deleteApiKey(
    @Arg("input", () => DeleteApiKeyInput, { description: "The key." }) input: DeleteApiKeyInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<DeleteApiKeyPayload> {
    const { value, errors } = await settle(input, async () => {
      await this.deps.apiKeys.delete(viewer, parseRowGlobalId("ApiKey", input.id));
      return input.id;
    });
    return { deletedId: value, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() apiKey: ApiKey): string {
    return rowGlobalId("ApiKey", apiKey.id);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: "The organization that it is for; null for an OWNER key.",
  })
  organization(@Root() { organizationId }: ApiKey, @Ctx() { loaders }: RequestContext) {
    return organizationId === null ? null : loaders.organizationById.load(organizationId);
  }
}
