import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Calendar } from "../../services/calendars/calendar.model.js";
import type { CalendarPermission } from "../../services/sharing/calendar-permission.model.js";
import type { CalendarSharingService } from "../../services/sharing/calendar-sharing.service.js";
import { CalendarType } from "../calendar/calendar.type.js";
import { parseMailboxObjectGlobalId } from "../common/global-id.js";
import { PageArgs } from "../common/page-args.js";
import { settle } from "../common/payload.js";
import { positionPage } from "../common/position-page.js";
import type { RequestContext } from "../common/request-context.js";
import { parsePermissionGlobalId, permissionGlobalId } from "./permission-id.js";
import { RemoveCalendarPermissionInput, ShareCalendarInput, UpdateCalendarPermissionInput } from "./sharing.input.js";
import {
  RemoveCalendarPermissionPayload,
  ShareCalendarPayload,
  UpdateCalendarPermissionPayload,
} from "./sharing.payload.js";
import { CalendarPermissionConnectionType, CalendarPermissionType } from "./sharing.type.js";

@Resolver(() => CalendarPermissionType)
export class CalendarPermissionResolver {
  constructor(private readonly deps: { readonly calendarSharing: CalendarSharingService }) {}

  @Mutation(() => ShareCalendarPayload, {
    description:
      "Shares a calendar with somebody. Nothing is written when they have the role already. Needs a WRITER key.",
  })
  async shareCalendar(
    @Arg("input", () => ShareCalendarInput, { description: "With whom, and how." }) input: ShareCalendarInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<ShareCalendarPayload> {
    const { value, errors } = await settle(input, () => {
      const key = parseMailboxObjectGlobalId("Calendar", input.calendarId, ["calendarId"]);
      return this.deps.calendarSharing.share(viewer, key, { ...input, name: input.name ?? null }, call);
    });
    return { permission: value, errors };
  }

  @Mutation(() => UpdateCalendarPermissionPayload, {
    description: "Gives somebody another role. Nothing is written when they have it already. Needs a WRITER key.",
  })
  async updateCalendarPermission(
    @Arg("input", () => UpdateCalendarPermissionInput, { description: "The new role." })
    input: UpdateCalendarPermissionInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<UpdateCalendarPermissionPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.calendarSharing.update(viewer, parsePermissionGlobalId(input.id), input.role, call),
    );
    return { permission: value, errors };
  }

  @Mutation(() => RemoveCalendarPermissionPayload, { description: "Ends a sharing. Needs a WRITER key." })
  async removeCalendarPermission(
    @Arg("input", () => RemoveCalendarPermissionInput, { description: "The permission." })
    input: RemoveCalendarPermissionInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<RemoveCalendarPermissionPayload> {
    const { value, errors } = await settle(input, async () => {
      await this.deps.calendarSharing.remove(viewer, parsePermissionGlobalId(input.id), call);
      return input.id;
    });
    return { deletedId: value, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() permission: CalendarPermission): string {
    return permissionGlobalId(permission);
  }
}

@Resolver(() => CalendarType)
export class PermissionsOfCalendarResolver {
  constructor(private readonly deps: { readonly maxPageSize: number }) {}

  @FieldResolver(() => CalendarPermissionConnectionType, {
    nullable: true,
    description: "Who may see or write it, the organization first; null with an error when Microsoft could not answer.",
  })
  permissions(
    @Root() { mailboxId, graphId }: Calendar,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
  ) {
    return positionPage(args, this.deps.maxPageSize, () => loaders.permissionsOfCalendar.load({ mailboxId, graphId }));
  }
}
