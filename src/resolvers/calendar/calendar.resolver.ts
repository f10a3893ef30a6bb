import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from "type-graphql";
import type { Calendar } from "../../services/calendars/calendar.model.js";
import { mailboxObjectGlobalId } from "../common/global-id.js";
import type { RequestContext } from "../common/request-context.js";
import { CalendarViewArgs } from "../event/calendar-view.args.js";
import { EventConnectionType } from "../event/event.type.js";
import { eventPage } from "../event/event-page.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { CalendarType } from "./calendar.type.js";

@Resolver(() => CalendarType)
export class CalendarResolver {
  constructor(private readonly deps: { readonly maxPageSize: number }) {}

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() calendar: Calendar): string {
    return mailboxObjectGlobalId("Calendar", calendar);
  }

  @FieldResolver(() => MailboxType, { nullable: true, description: "The mailbox that shows it." })
  mailbox(@Root() { mailboxId }: Calendar, @Ctx() { loaders }: RequestContext) {
    return loaders.mailboxById.load(mailboxId);
  }

  @FieldResolver(() => EventConnectionType, {
    nullable: true,
    description:
      "Its events that overlap a window, by start; series come as their occurrences. Null with an error when Microsoft could not answer.",
  })
  calendarView(
    @Root() { mailboxId, graphId }: Calendar,
    @Args(() => CalendarViewArgs) args: CalendarViewArgs,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return eventPage(args, this.deps.maxPageSize, info, (question) =>
      loaders.calendarView.load({ mailboxId, calendarGraphId: graphId, ...question }),
    );
  }
}
