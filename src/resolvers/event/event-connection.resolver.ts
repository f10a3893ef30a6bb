import { FieldResolver, Int, Resolver, Root } from "type-graphql";
import { GraphQLDateTime } from "../common/scalars.js";
import { EventConnectionType } from "./event.type.js";
import type { EventPage } from "./event-page.js";

@Resolver(() => EventConnectionType)
export class EventConnectionResolver {
  @FieldResolver(() => GraphQLDateTime, {
    description: "When Microsoft was asked: the page shows the calendar as it was then, or later.",
  })
  asOf(@Root() page: EventPage): Date {
    return page.asOf;
  }

  @FieldResolver(() => Int, { description: "How many there are on all pages." })
  totalCount(@Root() { totalCount }: EventPage): number {
    return totalCount;
  }
}
