import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from "type-graphql";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import type { MailboxService } from "../../services/mailboxes/mailbox.service.js";
import { orUnchanged } from "../../services/outcomes.js";
import { CalendarConnectionType } from "../calendar/calendar.type.js";
import { parseRowGlobalId, rowGlobalId } from "../common/global-id.js";
import { PageArgs } from "../common/page-args.js";
import { settle } from "../common/payload.js";
import { positionPage } from "../common/position-page.js";
import type { RequestContext } from "../common/request-context.js";
import { RELAY_NODE_PATHS, selectedFields } from "../common/selection.js";
import { ConnectionConfigType } from "../connection/connection.type.js";
import { CalendarViewArgs } from "../event/calendar-view.args.js";
import { EventConnectionType } from "../event/event.type.js";
import { eventPage } from "../event/event-page.js";
import { OrganizationType } from "../organization/organization.type.js";
import { CreateMailboxInput, DeleteMailboxInput, UpdateMailboxInput } from "./mailbox.input.js";
import { CreateMailboxPayload, DeleteMailboxPayload, UpdateMailboxPayload } from "./mailbox.payload.js";
import { MailboxType } from "./mailbox.type.js";

export interface MailboxResolverDeps {
  readonly mailboxes: MailboxService;
  readonly maxPageSize: number;
}

@Resolver(() => MailboxType)
export class MailboxResolver {
  constructor(private readonly deps: MailboxResolverDeps) {}

  @Query(() => MailboxType, { nullable: true, description: "A mailbox by its id." })
  mailbox(@Arg("id", () => ID, { description: "Its id." }) id: string, @Ctx() ctx: RequestContext): Promise<Mailbox> {
    return ctx.loaders.mailboxById.load(parseRowGlobalId("Mailbox", id));
  }

  @Mutation(() => CreateMailboxPayload, {
    description: "Specifies a mailbox for a connection, so that it can be reached. Needs an ADMIN key.",
  })
  async createMailbox(
    @Arg("input", () => CreateMailboxInput, { description: "The mailbox." }) input: CreateMailboxInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CreateMailboxPayload> {
    const { value, errors } = await settle(input, () => {
      const { address, displayName = null, graphUserId = null } = input;
      const connectionId = parseRowGlobalId("ConnectionConfig", input.connectionId, ["connectionId"]);
      return this.deps.mailboxes.create(ctx.viewer, { connectionId, address, displayName, graphUserId }, ctx.call);
    });
    return { mailbox: value?.mailbox ?? null, outcome: value?.outcome ?? null, errors };
  }

  @Mutation(() => UpdateMailboxPayload, { description: "Changes a mailbox. Needs an ADMIN key." })
  async updateMailbox(
    @Arg("input", () => UpdateMailboxInput, { description: "The changes." }) input: UpdateMailboxInput,
    @Ctx() ctx: RequestContext,
  ): Promise<UpdateMailboxPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.mailboxes.update(ctx.viewer, parseRowGlobalId("Mailbox", input.id), {
        address: orUnchanged(input.address),
        displayName: input.displayName,
        graphUserId: input.graphUserId,
      }),
    );
    return { mailbox: value, errors };
  }

  @Mutation(() => DeleteMailboxPayload, {
    description: "Takes a mailbox out of the gateway. Nothing changes at Microsoft. Needs an ADMIN key.",
  })
  async deleteMailbox(
    @Arg("input", () => DeleteMailboxInput, { description: "The mailbox." }) input: DeleteMailboxInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DeleteMailboxPayload> {
    const { value, errors } = await settle(input, async () => {
      await this.deps.mailboxes.delete(ctx.viewer, parseRowGlobalId("Mailbox", input.id));
      return input.id;
    });
    return { deletedId: value, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() mailbox: Mailbox): string {
    return rowGlobalId("Mailbox", mailbox.id);
  }

  @FieldResolver(() => OrganizationType, { nullable: true, description: "The organization that it belongs to." })
  organization(@Root() { organizationId }: Mailbox, @Ctx() { loaders }: RequestContext) {
    return loaders.organizationById.load(organizationId);
  }

  @FieldResolver(() => ConnectionConfigType, { nullable: true, description: "The connection that reaches it." })
  connection(@Root() { connectionId }: Mailbox, @Ctx() { loaders }: RequestContext) {
    return loaders.connectionById.load(connectionId);
  }

  @FieldResolver(() => CalendarConnectionType, {
    nullable: true,
    description: "Its calendars, the default one first; null with an error when Microsoft could not answer.",
  })
  async calendars(
    @Root() { id }: Mailbox,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    const isAwaited = selectedFields(info, RELAY_NODE_PATHS).has("calendarView");
    return positionPage(args, this.deps.maxPageSize, () =>
      loaders.calendarsOfMailbox.load({ mailboxId: id, isAwaited }),
    );
  }

  @FieldResolver(() => EventConnectionType, {
    nullable: true,
    description:
      "Events of its default calendar that overlap a window, by start; series come as their occurrences. Null with an error when Microsoft could not answer.",
  })
  calendarView(
    @Root() { id }: Mailbox,
    @Args(() => CalendarViewArgs) args: CalendarViewArgs,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return eventPage(args, this.deps.maxPageSize, info, (question) =>
      loaders.calendarView.load({ mailboxId: id, calendarGraphId: null, ...question }),
    );
  }
}
