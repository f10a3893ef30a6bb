import { ArgsType, Field } from "type-graphql";
import { PageArgs } from "../common/page-args.js";
import { FreeDuringInput, RoomFilterInput } from "./room.input.js";

@ArgsType()
export class RoomsArgs extends PageArgs {
  @Field(() => RoomFilterInput, { nullable: true, description: "Which rooms. Default: all." })
  filter?: RoomFilterInput | null;

  @Field(() => FreeDuringInput, {
    nullable: true,
    description:
      "Only rooms that are free then; at most 200 may match the filter. Rooms are asked that are specified mailboxes, others only where `freeBusyReach` says so; how many are not known is told in `extensions.notices`.",
  })
  freeDuring?: FreeDuringInput | null;
}
