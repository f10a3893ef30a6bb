import { Args, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { AppError } from "../../lib/app-error.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import type { Organization } from "../../services/organizations/organization.model.js";
import { type BusyBlock, busyBlocks } from "../../services/schedules/busy-blocks.js";
import type { Schedule, ScheduleQuestion, ScheduleSubject } from "../../services/schedules/schedule.model.js";
import { assertScheduleQuestion, MAX_SCHEDULES } from "../../services/schedules/schedule-window.js";
import { parseRowGlobalId } from "../common/global-id.js";
import type { RequestContext } from "../common/request-context.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { OrganizationType } from "../organization/organization.type.js";
import { ScheduleArgs, SchedulesArgs } from "./schedule.args.js";
import {
  BusyBlockType,
  ScheduleErrorType,
  ScheduleType,
  ScheduleWorkingHoursType,
  toErrorType,
  toWorkingHoursType,
} from "./schedule.type.js";

const ADDRESS = /^[^\s@]{1,64}@[^\s@]{1,255}$/;

@Resolver(() => OrganizationType)
export class SchedulesOfOrganizationResolver {
  @FieldResolver(() => [ScheduleType], {
    nullable: true,
    description:
      "Free and busy times of many at once, in the order of `mailboxIds` and then of `addresses`. What is not known of one says why in its `error`; the others answer.",
  })
  schedules(
    @Root() { id }: Organization,
    @Args(() => SchedulesArgs) args: SchedulesArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<readonly Schedule[]> {
    const question = questionOf(args);
    const keys = subjectsOf(id, args).map((subject) => ({ ...question, subject }));
    return Promise.all(keys.map((key) => loaders.schedule.load(key)));
  }
}

@Resolver(() => MailboxType)
export class ScheduleOfMailboxResolver {
  @FieldResolver(() => ScheduleType, {
    nullable: true,
    description:
      "Free and busy times of its default calendar, with its working hours; null with an error when they are not known. Asked for many mailboxes in one query, they come in few requests.",
  })
  async schedule(
    @Root() { id }: Mailbox,
    @Args(() => ScheduleArgs) args: ScheduleArgs,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Schedule> {
    return knownOrThrow(
      await loaders.schedule.load({ ...questionOf(args), subject: { kind: "mailbox", mailboxId: id } }),
    );
  }
}

@Resolver(() => ScheduleType)
export class ScheduleResolver {
  @FieldResolver(() => MailboxType, { nullable: true, description: "The specified mailbox; null for other addresses." })
  mailbox(@Root() { mailboxId }: Schedule, @Ctx() { loaders }: RequestContext) {
    return mailboxId === null ? null : loaders.mailboxById.load(mailboxId);
  }

  @FieldResolver(() => [BusyBlockType], {
    description: "What is not free, merged: blocks do not overlap, and the strongest status holds.",
  })
  busy(@Root() schedule: Schedule): readonly BusyBlock[] {
    return busyBlocks(schedule);
  }

  @FieldResolver(() => Int, { description: "Minutes of a slot of `availabilityView`." })
  availabilityViewInterval(@Root() { intervalMinutes }: Schedule): number {
    return intervalMinutes;
  }

  @FieldResolver(() => ScheduleWorkingHoursType, {
    nullable: true,
    description: "When the owner works, if it is told.",
  })
  workingHours(@Root() { workingHours }: Schedule): ScheduleWorkingHoursType | null {
    return toWorkingHoursType(workingHours);
  }

  @FieldResolver(() => ScheduleErrorType, {
    nullable: true,
    description: "Why nothing is known; null when all is well.",
  })
  error(@Root() { error }: Schedule): ScheduleErrorType | null {
    return toErrorType(error);
  }
}

/** A schedule that has to be known. @throws AppError that says why it is not. */
export function knownOrThrow(schedule: Schedule): Schedule {
  if (schedule.error !== null) throw schedule.error;
  return schedule;
}

/** @throws AppError for a window or interval that cannot be asked for. */
export function questionOf({ start, end, availabilityViewInterval }: ScheduleArgs): ScheduleQuestion {
  const question = { start, end, intervalMinutes: availabilityViewInterval };
  assertScheduleQuestion(question);
  return question;
}

function subjectsOf(organizationId: string, args: SchedulesArgs): readonly ScheduleSubject[] {
  const { mailboxIds, addresses } = args;
  const actual = mailboxIds.length + addresses.length;
  if (actual === 0) throw new AppError("INVALID_INPUT", "Name mailboxes or addresses.", { path: ["mailboxIds"] });
  if (actual > MAX_SCHEDULES) {
    throw new AppError("LIMIT_EXCEEDED", `${actual} schedules were asked for; at most ${MAX_SCHEDULES} are answered.`, {
      path: ["addresses"],
      limit: { name: "schedules", max: MAX_SCHEDULES, actual },
    });
  }
  const connectionId = args.connectionId
    ? parseRowGlobalId("ConnectionConfig", args.connectionId, ["connectionId"])
    : null;
  return [
    ...mailboxIds.map((id, index) => ({
      kind: "mailbox" as const,
      organizationId,
      mailboxId: parseRowGlobalId("Mailbox", id, ["mailboxIds", String(index)]),
    })),
    ...addresses.map((address, index) => {
      if (!ADDRESS.test(address)) {
        throw new AppError("INVALID_INPUT", "An address looks like ann@example.com.", {
          path: ["addresses", String(index)],
        });
      }
      return { kind: "address" as const, organizationId, address: address.toLowerCase(), connectionId };
    }),
  ];
}
