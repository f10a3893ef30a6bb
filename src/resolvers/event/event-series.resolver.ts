import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from "type-graphql";
import type { Calendar } from "../../services/calendars/calendar.model.js";
import type { CalendarEvent } from "../../services/events/event.model.js";
import { eventFieldsAmong } from "../../services/events/event-members.js";
import type { Recurrence } from "../../services/events/series/recurrence.model.js";
import type { Mailbox } from "../../services/mailboxes/mailbox.model.js";
import { CalendarType } from "../calendar/calendar.type.js";
import { PageArgs } from "../common/page-args.js";
import type { RequestContext } from "../common/request-context.js";
import { GraphQLLocalDate } from "../common/scalars.js";
import { selectedFields } from "../common/selection.js";
import { MailboxType } from "../mailbox/mailbox.type.js";
import { EventConnectionType, EventObjectType } from "./event.type.js";
import type { EventPage } from "./event-page.js";
import { RecurrenceObjectType } from "./recurrence.type.js";
import { InstancesArgs } from "./series.args.js";
import { instancesPage, readPage, seriesPage } from "./series-page.js";

interface Deps {
  readonly maxPageSize: number;
}

@Resolver(() => EventObjectType)
export class EventSeriesResolver {
  constructor(private readonly deps: Deps) {}

  @FieldResolver(() => EventObjectType, {
    nullable: true,
    description:
      "The series that it is an occurrence of; null for other events. One request a series, however many occurrences.",
  })
  seriesMaster(
    @Root() { mailboxId, seriesMasterGraphId }: CalendarEvent,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!seriesMasterGraphId) return null;
    const fields = eventFieldsAmong(selectedFields(info, [[]]));
    return loaders.eventByKey.load({ mailboxId, graphId: seriesMasterGraphId, fields });
  }

  @FieldResolver(() => EventConnectionType, {
    nullable: true,
    description:
      "Occurrences and exceptions of this series that overlap a window, by start. Null for an event that is no series.",
  })
  instances(
    @Root() { mailboxId, graphId, type }: CalendarEvent,
    @Args(() => InstancesArgs) args: InstancesArgs,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (type !== "SERIES_MASTER") return null;
    const { start, end } = args;
    return instancesPage(args, this.deps.maxPageSize, info, (fields) =>
      loaders.seriesInstances.load({ mailboxId, graphId, start, end, fields }),
    );
  }

  @FieldResolver(() => EventConnectionType, {
    nullable: true,
    description:
      "Changed occurrences of this series, by start. Null for an event that is no series, and where the cloud does not tell them (US Government, China).",
  })
  async exceptions(
    @Root() { mailboxId, graphId, type }: CalendarEvent,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EventPage | null> {
    if (type !== "SERIES_MASTER") return null;
    const read = readPage(args, this.deps.maxPageSize, info);
    const { exceptions } = await loaders.seriesChanges.load({ mailboxId, graphId, fields: read.fields });
    return exceptions && read.page(exceptions);
  }

  @FieldResolver(() => [GraphQLLocalDate], {
    nullable: true,
    description:
      "Dates of this series' removed occurrences, in the series' zone. Null for an event that is no series, and where the cloud does not tell them (US Government, China).",
  })
  cancelledOccurrences(@Root() { mailboxId, graphId, type }: CalendarEvent, @Ctx() { loaders }: RequestContext) {
    return type === "SERIES_MASTER" ? cancelledDatesOf({ mailboxId, graphId }, loaders) : null;
  }
}

@Resolver(() => RecurrenceObjectType)
export class RecurrenceResolver {
  @FieldResolver(() => [GraphQLLocalDate], {
    nullable: true,
    description:
      "Dates on which the rule has an occurrence and the series has none any more: EXDATE in iCalendar's terms. Costs a request; null where the cloud does not tell them.",
  })
  exdates(@Root() { master }: Recurrence, @Ctx() { loaders }: RequestContext) {
    return cancelledDatesOf(master, loaders);
  }
}

@Resolver(() => CalendarType)
export class CalendarSeriesResolver {
  constructor(private readonly deps: Deps) {}

  @FieldResolver(() => EventConnectionType, {
    nullable: true,
    description: "Its series, by the start of their first occurrence. For what takes place when, use `calendarView`.",
  })
  seriesMasters(
    @Root() { mailboxId, graphId }: Calendar,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return seriesPage(args, this.deps.maxPageSize, info, (fields) =>
      loaders.seriesMasters.load({ mailboxId, calendarGraphId: graphId, fields }),
    );
  }
}

@Resolver(() => MailboxType)
export class MailboxSeriesResolver {
  constructor(private readonly deps: Deps) {}

  @FieldResolver(() => EventConnectionType, {
    nullable: true,
    description:
      "Series of its default calendar, by the start of their first occurrence. For what takes place when, use `calendarView`.",
  })
  seriesMasters(
    @Root() { id }: Mailbox,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return seriesPage(args, this.deps.maxPageSize, info, (fields) =>
      loaders.seriesMasters.load({ mailboxId: id, calendarGraphId: null, fields }),
    );
  }
}

async function cancelledDatesOf(
  key: { readonly mailboxId: string; readonly graphId: string },
  loaders: RequestContext["loaders"],
): Promise<readonly string[] | null> {
  return (await loaders.seriesChanges.load({ ...key, fields: null })).cancelledDates;
}
