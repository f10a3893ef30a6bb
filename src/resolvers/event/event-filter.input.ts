import { Field, InputType } from "type-graphql";
import type { EventType, ResponseStatus, Sensitivity, ShowAs } from "../../services/events/event.model.js";
import type { EventFilterDraft } from "../../services/events/event-filter.js";
import { EventTypeEnum, ResponseStatusEnum, SensitivityEnum, ShowAsEnum } from "./event.enums.js";

const IN = "One of these, at most 100. Not together with `notIn`.";
const NOT_IN = "None of these, at most 100.";

@InputType({ description: "What others see of the time." })
class ShowAsFilter {
  @Field(() => [ShowAsEnum], { nullable: true, description: IN })
  in?: ShowAs[] | null;

  @Field(() => [ShowAsEnum], { nullable: true, description: NOT_IN })
  notIn?: ShowAs[] | null;
}

@InputType({ description: "What an event is to a series. Views never hold masters." })
class EventTypeFilter {
  @Field(() => [EventTypeEnum], { nullable: true, description: IN })
  in?: EventType[] | null;

  @Field(() => [EventTypeEnum], { nullable: true, description: NOT_IN })
  notIn?: EventType[] | null;
}

@InputType({ description: "How confidential an event is." })
class SensitivityFilter {
  @Field(() => [SensitivityEnum], { nullable: true, description: IN })
  in?: Sensitivity[] | null;

  @Field(() => [SensitivityEnum], { nullable: true, description: NOT_IN })
  notIn?: Sensitivity[] | null;
}

@InputType({ description: "An answer to an invitation." })
class ResponseStatusFilter {
  @Field(() => [ResponseStatusEnum], { nullable: true, description: IN })
  in?: ResponseStatus[] | null;

  @Field(() => [ResponseStatusEnum], { nullable: true, description: NOT_IN })
  notIn?: ResponseStatus[] | null;
}

@InputType({ description: "A text." })
class TextFilter {
  @Field(() => String, { description: "It holds these 1 to 255 characters, in any case and any script." })
  contains!: string;
}

@InputType({ description: "Names of categories." })
class CategoriesFilter {
  @Field(() => [String], { description: "It has at least one of these, at most 100; in any case." })
  any!: string[];
}

@InputType({ description: "Somebody's address." })
class AddressFilter {
  @Field(() => [String], { description: "One of these SMTP addresses, at most 100; in any case." })
  in!: string[];
}

@InputType("EventFilter", {
  description:
    "All that is given must hold. Views are read whole and filtered by the gateway, so nothing that matches is missing. An event that hides a member, as private ones do where only free/busy may be read, matches nothing that is asked of it.",
})
export class EventFilterInput implements EventFilterDraft {
  @Field(() => ShowAsFilter, { nullable: true, description: "What others see of the time." })
  showAs?: ShowAsFilter | null;

  @Field(() => EventTypeFilter, { nullable: true, description: "What it is to a series." })
  type?: EventTypeFilter | null;

  @Field(() => SensitivityFilter, { nullable: true, description: "How confidential it is." })
  sensitivity?: SensitivityFilter | null;

  @Field(() => ResponseStatusFilter, { nullable: true, description: "This mailbox's own answer." })
  response?: ResponseStatusFilter | null;

  @Field(() => Boolean, { nullable: true, description: "Whether its organizer cancelled it." })
  isCancelled?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it lasts whole days." })
  isAllDay?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it has an online meeting." })
  hasOnlineMeeting?: boolean | null;

  @Field(() => TextFilter, { nullable: true, description: "Its title." })
  subject?: TextFilter | null;

  @Field(() => CategoriesFilter, { nullable: true, description: "Its categories." })
  categories?: CategoriesFilter | null;

  @Field(() => AddressFilter, { nullable: true, description: "Who invites." })
  organizer?: AddressFilter | null;

  @Field(() => AddressFilter, { nullable: true, description: "Somebody who is invited." })
  attendee?: AddressFilter | null;
}
