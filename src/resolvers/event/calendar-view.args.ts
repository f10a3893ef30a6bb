import { ArgsType, Field, ID, Int } from "type-graphql";
import type { EventOrder } from "../../services/events/event-order.js";
import { PageArgs } from "../common/page-args.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { EventFilterInput } from "./event-filter.input.js";
import { EventOrderEnum } from "./event-order.enum.js";

@ArgsType()
export class CalendarViewArgs extends PageArgs {
  @Field(() => GraphQLDateTime, {
    description: "Start of the window. An event that began earlier and is still on counts.",
  })
  start!: Date;

  @Field(() => GraphQLDateTime, {
    description:
      "End of the window, exclusive; at most 18,250 days after its start. Each 1,825 days are one request to Microsoft.",
  })
  end!: Date;

  @Field(() => EventFilterInput, {
    nullable: true,
    description: "Only events for which all of this holds. Pages, cursors and `totalCount` are those of what is left.",
  })
  filter?: EventFilterInput | null;

  @Field(() => EventOrderEnum, { nullable: true, description: "Default: START_ASC." })
  orderBy?: EventOrder | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many seconds old the answer may be, at most 86,400; `asOf` says how old it is. 0: Microsoft is asked now. Default: set by the server, usually 0. Writes through this gateway are always seen.",
  })
  maxAge?: number | null;
}

@ArgsType()
export class OrganizationViewArgs extends CalendarViewArgs {
  @Field(() => [ID], {
    nullable: true,
    description:
      "Whose calendars, at most 200 mailboxes of the organization. Default: all of them, if they are so few.",
  })
  mailboxIds?: string[] | null;

  @Field(() => ID, {
    nullable: true,
    description: "Only mailboxes of this connection; not together with `mailboxIds`.",
  })
  connectionId?: string | null;
}
