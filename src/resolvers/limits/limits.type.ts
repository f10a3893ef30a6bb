import { Field, Int, ObjectType } from "type-graphql";

@ObjectType("Limits", {
  description:
    "The largest values that this server accepts. A request for more is refused with LIMIT_EXCEEDED, whose `extensions.limit` has the name of the field here, what is allowed, and what was asked for. How much one operation may cost is in every answer's `extensions.cost`.",
  simpleResolvers: true,
})
export class LimitsType {
  @Field(() => Int, { description: "`first` and `last` of every list." })
  pageSize!: number;

  @Field(() => Int, { description: "Days from `start` to `end` of a view." })
  windowDays!: number;

  @Field(() => Int, {
    description: "Days of a view that are one request to Microsoft; longer windows are several, and cost as many.",
  })
  requestDays!: number;

  @Field(() => Int, { description: "Events of one calendar within `requestDays`." })
  eventsPerWindow!: number;

  @Field(() => Int, { description: "Events that one list is made of: of all its mailboxes, before its filter." })
  eventsPerList!: number;

  @Field(() => Int, { description: "Mailboxes that one list of an organization is about." })
  mailboxesPerView!: number;

  @Field(() => Int, { description: "Values of one comparator of a filter." })
  filterValues!: number;

  @Field(() => Int, { description: "`maxAge` of a view, in seconds." })
  maxAgeSeconds!: number;
}
