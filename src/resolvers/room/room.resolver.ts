import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { AppError } from "../../lib/app-error.js";
import type { ConnectionConfig } from "../../services/connections/connection.model.js";
import type { Room } from "../../services/rooms/room.model.js";
import type { RoomService } from "../../services/rooms/room.service.js";
import type { Schedule } from "../../services/schedules/schedule.model.js";
import { PageArgs } from "../common/page-args.js";
import type { RequestContext } from "../common/request-context.js";
import { ConnectionConfigType } from "../connection/connection.type.js";
import { ScheduleArgs } from "../schedule/schedule.args.js";
import { knownOrThrow, questionOf } from "../schedule/schedule.resolver.js";
import { ScheduleType } from "../schedule/schedule.type.js";
import { placePage } from "./place-page.js";
import { RoomConnectionType, RoomListConnectionType, RoomType } from "./room.type.js";
import { RoomsArgs } from "./rooms.args.js";

@Resolver(() => ConnectionConfigType)
export class RoomsOfConnectionResolver {
  constructor(private readonly deps: { readonly rooms: RoomService; readonly maxPageSize: number }) {}

  @FieldResolver(() => RoomConnectionType, {
    nullable: true,
    description:
      "The rooms of the tenant, by name. Needs the application permission Place.Read.All; null with CONSENT_MISSING without it.",
  })
  rooms(
    @Root() { id }: ConnectionConfig,
    @Args(() => RoomsArgs) args: RoomsArgs,
    @Ctx() { viewer, call }: RequestContext,
  ) {
    const wish = { filter: args.filter ?? {}, freeDuring: args.freeDuring ?? null };
    return placePage(args, this.deps.maxPageSize, () => this.deps.rooms.list(viewer, id, wish, call));
  }

  @FieldResolver(() => RoomListConnectionType, {
    nullable: true,
    description: "The room lists of the tenant, by name. Needs the application permission Place.Read.All.",
  })
  roomLists(
    @Root() { id }: ConnectionConfig,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer, call }: RequestContext,
  ) {
    return placePage(args, this.deps.maxPageSize, () => this.deps.rooms.roomLists(viewer, id, call));
  }
}

@Resolver(() => RoomType)
export class RoomResolver {
  @FieldResolver(() => ScheduleType, {
    nullable: true,
    description:
      "When it is taken; null with an error when that is not known. Asked for many rooms in one query, they come in few requests.",
  })
  async schedule(
    @Root() { connectionId, address }: Room,
    @Args(() => ScheduleArgs) args: ScheduleArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Schedule> {
    const question = questionOf(args);
    if (address === null) throw new AppError("MAILBOX_UNAVAILABLE", "This room has no address that could be asked.");
    return knownOrThrow(await loaders.schedule.load({ ...question, subject: { kind: "room", connectionId, address } }));
  }
}
