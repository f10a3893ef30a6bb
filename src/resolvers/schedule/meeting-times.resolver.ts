import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type {
  MeetingPerson,
  MeetingRoom,
  MeetingTimes,
  MeetingWish,
} from "../../services/meeting-times/meeting-times.model.js";
import type { MeetingTimesService } from "../../services/meeting-times/meeting-times.service.js";
import type { Organization } from "../../services/organizations/organization.model.js";
import { parseRowGlobalId } from "../common/global-id.js";
import type { RequestContext } from "../common/request-context.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { OrganizationType } from "../organization/organization.type.js";
import { FindMeetingTimesInput } from "./meeting-times.input.js";
import { MeetingPersonType, MeetingRoomType, MeetingTimesType } from "./meeting-times.type.js";
import { ScheduleErrorType, ScheduleWorkingHoursType, toErrorType, toWorkingHoursType } from "./schedule.type.js";

@Resolver(() => OrganizationType)
export class MeetingTimesResolver {
  constructor(private readonly deps: { readonly meetingTimes: MeetingTimesService }) {}

  @FieldResolver(() => MeetingTimesType, {
    nullable: true,
    description:
      "Times at which a meeting is possible, ranked, from free and busy times, working hours and rooms. Works with application permission, which Microsoft's own findMeetingTimes does not.",
  })
  findMeetingTimes(
    @Root() { id }: Organization,
    @Arg("input", () => FindMeetingTimesInput, { description: "The meeting." }) input: FindMeetingTimesInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<MeetingTimes> {
    return this.deps.meetingTimes.find(viewer, id, wishOf(input), call);
  }
}

@Resolver(() => MeetingPersonType)
export class MeetingPersonResolver {
  @FieldResolver(() => MailboxType, { nullable: true, description: "The person's mailbox." })
  mailbox(@Root() person: MeetingPerson, @Ctx() ctx: RequestContext) {
    return mailboxOf(person, ctx);
  }

  @FieldResolver(() => ScheduleWorkingHoursType, {
    nullable: true,
    description: "When the person works; null where it is not told, and then any hour will do.",
  })
  workingHours(@Root() { workingHours }: MeetingPerson): ScheduleWorkingHoursType | null {
    return toWorkingHoursType(workingHours);
  }

  @FieldResolver(() => ScheduleErrorType, { nullable: true, description: "Why nothing is known of the person's time." })
  error(@Root() { error }: MeetingPerson): ScheduleErrorType | null {
    return toErrorType(error);
  }
}

@Resolver(() => MeetingRoomType)
export class MeetingRoomResolver {
  @FieldResolver(() => MailboxType, { nullable: true, description: "The room's mailbox, where it is specified." })
  mailbox(@Root() room: MeetingRoom, @Ctx() ctx: RequestContext) {
    return mailboxOf(room, ctx);
  }

  @FieldResolver(() => ScheduleErrorType, {
    nullable: true,
    description: "Why nothing is known of the room's time; it then counts as taken.",
  })
  error(@Root() { error }: MeetingRoom): ScheduleErrorType | null {
    return toErrorType(error);
  }
}

function mailboxOf({ mailboxId }: MeetingPerson | MeetingRoom, { loaders }: RequestContext) {
  return mailboxId === null ? null : loaders.mailboxById.load(mailboxId);
}

function wishOf({ required, optional, rooms, ...rest }: FindMeetingTimesInput): MeetingWish {
  return {
    ...rest,
    required: mailboxIds(required, "required"),
    optional: mailboxIds(optional, "optional"),
    rooms: rooms
      ? {
          mailboxIds: mailboxIds(rooms.mailboxIds, "rooms", "mailboxIds"),
          connectionId: rooms.connectionId
            ? parseRowGlobalId("ConnectionConfig", rooms.connectionId, ["rooms", "connectionId"])
            : null,
          filter: rooms.filter ?? {},
          count: rooms.count,
        }
      : null,
  };
}

function mailboxIds(ids: readonly string[], ...path: readonly string[]): readonly string[] {
  return ids.map((id, index) => parseRowGlobalId("Mailbox", id, [...path, String(index)]));
}
