import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import type { MailboxSettings } from "../../services/mailbox-settings/mailbox-settings.model.js";
import type { MailboxSettingsService } from "../../services/mailbox-settings/mailbox-settings.service.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { parseRowGlobalId } from "../common/global-id.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { ScheduleWorkingHoursType, toWorkingHoursType } from "../schedule/schedule.type.js";
import { UpdateMailboxSettingsInput } from "./mailbox-settings.input.js";
import { UpdateMailboxSettingsPayload } from "./mailbox-settings.payload.js";
import { MailboxSettingsType } from "./mailbox-settings.type.js";

@Resolver(() => MailboxType)
export class MailboxSettingsResolver {
  constructor(private readonly deps: { readonly mailboxSettings: MailboxSettingsService }) {}

  @Mutation(() => UpdateMailboxSettingsPayload, {
    description:
      "Changes settings of a mailbox, those that are given and no others. Needs an ADMIN key, and the permission MailboxSettings.ReadWrite.",
  })
  async updateMailboxSettings(
    @Arg("input", () => UpdateMailboxSettingsInput, { description: "The changes." })
    input: UpdateMailboxSettingsInput,
    @Ctx() { viewer, call, loaders }: RequestContext,
  ): Promise<UpdateMailboxSettingsPayload> {
    const { value, errors } = await settle(input, async () => {
      const id = parseRowGlobalId("Mailbox", input.mailboxId, ["mailboxId"]);
      await this.deps.mailboxSettings.update(viewer, id, input, call);
      return loaders.mailboxById.load(id);
    });
    return { mailbox: value, errors };
  }

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
