import { Field, ObjectType } from "type-graphql";
import type {
  Attendee,
  AttendeeType,
  BodyType,
  CalendarEvent,
  EventTime,
  EventType,
  Importance,
  Person,
  ResponseStatus,
  Sensitivity,
  ShowAs,
} from "../../services/events/event.model.js";
import { NodeType } from "../common/node.type.js";
import { PersonType } from "../common/person.type.js";
import { relayTypes } from "../common/relay.js";
import { GraphQLUrl } from "../common/scalars.js";
import {
  AttendeeTypeEnum,
  BodyTypeEnum,
  EventTypeEnum,
  ImportanceEnum,
  ResponseStatusEnum,
  SensitivityEnum,
  ShowAsEnum,
} from "./event.enums.js";
import { EventTimeUnion } from "./event-time.type.js";

@ObjectType("Attendee", { description: "Somebody invited to an event.", simpleResolvers: true })
class AttendeeObjectType extends PersonType implements Attendee {
  @Field(() => AttendeeTypeEnum, { description: "How they are invited." })
  type!: AttendeeType;

  @Field(() => ResponseStatusEnum, { description: "Their answer, as far as this mailbox knows it." })
  response!: ResponseStatus;
}

@ObjectType("EventBody", { description: "The text of an event.", simpleResolvers: true })
class EventBodyType {
  @Field(() => BodyTypeEnum, { description: "Its format." })
  contentType!: BodyType;

  @Field(() => String, { description: "The text in that format." })
  content!: string;
}

@ObjectType("Location", { description: "Where an event takes place.", simpleResolvers: true })
class LocationType {
  @Field(() => String, { nullable: true, description: "As people read it." })
  displayName!: string | null;
}

@ObjectType("OnlineMeeting", { description: "The online meeting of an event.", simpleResolvers: true })
export class OnlineMeetingType {
  @Field(() => GraphQLUrl, { nullable: true, description: "Address to join it." })
  joinUrl!: string | null;
}

@ObjectType("Event", {
  implements: NodeType,
  description:
    "An event as one mailbox has it. Fields left out of the query are not read from Microsoft. Ids belong to the mailbox: the same meeting has another id in each attendee's; `iCalUId` joins them.",
  simpleResolvers: true,
})
export class EventObjectType extends NodeType {
  declare readonly kind: "Event";
  readonly mailboxId!: string;
  readonly graphId!: string;

  @Field(() => String, {
    description: "Changes with each change of the event; send it as `expectedVersion` when writing.",
  })
  version!: CalendarEvent["version"];

  @Field(() => EventTimeUnion, { description: "When it starts." })
  start!: EventTime;

  @Field(() => EventTimeUnion, { description: "When it ends, exclusive." })
  end!: EventTime;

  @Field(() => Boolean, { description: "True when it lasts whole days." })
  isAllDay!: boolean;

  @Field(() => String, { nullable: true, description: "Its title." })
  subject?: string | null;

  @Field(() => String, { nullable: true, description: "The first 255 characters of the body as text." })
  bodyPreview?: string | null;

  @Field(() => EventBodyType, { nullable: true, description: "Its text." })
  body?: CalendarEvent["body"];

  @Field(() => LocationType, { nullable: true, description: "Where it takes place." })
  location?: CalendarEvent["location"];

  @Field(() => PersonType, { nullable: true, description: "Who invites." })
  organizer?: Person | null;

  @Field(() => [AttendeeObjectType], { nullable: true, description: "Who is invited; Microsoft allows at most 500." })
  attendees?: readonly Attendee[];

  @Field(() => ShowAsEnum, { nullable: true, description: "What others see of the time." })
  showAs?: ShowAs;

  @Field(() => SensitivityEnum, { nullable: true, description: "How confidential it is." })
  sensitivity?: Sensitivity;

  @Field(() => ImportanceEnum, { nullable: true, description: "How important it is." })
  importance?: Importance;

  @Field(() => EventTypeEnum, { nullable: true, description: "What it is to a series." })
  type?: EventType;

  @Field(() => [String], { nullable: true, description: "Names of its categories." })
  categories?: readonly string[];

  @Field(() => Boolean, {
    nullable: true,
    description: "True when its organizer cancelled it; it stays until removed.",
  })
  isCancelled?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True when this mailbox's owner invites." })
  isOrganizer?: boolean | null;

  @Field(() => ResponseStatusEnum, { nullable: true, description: "This mailbox's own answer." })
  response?: ResponseStatus;

  @Field(() => String, {
    nullable: true,
    description: "The same in all mailboxes; each occurrence of a series has its own.",
  })
  iCalUId?: string | null;

  @Field(() => GraphQLUrl, { nullable: true, description: "Opens the event in Outlook on the web." })
  webLink?: string | null;

  @Field(() => OnlineMeetingType, { nullable: true, description: "Its online meeting; null when it has none." })
  onlineMeeting?: CalendarEvent["onlineMeeting"];
}

export const EventConnectionType = relayTypes("Event", () => EventObjectType, "events");
