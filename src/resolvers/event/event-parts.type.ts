import { Field, Float, Int, ObjectType } from "type-graphql";
import type {
  Attendee,
  AttendeeType,
  BodyType,
  EventLocation,
  GeoCoordinates,
  LocationType,
  OnlineMeeting,
  OnlineMeetingProvider,
  PhoneType,
  PhysicalAddress,
  ProposedTime,
  Reminder,
  ResponseStatus,
  TimedBound,
} from "../../services/events/event.model.js";
import { PersonType } from "../common/person.type.js";
import { GraphQLDateTime, GraphQLUrl } from "../common/scalars.js";
import {
  AttendeeTypeEnum,
  BodyTypeEnum,
  LocationTypeEnum,
  OnlineMeetingProviderEnum,
  PhoneTypeEnum,
  ResponseStatusEnum,
} from "./event.enums.js";
import { TimedType } from "./event-time.type.js";

@ObjectType("ProposedTime", { description: "Another time that an attendee would like.", simpleResolvers: true })
class ProposedTimeType implements ProposedTime {
  @Field(() => TimedType, { description: "When it would start." })
  start!: TimedBound;

  @Field(() => TimedType, { description: "When it would end." })
  end!: TimedBound;
}

@ObjectType("Attendee", { description: "Somebody invited to an event.", simpleResolvers: true })
export class AttendeeObjectType extends PersonType implements Attendee {
  @Field(() => AttendeeTypeEnum, { description: "How they are invited." })
  type!: AttendeeType;

  @Field(() => ResponseStatusEnum, { description: "Their answer, as far as this mailbox knows it." })
  response!: ResponseStatus;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When they answered; null before that." })
  respondedAt!: Date | null;

  @Field(() => ProposedTimeType, { nullable: true, description: "The time that they proposed with their answer." })
  proposedTime!: ProposedTime | null;
}

@ObjectType("EventBody", { description: "The text of an event.", simpleResolvers: true })
export class EventBodyType {
  @Field(() => BodyTypeEnum, { description: "Its format." })
  contentType!: BodyType;

  @Field(() => String, { description: "The text in that format." })
  content!: string;
}

@ObjectType("PhysicalAddress", { description: "An address for people and mail.", simpleResolvers: true })
class PhysicalAddressType implements PhysicalAddress {
  @Field(() => String, { nullable: true, description: "Street and number." })
  street!: string | null;

  @Field(() => String, { nullable: true, description: "City." })
  city!: string | null;

  @Field(() => String, { nullable: true, description: "State, province or the like." })
  state!: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  postalCode!: string | null;

  @Field(() => String, { nullable: true, description: "Country or region, as it was written." })
  countryOrRegion!: string | null;
}

@ObjectType("GeoCoordinates", { description: "A point on the map.", simpleResolvers: true })
class GeoCoordinatesType implements GeoCoordinates {
  @Field(() => Float, { description: "Degrees north." })
  latitude!: number;

  @Field(() => Float, { description: "Degrees east." })
  longitude!: number;

  @Field(() => Float, { nullable: true, description: "Metres above sea level." })
  altitude!: number | null;

  @Field(() => Float, { nullable: true, description: "How exact latitude and longitude are, in metres." })
  accuracy!: number | null;

  @Field(() => Float, { nullable: true, description: "How exact the altitude is, in metres." })
  altitudeAccuracy!: number | null;
}

@ObjectType("Location", { description: "Where an event takes place.", simpleResolvers: true })
export class LocationObjectType implements EventLocation {
  @Field(() => String, { nullable: true, description: "As people read it." })
  displayName!: string | null;

  @Field(() => String, { nullable: true, description: "SMTP address of a room." })
  emailAddress!: string | null;

  @Field(() => String, { nullable: true, description: "An address of the place for machines, as it was written." })
  uri!: string | null;

  @Field(() => LocationTypeEnum, { description: "What kind of place it is." })
  type!: LocationType;

  @Field(() => PhysicalAddressType, { nullable: true, description: "Its address." })
  address!: PhysicalAddress | null;

  @Field(() => GeoCoordinatesType, { nullable: true, description: "Where it is on the map." })
  coordinates!: GeoCoordinates | null;

  @Field(() => String, { nullable: true, description: "Microsoft's own name for it; for a text alone, that text." })
  uniqueId!: string | null;
}

@ObjectType("Reminder", { description: "When a mailbox reminds of an event.", simpleResolvers: true })
export class ReminderType implements Reminder {
  @Field(() => Boolean, { description: "True when it reminds." })
  isOn!: boolean;

  @Field(() => Int, { nullable: true, description: "Minutes before the start; kept also while it is off." })
  minutesBefore!: number | null;
}

@ObjectType("OnlineMeetingPhone", { description: "A number to call.", simpleResolvers: true })
class OnlineMeetingPhoneType {
  @Field(() => String, { nullable: true, description: "The number." })
  number!: string | null;

  @Field(() => PhoneTypeEnum, { description: "What kind of number it is." })
  type!: PhoneType;
}

@ObjectType("OnlineMeeting", { description: "The online meeting of an event.", simpleResolvers: true })
export class OnlineMeetingType implements OnlineMeeting {
  @Field(() => OnlineMeetingProviderEnum, { description: "Who holds it." })
  provider!: OnlineMeetingProvider;

  @Field(() => GraphQLUrl, { nullable: true, description: "Address to join it." })
  joinUrl!: string | null;

  @Field(() => String, { nullable: true, description: "Number to give when joining by phone." })
  conferenceId!: string | null;

  @Field(() => String, { nullable: true, description: "A number to join by phone, at the caller's cost." })
  tollNumber!: string | null;

  @Field(() => [String], { description: "Numbers to join by phone that cost nothing." })
  tollFreeNumbers!: readonly string[];

  @Field(() => String, { nullable: true, description: "A number that joins at once." })
  quickDial!: string | null;

  @Field(() => [OnlineMeetingPhoneType], { description: "All numbers to join by phone." })
  phones!: OnlineMeeting["phones"];
}

@ObjectType("ExtendedDatum", { description: "An entry of an event's extended data.", simpleResolvers: true })
export class ExtendedDatumType {
  @Field(() => String, { description: "Its name, unique in the event." })
  key!: string;

  @Field(() => String, { description: "Its value." })
  value!: string;
}
