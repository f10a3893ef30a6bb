import {
  ArrayMaxSize,
  IsEmail,
  IsLatitude,
  IsLongitude,
  IsOptional,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from "class-validator";
import { Field, Float, InputType, Int } from "type-graphql";
import type { LocationType, OnlineMeetingProvider } from "../../services/events/event.model.js";
import { LocationTypeEnum, OnlineMeetingProviderEnum } from "./event.enums.js";
import { MailingMannerInput } from "./write-manner.input.js";

const ADDRESS_MESSAGE = "A part of an address has at most 255 characters.";
const REMINDER_MESSAGE = "A reminder is 0 to 525,600 minutes (a year) before the start.";

@InputType({ description: "An address for people and mail." })
class PhysicalAddressInput {
  @Field(() => String, { nullable: true, description: "Street and number." })
  @IsOptional()
  @MaxLength(255, { message: ADDRESS_MESSAGE })
  street?: string | null;

  @Field(() => String, { nullable: true, description: "City." })
  @IsOptional()
  @MaxLength(255, { message: ADDRESS_MESSAGE })
  city?: string | null;

  @Field(() => String, { nullable: true, description: "State, province or the like." })
  @IsOptional()
  @MaxLength(255, { message: ADDRESS_MESSAGE })
  state?: string | null;

  @Field(() => String, { nullable: true, description: "Postal code." })
  @IsOptional()
  @MaxLength(255, { message: ADDRESS_MESSAGE })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: "Country or region." })
  @IsOptional()
  @MaxLength(255, { message: ADDRESS_MESSAGE })
  countryOrRegion?: string | null;
}

@InputType({ description: "A point on the map." })
class GeoCoordinatesInput {
  @Field(() => Float, { description: "Degrees north, from -90 to 90." })
  @IsLatitude({ message: "A latitude is from -90 to 90 degrees." })
  latitude!: number;

  @Field(() => Float, { description: "Degrees east, from -180 to 180." })
  @IsLongitude({ message: "A longitude is from -180 to 180 degrees." })
  longitude!: number;

  @Field(() => Float, { nullable: true, description: "Metres above sea level." })
  altitude?: number | null;

  @Field(() => Float, { nullable: true, description: "How exact latitude and longitude are, in metres." })
  accuracy?: number | null;

  @Field(() => Float, { nullable: true, description: "How exact the altitude is, in metres." })
  altitudeAccuracy?: number | null;
}

@InputType({ description: "Where an event takes place." })
export class LocationInput {
  @Field(() => String, { description: "As people read it, at most 255 characters." })
  @MaxLength(255, { message: "A location has at most 255 characters." })
  displayName!: string;

  @Field(() => String, {
    nullable: true,
    description: "SMTP address of a room. It invites nobody: a room is booked by inviting it as a RESOURCE.",
  })
  @IsOptional()
  @IsEmail({}, { message: "A location's address must look like room@example.com." })
  emailAddress?: string | null;

  @Field(() => String, { nullable: true, description: "An address of the place for machines." })
  @IsOptional()
  @MaxLength(2_000, { message: "A location's `uri` has at most 2,000 characters." })
  uri?: string | null;

  @Field(() => LocationTypeEnum, { nullable: true, description: "What kind of place it is. Default: DEFAULT." })
  type?: LocationType | null;

  @Field(() => PhysicalAddressInput, { nullable: true, description: "Its address." })
  @IsOptional()
  @ValidateNested()
  address?: PhysicalAddressInput | null;

  @Field(() => GeoCoordinatesInput, { nullable: true, description: "Where it is on the map." })
  @IsOptional()
  @ValidateNested()
  coordinates?: GeoCoordinatesInput | null;
}

@InputType({ description: "When a mailbox reminds of an event." })
class ReminderInput {
  @Field(() => Boolean, { defaultValue: true, description: "Whether it reminds." })
  isOn!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "Minutes before the start, at most 525,600 (a year). Default: as it was, or Microsoft's own, 15.",
  })
  @IsOptional()
  @Min(0, { message: REMINDER_MESSAGE })
  @Max(525_600, { message: REMINDER_MESSAGE })
  minutesBefore?: number | null;
}

@InputType({ description: "An online meeting to make with an event." })
class OnlineMeetingInput {
  @Field(() => OnlineMeetingProviderEnum, {
    nullable: true,
    description: "Who is to hold it. Default: what the calendar is set to.",
  })
  provider?: OnlineMeetingProvider | null;
}

@InputType({ description: "An entry of an event's extended data." })
class ExtendedDatumInput {
  @Field(() => String, {
    description: "Its name: 1 to 64 Latin letters, digits and underscores, not beginning with a digit.",
  })
  key!: string;

  @Field(() => String, {
    nullable: true,
    description: "Its value, at most 2,000 characters; null or left out removes the entry.",
  })
  value?: string | null;
}

/** What a new event and a change of one have in common. */
@InputType()
export abstract class EventDetailsInput extends MailingMannerInput {
  @Field(() => [LocationInput], {
    nullable: true,
    description:
      "All places, the most important first, at most 20; in place of `location`. An empty list removes them.",
  })
  @IsOptional()
  @ArrayMaxSize(20, { message: "An event has at most 20 locations." })
  @ValidateNested({ each: true })
  locations?: LocationInput[] | null;

  @Field(() => ReminderInput, {
    nullable: true,
    description: "The reminder of this mailbox; null turns it off. Microsoft's default: 15 minutes before the start.",
  })
  @IsOptional()
  @ValidateNested()
  reminder?: ReminderInput | null;

  @Field(() => Boolean, { nullable: true, description: "Whether attendees are asked for an answer. Default: true." })
  responseRequested?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether each attendee sees only themselves. Default: false." })
  hideAttendees?: boolean | null;

  @Field(() => OnlineMeetingInput, {
    nullable: true,
    description:
      "Makes it an online meeting, which cannot be undone. The answer waits a few seconds for the join link. Where the calendar does not allow it, an OnlineMeetingUnavailableError says what it allows.",
  })
  @IsOptional()
  @ValidateNested()
  onlineMeeting?: OnlineMeetingInput | null;

  @Field(() => [ExtendedDatumInput], {
    nullable: true,
    description: "Entries to set or to remove, at most 50; entries that are not named stay as they are.",
  })
  @IsOptional()
  @ValidateNested({ each: true })
  extendedData?: ExtendedDatumInput[] | null;
}
