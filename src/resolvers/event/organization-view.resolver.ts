import type { GraphQLResolveInfo } from "graphql";
import { Args, type ClassType, Ctx, FieldResolver, Info, Int, Resolver, Root } from "type-graphql";
import { type MailboxProblem, manyViews } from "../../services/events/many/many-views.js";
import type { FreshQuestion } from "../../services/events/views/event-views.js";
import type { MailboxSelectionService } from "../../services/mailboxes/mailbox-selection.service.js";
import type { Organization } from "../../services/organizations/organization.model.js";
import { parseRowGlobalId } from "../common/global-id.js";
import type { RequestContext } from "../common/request-context.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { OrganizationType } from "../organization/organization.type.js";
import { OrganizationViewArgs } from "./calendar-view.args.js";
import { MeetingConnectionType } from "./meeting.type.js";
import { type ManyPage, meetingPage, organizationPage } from "./organization-page.js";
import { MailboxProblemType, OrganizationEventConnectionType } from "./organization-view.type.js";

export interface OrganizationViewResolverDeps {
  readonly mailboxSelection: MailboxSelectionService;
  readonly maxPageSize: number;
}

@Resolver(() => OrganizationType)
export class OrganizationViewResolver {
  constructor(private readonly deps: OrganizationViewResolverDeps) {}

  @FieldResolver(() => OrganizationEventConnectionType, {
    nullable: true,
    description:
      "Events of its mailboxes' default calendars that overlap a window, as one list by start; series come as their occurrences. Mailboxes that could not be read are in `problems`. The same meeting comes once for each mailbox that has it; `meetings` joins them.",
  })
  calendarView(
    @Root() organization: Organization,
    @Args(() => OrganizationViewArgs) args: OrganizationViewArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return organizationPage(args, this.deps.maxPageSize, info, this.#reading(organization, args, context));
  }

  @FieldResolver(() => MeetingConnectionType, {
    nullable: true,
    description:
      "What `calendarView` holds, with one node for each meeting, by its start. A meeting is listed when one of its copies matches the filter, and then has all its copies.",
  })
  meetings(
    @Root() organization: Organization,
    @Args(() => OrganizationViewArgs) args: OrganizationViewArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ) {
    return meetingPage(args, this.deps.maxPageSize, info, this.#reading(organization, args, context));
  }

  #reading({ id }: Organization, args: OrganizationViewArgs, { viewer, loaders }: RequestContext) {
    return async (question: FreshQuestion) => {
      const mailboxIds = args.mailboxIds?.map((each, index) =>
        parseRowGlobalId("Mailbox", each, ["mailboxIds", String(index)]),
      );
      const connectionId = args.connectionId
        ? parseRowGlobalId("ConnectionConfig", args.connectionId, ["connectionId"])
        : null;
      const selection = { mailboxIds: mailboxIds ?? null, connectionId };
      const mailboxes = await this.deps.mailboxSelection.select(viewer, id, selection);
      return manyViews(mailboxes, (mailbox) =>
        loaders.calendarView.load({ mailboxId: mailbox.id, calendarGraphId: null, ...question }),
      );
    };
  }
}

/** What a list over many mailboxes says beside its page. Call once per connection type, at module level. */
function manyPageResolver(connectionType: ClassType<object>) {
  @Resolver(() => connectionType)
  class ManyPageResolver {
    @FieldResolver(() => GraphQLDateTime, {
      nullable: true,
      description:
        "When Microsoft was asked, of all mailboxes the earliest: the page shows them as they were then, or later. Null when none answered.",
    })
    asOf(@Root() { asOf }: ManyPage<object>): Date | null {
      return asOf;
    }

    @FieldResolver(() => Int, { description: "How many there are on all pages." })
    totalCount(@Root() { totalCount }: ManyPage<object>): number {
      return totalCount;
    }

    @FieldResolver(() => [MailboxProblemType], { description: "The mailboxes whose events are missing." })
    problems(@Root() { problems }: ManyPage<object>): readonly MailboxProblem[] {
      return problems;
    }
  }

  return ManyPageResolver;
}

export const OrganizationEventConnectionResolver = manyPageResolver(OrganizationEventConnectionType);
export const MeetingConnectionResolver = manyPageResolver(MeetingConnectionType);
