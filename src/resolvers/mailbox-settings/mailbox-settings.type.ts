import { Field, ObjectType } from "type-graphql";
import type {
  AutomaticReplies,
  AutomaticRepliesStatus,
  ExternalAudience,
  MailboxSettings,
} from "../../services/mailbox-settings/mailbox-settings.model.js";
import { GraphQLDateTime, GraphQLTimeZone } from "../common/scalars.js";
import type { ScheduleWorkingHoursType } from "../schedule/schedule.type.js";
import {
  AutomaticRepliesStatusEnum,
  DelegateMeetingMessageDeliveryEnum,
  ExternalAudienceEnum,
  MailboxPurposeEnum,
} from "./mailbox-settings.enums.js";

@ObjectType("AutomaticReplies", { description: "What a mailbox answers by itself.", simpleResolvers: true })
export class AutomaticRepliesType implements AutomaticReplies {
  @Field(() => AutomaticRepliesStatusEnum, { description: "Whether it answers." })
  status!: AutomaticRepliesStatus;

  @Field(() => ExternalAudienceEnum, { description: "Who outside of the organization is answered." })
  externalAudience!: ExternalAudience;

  @Field(() => String, { nullable: true, description: "Text for the organization, as HTML that is not sanitised." })
  internalMessage!: string | null;

  @Field(() => String, { nullable: true, description: "Text for others, as HTML that is not sanitised." })
  externalMessage!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When a SCHEDULED span starts; else null." })
  start!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When a SCHEDULED span ends; else null." })
  end!: Date | null;
}

@ObjectType("MailboxSettings", {
  description: "How the owner of a mailbox has set it up. Needs the permission MailboxSettings.Read.",
  simpleResolvers: true,
})
export class MailboxSettingsType {
  @Field(() => GraphQLTimeZone, {
    nullable: true,
    description: "The mailbox's time zone as an IANA name; null where none is known for `timeZoneName`.",
  })
  timeZone!: MailboxSettings["timeZone"];

  @Field(() => String, { nullable: true, description: "The zone as Microsoft has it, often a Windows name." })
  timeZoneName!: MailboxSettings["timeZoneName"];

  readonly workingHours!: ScheduleWorkingHoursType | null;

  @Field(() => AutomaticRepliesType, { nullable: true, description: "What it answers by itself." })
  automaticReplies!: MailboxSettings["automaticReplies"];

  @Field(() => String, { nullable: true, description: "Language and country, such as `en-GB`." })
  locale!: MailboxSettings["locale"];

  @Field(() => String, { nullable: true, description: "How dates are written, such as `dd/MM/yyyy`." })
  dateFormat!: MailboxSettings["dateFormat"];

  @Field(() => String, { nullable: true, description: "How times are written, such as `HH:mm`." })
  timeFormat!: MailboxSettings["timeFormat"];

  @Field(() => DelegateMeetingMessageDeliveryEnum, {
    nullable: true,
    description: "Where the owner has a delegate: who gets invitations and answers to them.",
  })
  delegateMeetingMessageDeliveryOptions!: MailboxSettings["delegateMeetingMessageDeliveryOptions"];

  @Field(() => MailboxPurposeEnum, { nullable: true, description: "Who or what it is for; it cannot be changed." })
  userPurpose!: MailboxSettings["userPurpose"];
}
