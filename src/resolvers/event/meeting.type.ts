import { Field, Int, ObjectType } from "type-graphql";
import type { CalendarEvent } from "../../services/events/event.model.js";
import type { Attendance, Meeting } from "../../services/events/many/meeting.model.js";
import { relayTypes } from "../common/relay.js";
import { EventObjectType } from "./event.type.js";

@ObjectType("AttendanceSummary", {
  description: "Answers to an invitation, counted: people and rooms alike, without the organizer.",
  simpleResolvers: true,
})
export class AttendanceSummaryType implements Attendance {
  @Field(() => Boolean, {
    description:
      "True when the organizer's copy is there, which knows every answer; else only the mailboxes of `copies` are counted.",
  })
  isComplete!: boolean;

  @Field(() => Int, { description: "How many accepted." })
  accepted!: number;

  @Field(() => Int, { description: "How many accepted tentatively." })
  tentativelyAccepted!: number;

  @Field(() => Int, { description: "How many declined, as far as it is known: a declined copy leaves its calendar." })
  declined!: number;

  @Field(() => Int, { description: "How many have not answered." })
  notResponded!: number;
}

@ObjectType("MeetingCopy", { description: "A meeting as one mailbox has it.", simpleResolvers: true })
export class MeetingCopyType {
  @Field(() => EventObjectType, { description: "The event in that mailbox." })
  event!: CalendarEvent;
}

@ObjectType("Meeting", {
  description:
    "One meeting, or one occurrence of a series, with a copy for each mailbox that has it. Events without attendees are meetings of one copy. It is no `Node`: which copies it has depends on the mailboxes of its list. What it says of itself is what its first copy says: the organizer's where it is there.",
})
export class MeetingType implements Meeting {
  readonly identity!: string;
  readonly copies!: Meeting["copies"];
}

export const MeetingConnectionType = relayTypes("Meeting", () => MeetingType, "meetings");
