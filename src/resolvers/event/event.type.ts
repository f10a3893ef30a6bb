import { Field, ObjectType } from "type-graphql";
import type {
  Attendee,
  CalendarEvent,
  EventTime,
  EventType,
  Importance,
  Person,
  ResponseStatus,
  Sensitivity,
  ShowAs,
} from "../../services/events/event.model.js";
import type { Recurrence } from "../../services/events/series/recurrence.model.js";
import { NodeType } from "../common/node.type.js";
import { PersonType } from "../common/person.type.js";
import { relayTypes } from "../common/relay.js";
import { GraphQLDateTime, GraphQLUrl } from "../common/scalars.js";
import {
  EventTypeEnum,
  EventVisibilityEnum,
  ImportanceEnum,
  ResponseStatusEnum,
  SensitivityEnum,
  ShowAsEnum,
} from "./event.enums.js";
import { AttendeeObjectType, LocationObjectType, OnlineMeetingType, ReminderType } from "./event-parts.type.js";
import { EventTimeUnion } from "./event-time.type.js";
import { RecurrenceObjectType } from "./recurrence.type.js";

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

  @Field(() => EventVisibilityEnum, {
    description: "How much of it this copy shows. Below FULL, null says nothing of what Microsoft has.",
  })
  visibility!: CalendarEvent["visibility"];

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

  readonly body?: CalendarEvent["body"];
  readonly extendedData?: CalendarEvent["extendedData"];

  @Field(() => LocationObjectType, { nullable: true, description: "Where it takes place; the first of `locations`." })
  location?: CalendarEvent["location"];

  @Field(() => [LocationObjectType], { nullable: true, description: "All places where it takes place." })
  locations?: CalendarEvent["locations"];

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

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When this mailbox's owner answered; null before that.",
  })
  respondedAt?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True when its organizer changed it in Outlook and has not sent the change.",
  })
  isDraft?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True when the organizer asks attendees for an answer." })
  responseRequested?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True when each attendee sees only themselves." })
  hideAttendees?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True when attendees may propose another time." })
  allowNewTimeProposals?: boolean | null;

  @Field(() => ReminderType, { nullable: true, description: "The reminder of this mailbox." })
  reminder?: CalendarEvent["reminder"];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When it was made. In a `calendarView`, Microsoft gives it only with whole events, bodies included: selecting it makes the read several times as large.",
  })
  createdAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was last changed. What `createdAt` says of a `calendarView` holds for it too.",
  })
  changedAt?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "When the series' rule has this occurrence, also after it was moved; null for other events. With the master's `iCalUId` it joins the copies of one occurrence in several mailboxes.",
  })
  originalStart?: Date | null;

  readonly seriesMasterGraphId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The same in all mailboxes; each occurrence of a series has its own. Ask for it in lists whose ids you keep: they are then followed when Microsoft changes them.",
  })
  iCalUId?: string | null;

  @Field(() => GraphQLUrl, { nullable: true, description: "Opens the event in Outlook on the web." })
  webLink?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True when something is attached; Microsoft does not count what is shown inside the body.",
  })
  hasAttachments?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True when it has an online meeting, which cannot be undone." })
  isOnlineMeeting?: boolean | null;

  @Field(() => OnlineMeetingType, { nullable: true, description: "Its online meeting; null when it has none." })
  onlineMeeting?: CalendarEvent["onlineMeeting"];

  @Field(() => RecurrenceObjectType, {
    nullable: true,
    description: "When a series takes place; null for an event that is no series, occurrences included.",
  })
  recurrence?: Recurrence | null;
}

export const EventConnectionType = relayTypes("Event", () => EventObjectType, "events");
