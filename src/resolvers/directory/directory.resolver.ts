import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import type { ConnectionConfig } from "../../services/connections/connection.model.js";
import type { DirectoryGroup, FoundPage } from "../../services/directory/directory.model.js";
import type { DirectoryService, DirectoryWindow } from "../../services/directory/directory.service.js";
import { toWindow } from "../common/page-window.js";
import type { PageInfoType } from "../common/relay.js";
import type { RequestContext } from "../common/request-context.js";
import { selectedFields } from "../common/selection.js";
import { ConnectionConfigType } from "../connection/connection.type.js";
import { DirectoryPageArgs, DirectorySearchArgs } from "./directory.args.js";
import { DirectoryGroupPageType, DirectoryGroupType, DirectoryUserPageType } from "./directory.type.js";

export interface DirectoryResolverDeps {
  readonly directory: DirectoryService;
  readonly maxPageSize: number;
}

/** The directory of a connection's tenant. */
@Resolver(() => ConnectionConfigType)
export class DirectoryResolver {
  constructor(private readonly deps: DirectoryResolverDeps) {}

  @FieldResolver(() => DirectoryUserPageType, {
    nullable: true,
    description:
      "People and rooms of the tenant by name or address, to specify mailboxes from. Needs an ADMIN key, and the application permission `User.ReadBasic.All` or `User.Read.All`.",
  })
  async directoryUsers(
    @Root() { id }: ConnectionConfig,
    @Args(() => DirectorySearchArgs) args: DirectorySearchArgs,
    @Ctx() { viewer, call }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DirectoryUserPageType> {
    const window = { ...windowOf(args, this.deps.maxPageSize), withRooms: wantsRooms(info) };
    return toPage(await this.deps.directory.searchUsers(viewer, id, args.search, window, call), window);
  }

  @FieldResolver(() => DirectoryGroupPageType, {
    nullable: true,
    description:
      "Groups of the tenant by name or address. Needs an ADMIN key, and the application permission `GroupMember.Read.All`.",
  })
  async directoryGroups(
    @Root() { id }: ConnectionConfig,
    @Args(() => DirectorySearchArgs) args: DirectorySearchArgs,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<DirectoryGroupPageType> {
    const window = windowOf(args, this.deps.maxPageSize);
    return toPage(await this.deps.directory.searchGroups(viewer, id, args.search, window, call), window);
  }

  @FieldResolver(() => DirectoryGroupType, {
    nullable: true,
    description: "A group of the tenant by its id. Needs what `directoryGroups` needs.",
  })
  directoryGroup(
    @Root() connection: ConnectionConfig,
    @Arg("id", () => ID, { description: "Its object id at Microsoft." }) id: string,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<DirectoryGroup> {
    return this.deps.directory.group(viewer, connection.id, id, call);
  }
}

@Resolver(() => DirectoryGroupType)
export class DirectoryGroupResolver {
  constructor(private readonly deps: DirectoryResolverDeps) {}

  @FieldResolver(() => DirectoryUserPageType, {
    nullable: true,
    description:
      "Its people, with those of the groups within it, each once. Needs an ADMIN key, and the application permissions `GroupMember.Read.All` and `User.ReadBasic.All`.",
  })
  async members(
    @Root() group: DirectoryGroup,
    @Args(() => DirectoryPageArgs) args: DirectoryPageArgs,
    @Ctx() { viewer, call }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<DirectoryUserPageType> {
    const window = { ...windowOf(args, this.deps.maxPageSize), withRooms: wantsRooms(info) };
    return toPage(await this.deps.directory.groupPeople(viewer, group, window, call), window);
  }
}

function windowOf({ first = null, after = null }: DirectoryPageArgs, maxPageSize: number): DirectoryWindow {
  const window = toWindow({ first, after, last: null, before: null }, maxPageSize);
  return { first: window.first ?? maxPageSize, after: window.after };
}

function wantsRooms(info: GraphQLResolveInfo): boolean {
  return selectedFields(info, [["nodes"]]).has("isRoom");
}

function toPage<T>(
  { items, endCursor }: FoundPage<T>,
  { after }: DirectoryWindow,
): { nodes: readonly T[]; pageInfo: PageInfoType } {
  const pageInfo = {
    hasNextPage: endCursor !== null,
    hasPreviousPage: after !== undefined,
    startCursor: null,
    endCursor,
  };
  return { nodes: items, pageInfo };
}
