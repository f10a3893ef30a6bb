import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import type { Coordinates, PostalAddress, Room, RoomBookingType, RoomList } from "../../services/rooms/room.model.js";
import { relayTypes } from "../common/relay.js";
import { RoomBookingTypeEnum } from "./room.enums.js";

const UNTOLD = "null where Microsoft does not tell";

@ObjectType("RoomAddress", { description: "The postal address of a place.", simpleResolvers: true })
export class RoomAddressType implements PostalAddress {
  @Field(() => String, { nullable: true, description: "Street and number." })
  street!: string | null;

  @Field(() => String, { nullable: true, description: "City." })
  city!: string | null;

  @Field(() => String, { nullable: true, description: "State or province." })
  state!: string | null;

  @Field(() => String, { nullable: true, description: "Country or region." })
  countryOrRegion!: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  postalCode!: string | null;
}

@ObjectType("RoomCoordinates", { description: "Where a place is on the globe.", simpleResolvers: true })
export class RoomCoordinatesType implements Coordinates {
  @Field(() => Float, { nullable: true, description: "Degrees north." })
  latitude!: number | null;

  @Field(() => Float, { nullable: true, description: "Degrees east." })
  longitude!: number | null;
}

@ObjectType("Room", { description: "A room of a tenant's directory of places.", simpleResolvers: true })
export class RoomType implements Room {
  readonly connectionId!: string;

  @Field(() => ID, { description: "Microsoft's id of the place; no id of this gateway." })
  placeId!: string;

  @Field(() => String, { nullable: true, description: `SMTP address by which it is invited; ${UNTOLD}.` })
  address!: string | null;

  @Field(() => String, { nullable: true, description: `Name; ${UNTOLD}.` })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: `Short name; ${UNTOLD}.` })
  nickname!: string | null;

  @Field(() => String, { nullable: true, description: `Label on its door; ${UNTOLD}.` })
  label!: string | null;

  @Field(() => Int, { nullable: true, description: `Seats; ${UNTOLD}.` })
  capacity!: number | null;

  @Field(() => String, { nullable: true, description: `Building; ${UNTOLD}.` })
  building!: string | null;

  @Field(() => Int, { nullable: true, description: `Number of the floor; ${UNTOLD}.` })
  floorNumber!: number | null;

  @Field(() => String, { nullable: true, description: `Label of the floor; ${UNTOLD}.` })
  floorLabel!: string | null;

  @Field(() => String, { nullable: true, description: `Telephone number; ${UNTOLD}.` })
  phone!: string | null;

  @Field(() => RoomBookingTypeEnum, { description: "How it is booked." })
  bookingType!: RoomBookingType;

  @Field(() => Boolean, { nullable: true, description: `Whether wheelchairs get in; ${UNTOLD}.` })
  isWheelChairAccessible!: boolean | null;

  @Field(() => String, { nullable: true, description: `Device for sound; ${UNTOLD}.` })
  audioDeviceName!: string | null;

  @Field(() => String, { nullable: true, description: `Camera; ${UNTOLD}.` })
  videoDeviceName!: string | null;

  @Field(() => String, { nullable: true, description: `Screen; ${UNTOLD}.` })
  displayDeviceName!: string | null;

  @Field(() => [String], { description: "Tags that an administrator gave it." })
  tags!: readonly string[];

  @Field(() => RoomAddressType, { nullable: true, description: `Postal address; ${UNTOLD}.` })
  postalAddress!: PostalAddress | null;

  @Field(() => RoomCoordinatesType, { nullable: true, description: `Place on the globe; ${UNTOLD}.` })
  coordinates!: Coordinates | null;
}

@ObjectType("RoomList", { description: "A list of rooms, mostly those of a building.", simpleResolvers: true })
export class RoomListType implements RoomList {
  readonly connectionId!: string;

  @Field(() => ID, { description: "Microsoft's id of the place; no id of this gateway." })
  placeId!: string;

  @Field(() => String, { nullable: true, description: "SMTP address, for `RoomFilterInput.roomList`." })
  address!: string | null;

  @Field(() => String, { nullable: true, description: `Name; ${UNTOLD}.` })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: `Telephone number; ${UNTOLD}.` })
  phone!: string | null;

  @Field(() => RoomAddressType, { nullable: true, description: `Postal address; ${UNTOLD}.` })
  postalAddress!: PostalAddress | null;
}

export const RoomConnectionType = relayTypes("Room", () => RoomType, "rooms");
export const RoomListConnectionType = relayTypes("RoomList", () => RoomListType, "room lists");
