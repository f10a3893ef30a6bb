import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { CalendarGroup } from "../../services/calendars/calendar.model.js";
import type { CalendarGroupService } from "../../services/calendars/calendar-group.service.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { CalendarConnectionType } from "../calendar/calendar.type.js";
import { mailboxObjectGlobalId, parseMailboxObjectGlobalId, parseRowGlobalId } from "../common/global-id.js";
import { PageArgs } from "../common/page-args.js";
import { settle } from "../common/payload.js";
import { positionPage } from "../common/position-page.js";
import type { RequestContext } from "../common/request-context.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import {
  CreateCalendarGroupInput,
  DeleteCalendarGroupInput,
  RenameCalendarGroupInput,
} from "./calendar-group.input.js";
import {
  CreateCalendarGroupPayload,
  DeleteCalendarGroupPayload,
  RenameCalendarGroupPayload,
} from "./calendar-group.payload.js";
import { CalendarGroupConnectionType, CalendarGroupType } from "./calendar-group.type.js";

export interface CalendarGroupResolverDeps {
  readonly calendarGroups: CalendarGroupService;
  readonly maxPageSize: number;
}

@Resolver(() => CalendarGroupType)
export class CalendarGroupResolver {
  constructor(private readonly deps: CalendarGroupResolverDeps) {}

  @Mutation(() => CreateCalendarGroupPayload, { description: "Makes a calendar group. Needs a WRITER key." })
  async createCalendarGroup(
    @Arg("input", () => CreateCalendarGroupInput, { description: "The new group." }) input: CreateCalendarGroupInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<CreateCalendarGroupPayload> {
    const { value, errors } = await settle(input, () => {
      const mailboxId = parseRowGlobalId("Mailbox", input.mailboxId, ["mailboxId"]);
      return this.deps.calendarGroups.create(viewer, mailboxId, input.name, call);
    });
    return { calendarGroup: value, errors };
  }

  @Mutation(() => RenameCalendarGroupPayload, { description: "Renames a calendar group. Needs a WRITER key." })
  async renameCalendarGroup(
    @Arg("input", () => RenameCalendarGroupInput, { description: "The new name." }) input: RenameCalendarGroupInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<RenameCalendarGroupPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.calendarGroups.rename(viewer, parseMailboxObjectGlobalId("CalendarGroup", input.id), input.name, call),
    );
    return { calendarGroup: value, errors };
  }

  @Mutation(() => DeleteCalendarGroupPayload, {
    description: "Deletes an empty calendar group; never the default one. Needs a WRITER key.",
  })
  async deleteCalendarGroup(
    @Arg("input", () => DeleteCalendarGroupInput, { description: "The group." }) input: DeleteCalendarGroupInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<DeleteCalendarGroupPayload> {
    const { value, errors } = await settle(input, async () => {
      await this.deps.calendarGroups.delete(viewer, parseMailboxObjectGlobalId("CalendarGroup", input.id), call);
      return input.id;
    });
    return { deletedId: value, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() group: CalendarGroup): string {
    return mailboxObjectGlobalId("CalendarGroup", group);
  }

  @FieldResolver(() => MailboxType, { nullable: true, description: "The mailbox that it groups calendars of." })
  mailbox(@Root() { mailboxId }: CalendarGroup, @Ctx() { loaders }: RequestContext) {
    return loaders.mailboxById.load(mailboxId);
  }

  @FieldResolver(() => CalendarConnectionType, {
    nullable: true,
    description: "The calendars in it, the default one first; null with an error when Microsoft could not answer.",
  })
  calendars(
    @Root() { mailboxId, graphId }: CalendarGroup,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ) {
    return positionPage(args, this.deps.maxPageSize, () => loaders.calendarsOfGroup.load({ mailboxId, graphId }));
  }
}

@Resolver(() => MailboxType)
export class GroupsOfMailboxResolver {
  constructor(private readonly deps: { readonly maxPageSize: number }) {}

  @FieldResolver(() => CalendarGroupConnectionType, {
    nullable: true,
    description: "Its calendar groups, the default one first; null with an error when Microsoft could not answer.",
  })
  calendarGroups(@Root() { id }: Mailbox, @Args(() => PageArgs) args: PageArgs, @Ctx() { loaders }: RequestContext) {
    return positionPage(args, this.deps.maxPageSize, () => loaders.calendarGroupsOfMailbox.load(id));
  }
}
