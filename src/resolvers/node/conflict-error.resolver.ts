import type { GraphQLResolveInfo } from "graphql";
import { Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import { isAppError } from "../../lib/app-error.js";
import { NodeType } from "../common/node.type.js";
import type { RequestContext } from "../common/request-context.js";
import { ConflictErrorType } from "../common/user-error.type.js";
import { loadNode } from "./node.resolver.js";

/** What stands in the way of a write, read when it is selected, with what is selected of it. */
@Resolver(() => ConflictErrorType)
export class ConflictErrorResolver {
  @FieldResolver(() => NodeType, {
    nullable: true,
    description:
      "The object that the mutation named by its `id`, as it is now; null where it is gone, cannot be read, or none was named.",
  })
  async current(
    @Root() { subjectId }: ConflictErrorType,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object | null> {
    if (subjectId === undefined) return null;
    try {
      return await loadNode(subjectId, context, info);
    } catch (error) {
      if (isAppError(error)) return null;
      throw error;
    }
  }
}
