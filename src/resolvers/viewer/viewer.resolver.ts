import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { ACTIONS, can } from "../../auth/permissions.js";
import type { Viewer } from "../../auth/viewer.js";
import { ApiKeyType } from "../api-key/api-key.type.js";
import type { RequestContext } from "../common/request-context.js";
import { OrganizationType } from "../organization/organization.type.js";
import { ViewerType } from "./viewer.type.js";

@Resolver(() => ViewerType)
export class ViewerResolver {
  @Query(() => ViewerType, { description: "Who asks." })
  viewer(@Ctx() { viewer }: RequestContext): Viewer {
    return viewer;
  }

  @FieldResolver(() => ApiKeyType, { nullable: true, description: "The API key itself." })
  apiKey(@Root() { apiKeyId }: Viewer, @Ctx() { loaders }: RequestContext) {
    return loaders.apiKeyById.load(apiKeyId);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: "The organization that the key belongs to; null for an OWNER key, which sees all.",
  })
  organization(@Root() { organizationId }: Viewer, @Ctx() { loaders }: RequestContext) {
    return organizationId === null ? null : loaders.organizationById.load(organizationId);
  }

  @FieldResolver(() => [String], {
    description: "What the key may do, by name: `event:read`, `connection:manage` and so on.",
  })
  permissions(@Root() viewer: Viewer): readonly string[] {
    return ACTIONS.filter((action) => can(viewer, action));
  }
}
