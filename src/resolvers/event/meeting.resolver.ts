import { Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import type { CalendarEvent, EventTime, Person } from "../../services/events/event.model.js";
import { attendanceOf, meetingKey } from "../../services/events/many/group-meetings.js";
import type { Attendance, Meeting } from "../../services/events/many/meeting.model.js";
import { PersonType } from "../common/person.type.js";
import type { RequestContext } from "../common/request-context.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { OnlineMeetingType } from "./event-parts.type.js";
import { EventTimeUnion } from "./event-time.type.js";
import { AttendanceSummaryType, MeetingCopyType, MeetingType } from "./meeting.type.js";

@Resolver(() => MeetingType)
export class MeetingResolver {
  @FieldResolver(() => ID, {
    description:
      "The same for the same meeting in every list, so that lists can be compared. Nothing can be asked by it.",
  })
  key(@Root() meeting: Meeting): string {
    return meetingKey(meeting);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What all copies have in common; null where it is hidden.",
  })
  iCalUId(@Root() { copies: [first] }: Meeting): string | null {
    return first.iCalUId ?? null;
  }

  @FieldResolver(() => EventTimeUnion, { description: "When it starts." })
  start(@Root() { copies: [first] }: Meeting): EventTime {
    return first.start;
  }

  @FieldResolver(() => EventTimeUnion, { description: "When it ends, exclusive." })
  end(@Root() { copies: [first] }: Meeting): EventTime {
    return first.end;
  }

  @FieldResolver(() => Boolean, { description: "True when it lasts whole days." })
  isAllDay(@Root() { copies: [first] }: Meeting): boolean {
    return first.isAllDay;
  }

  @FieldResolver(() => String, { nullable: true, description: "Its title." })
  subject(@Root() { copies: [first] }: Meeting): string | null {
    return first.subject ?? null;
  }

  @FieldResolver(() => PersonType, { nullable: true, description: "Who invites." })
  organizer(@Root() { copies: [first] }: Meeting): Person | null {
    return first.organizer ?? null;
  }

  @FieldResolver(() => OnlineMeetingType, { nullable: true, description: "Its online meeting; null when it has none." })
  onlineMeeting(@Root() { copies: [first] }: Meeting): CalendarEvent["onlineMeeting"] {
    return first.onlineMeeting ?? null;
  }

  @FieldResolver(() => [MeetingCopyType], {
    description: "One for each mailbox of the list that has it: the organizer's first, then by mailbox.",
  })
  copies(@Root() { copies }: Meeting): readonly MeetingCopyType[] {
    return copies.map((event) => ({ event }));
  }

  @FieldResolver(() => AttendanceSummaryType, { description: "Answers to its invitation." })
  attendance(@Root() meeting: Meeting): Attendance {
    return attendanceOf(meeting);
  }
}

@Resolver(() => MeetingCopyType)
export class MeetingCopyResolver {
  @FieldResolver(() => MailboxType, { nullable: true, description: "The mailbox." })
  mailbox(@Root() { event }: MeetingCopyType, @Ctx() { loaders }: RequestContext) {
    return loaders.mailboxById.load(event.mailboxId);
  }
}
