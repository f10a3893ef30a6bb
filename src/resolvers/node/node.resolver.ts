import type { GraphQLResolveInfo } from "graphql";
import { Arg, Ctx, ID, Info, Query, Resolver } from "type-graphql";
import { AppError } from "../../lib/app-error.js";
import { eventFieldsAmong } from "../../services/events/event-members.js";
import {
  kindOfGlobalId,
  type NodeKind,
  parseAttachmentGlobalId,
  parseMailboxObjectGlobalId,
  parseRowGlobalId,
} from "../common/global-id.js";
import { NodeType } from "../common/node.type.js";
import type { RequestContext } from "../common/request-context.js";
import { selectedFields } from "../common/selection.js";
import { parsePermissionGlobalId } from "../sharing/permission-id.js";

@Resolver()
export class NodeResolver {
  constructor(private readonly deps: { readonly maxPageSize: number }) {}

  @Query(() => NodeType, { nullable: true, description: "Any object by its global id." })
  node(
    @Arg("id", () => ID, { description: "The id." }) id: string,
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<object> {
    return loadNode(id, ctx, info);
  }

  @Query(() => [NodeType], {
    nullable: "items",
    description: "Objects by their global ids, in their order. One that fails is null with an error of its own.",
  })
  nodes(
    @Arg("ids", () => [ID], { description: "The ids, as many as a page may hold." }) ids: string[],
    @Ctx() ctx: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<readonly unknown[]> {
    const { maxPageSize } = this.deps;
    if (ids.length > maxPageSize) {
      throw new AppError("LIMIT_EXCEEDED", `\`ids\` holds ${ids.length} ids; at most ${maxPageSize} are allowed.`, {
        path: ["ids"],
        limit: { name: "pageSize", max: maxPageSize, actual: ids.length },
      });
    }
    // An Error as an item is that item's error. The list is settled first: compiled execution takes no promises in it.
    return Promise.all(ids.map((id) => loadNode(id, ctx, info).catch((error: unknown) => error)));
  }
}

/** Async throughout: a malformed id among others rejects its own item only. */
export async function loadNode(id: string, { loaders }: RequestContext, info: GraphQLResolveInfo): Promise<object> {
  const kind: NodeKind | undefined = kindOfGlobalId(id);
  switch (kind) {
    case "Organization":
      return loaders.organizationById.load(parseRowGlobalId(kind, id));
    case "ConnectionConfig":
      return loaders.connectionById.load(parseRowGlobalId(kind, id));
    case "Credential":
      return loaders.credentialById.load(parseRowGlobalId(kind, id));
    case "Mailbox":
      return loaders.mailboxById.load(parseRowGlobalId(kind, id));
    case "ApiKey":
      return loaders.apiKeyById.load(parseRowGlobalId(kind, id));
    case "Verification":
      return loaders.verificationById.load(parseRowGlobalId(kind, id));
    case "Invitation":
      return loaders.invitationById.load(parseRowGlobalId(kind, id));
    case "Calendar":
      return loaders.calendarByKey.load(parseMailboxObjectGlobalId(kind, id));
    case "CalendarGroup":
      return loaders.calendarGroupByKey.load(parseMailboxObjectGlobalId(kind, id));
    case "CalendarPermission":
      return loaders.calendarPermissionByKey.load(parsePermissionGlobalId(id));
    case "Category":
      return loaders.categoryByKey.load(parseMailboxObjectGlobalId(kind, id));
    case "Event": {
      const fields = eventFieldsAmong(selectedFields(info, [[]]));
      return loaders.eventByKey.load({ ...parseMailboxObjectGlobalId(kind, id), fields });
    }
    case "Attachment":
      return loaders.attachmentByKey.load(parseAttachmentGlobalId(id));
    case undefined:
      throw new AppError(
        "INVALID_INPUT",
        "This is not an id of this gateway. Use ids as they were answered, unchanged.",
        {
          path: ["id"],
        },
      );
  }
}
