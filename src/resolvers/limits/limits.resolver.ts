import { Query, Resolver } from "type-graphql";
import { MAX_FILTER_VALUES } from "../../services/events/event-filter.js";
import { MAX_REQUEST_DAYS, MAX_WINDOW_DAYS } from "../../services/events/event-window.js";
import { LONGEST_MAX_AGE_SECONDS } from "../../services/events/views/event-views.js";
import { MAX_EVENTS_PER_LIST } from "../../services/events/views/joined-view.js";
import { MAX_EVENTS_PER_WINDOW } from "../../services/events/views/view-reads.js";
import { MAX_MAILBOXES_PER_VIEW } from "../../services/mailboxes/mailbox-selection.service.js";
import { LimitsType } from "./limits.type.js";

@Resolver(() => LimitsType)
export class LimitsResolver {
  constructor(private readonly deps: { readonly maxPageSize: number }) {}

  @Query(() => LimitsType, { description: "How much may be asked for at once." })
  limits(): LimitsType {
    return {
      pageSize: this.deps.maxPageSize,
      windowDays: MAX_WINDOW_DAYS,
      requestDays: MAX_REQUEST_DAYS,
      eventsPerWindow: MAX_EVENTS_PER_WINDOW,
      eventsPerList: MAX_EVENTS_PER_LIST,
      mailboxesPerView: MAX_MAILBOXES_PER_VIEW,
      filterValues: MAX_FILTER_VALUES,
      maxAgeSeconds: LONGEST_MAX_AGE_SECONDS,
    };
  }
}
