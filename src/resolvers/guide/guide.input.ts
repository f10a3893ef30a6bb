import { Field, InputType } from "type-graphql";
import type { Cloud } from "../../lib/clouds.js";
import type { CalendarUse, MailboxAudience, SettingsUse } from "../../services/guide/guide.model.js";
import { CloudEnum } from "../connection/connection.enums.js";
import { CalendarUseEnum, MailboxAudienceEnum, SettingsUseEnum } from "./guide.enums.js";

@InputType({ description: "Plain answers from which the right registration follows." })
export class ConnectionGuideInput {
  @Field(() => MailboxAudienceEnum, { description: "Whose calendars are to be reached, and with whose help?" })
  mailboxes!: MailboxAudience;

  @Field(() => CalendarUseEnum, { defaultValue: "READ_WRITE", description: "What is to be done with them?" })
  use!: CalendarUse;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Are people of more than one Microsoft 365 tenant to be connected?",
  })
  severalTenants!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Are personal accounts (outlook.com, hotmail.com) to be connected?",
  })
  personalAccounts!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Are mailboxes to be found by searching the tenant's directory and groups?",
  })
  directorySearch!: boolean;

  @Field(() => SettingsUseEnum, {
    defaultValue: "NONE",
    description: "What is to be done with time zones, working hours, automatic replies and categories?",
  })
  settings!: SettingsUse;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Are rooms to be found by place, size and features?",
  })
  rooms!: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: "May whoever registers the application also consent for the whole organization? Null: not known.",
  })
  mayConsent?: boolean | null;

  @Field(() => CloudEnum, { defaultValue: "GLOBAL", description: "Which Microsoft cloud does the tenant live in?" })
  cloud!: Cloud;

  @Field(() => String, {
    defaultValue: "AddSync Gateway",
    description: "The name that the registration gets, which people see when they consent.",
  })
  applicationName!: string;

  @Field(() => String, {
    nullable: true,
    description: "Directory (tenant) ID or verified domain, when it is known: it goes into texts.",
  })
  tenantId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Application (client) ID, when the application is registered: links then lead to its own pages.",
  })
  clientId?: string | null;
}
