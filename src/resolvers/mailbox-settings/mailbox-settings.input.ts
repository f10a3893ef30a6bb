import { Field, ID, InputType } from "type-graphql";
import type {
  AutomaticRepliesChange,
  AutomaticRepliesStatus,
  DelegateMeetingMessageDelivery,
  ExternalAudience,
  MailboxSettingsChange,
  WorkingHoursChange,
} from "../../services/mailbox-settings/mailbox-settings.model.js";
import type { DayOfWeek } from "../../services/scheduling/zone-days.js";
import { GraphQLDateTime, GraphQLTimeZone } from "../common/scalars.js";
import { ScheduleDayEnum } from "../schedule/schedule.enums.js";
import {
  AutomaticRepliesStatusEnum,
  DelegateMeetingMessageDeliveryEnum,
  ExternalAudienceEnum,
} from "./mailbox-settings.enums.js";

const MESSAGE = "stored as it is given, at most 50,000 characters; an empty text removes it.";

@InputType({ description: "Changes to working hours. Fields left out stay as they are." })
export class WorkingHoursInput implements WorkingHoursChange {
  @Field(() => [ScheduleDayEnum], { nullable: true, description: "The days that are worked on, each once." })
  daysOfWeek?: DayOfWeek[] | null;

  @Field(() => String, { nullable: true, description: "When work begins, as `09:00`." })
  startTime?: string | null;

  @Field(() => String, { nullable: true, description: "When work ends, as `17:00`; after the start." })
  endTime?: string | null;

  @Field(() => GraphQLTimeZone, { nullable: true, description: "The zone of these times." })
  timeZone?: string | null;
}

@InputType({ description: "Changes to automatic replies. Fields left out stay as they are." })
export class AutomaticRepliesInput implements AutomaticRepliesChange {
  @Field(() => AutomaticRepliesStatusEnum, {
    nullable: true,
    description: "Whether it answers by itself. SCHEDULED needs `start` and `end`.",
  })
  status?: AutomaticRepliesStatus | null;

  @Field(() => ExternalAudienceEnum, { nullable: true, description: "Who outside of the organization is answered." })
  externalAudience?: ExternalAudience | null;

  @Field(() => String, { nullable: true, description: `HTML text for the organization, ${MESSAGE}` })
  internalMessage?: string | null;

  @Field(() => String, { nullable: true, description: `HTML text for others, ${MESSAGE}` })
  externalMessage?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When a SCHEDULED span starts." })
  start?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When a SCHEDULED span ends; in the future." })
  end?: Date | null;
}

@InputType({ description: "Changes to a mailbox's settings. Fields left out, and null, stay as they are." })
export class UpdateMailboxSettingsInput implements MailboxSettingsChange {
  @Field(() => ID, { description: "Which mailbox." })
  mailboxId!: string;

  @Field(() => GraphQLTimeZone, { nullable: true, description: "The mailbox's time zone." })
  timeZone?: string | null;

  @Field(() => WorkingHoursInput, { nullable: true, description: "When the owner works." })
  workingHours?: WorkingHoursInput | null;

  @Field(() => AutomaticRepliesInput, { nullable: true, description: "What it answers by itself." })
  automaticReplies?: AutomaticRepliesInput | null;

  @Field(() => String, { nullable: true, description: "Language and country, such as `en-GB`." })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: "How dates are written, such as `dd/MM/yyyy`." })
  dateFormat?: string | null;

  @Field(() => String, { nullable: true, description: "How times are written, such as `HH:mm`." })
  timeFormat?: string | null;

  @Field(() => DelegateMeetingMessageDeliveryEnum, {
    nullable: true,
    description: "Where the owner has a delegate: who gets invitations and answers to them.",
  })
  delegateMeetingMessageDeliveryOptions?: DelegateMeetingMessageDelivery | null;
}
