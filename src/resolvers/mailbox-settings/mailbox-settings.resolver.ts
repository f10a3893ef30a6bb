import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { MailboxSettings } from "../../services/mailbox-settings/mailbox-settings.model.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import type { RequestContext } from "../common/request-context.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { ScheduleWorkingHoursType, toWorkingHoursType } from "../schedule/schedule.type.js";
import { MailboxSettingsType } from "./mailbox-settings.type.js";

@Resolver(() => MailboxType)
export class MailboxSettingsResolver {
  @FieldResolver(() => MailboxSettingsType, {
    nullable: true,
    description: "How its owner has set it up: one request. Null with an error when Microsoft could not answer.",
  })
  settings(@Root() { id }: Mailbox, @Ctx() { loaders }: RequestContext): Promise<MailboxSettings> {
    return loaders.settingsOfMailbox.load(id);
  }
}

@Resolver(() => MailboxSettingsType)
export class WorkingHoursOfSettingsResolver {
  @FieldResolver(() => ScheduleWorkingHoursType, {
    nullable: true,
    description: "When the owner works; null where it is not told or cannot be read.",
  })
  workingHours(@Root() { workingHours }: MailboxSettings): ScheduleWorkingHoursType | null {
    return toWorkingHoursType(workingHours);
  }
}
