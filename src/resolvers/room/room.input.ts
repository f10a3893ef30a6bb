import { Field, InputType, Int } from "type-graphql";
import type { RoomFeature, RoomFilter } from "../../services/rooms/room-filter.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { RoomFeatureEnum } from "./room.enums.js";

@InputType({
  description:
    "Which rooms are wanted. Texts are compared whole, in any case. A room of which Microsoft does not tell something does not match it.",
})
export class RoomFilterInput implements RoomFilter {
  @Field(() => Int, { nullable: true, description: "Seats at least." })
  minCapacity?: number | null;

  @Field(() => String, { nullable: true, description: "The building." })
  building?: string | null;

  @Field(() => Int, { nullable: true, description: "The number of the floor." })
  floorNumber?: number | null;

  @Field(() => String, { nullable: true, description: "The label of the floor." })
  floorLabel?: string | null;

  @Field(() => String, { nullable: true, description: "The city of its postal address." })
  city?: string | null;

  @Field(() => [RoomFeatureEnum], { nullable: true, description: "What it must have, all of it." })
  features?: readonly RoomFeature[] | null;

  @Field(() => [String], { nullable: true, description: "Tags that it must have, all of them." })
  tags?: readonly string[] | null;

  @Field(() => String, { nullable: true, description: "Address of a room list; only its rooms are meant." })
  roomList?: string | null;
}

@InputType({ description: "A time in which rooms have to be free." })
export class FreeDuringInput {
  @Field(() => GraphQLDateTime, { description: "When it starts." })
  start!: Date;

  @Field(() => GraphQLDateTime, { description: "When it ends, exclusive." })
  end!: Date;
}
