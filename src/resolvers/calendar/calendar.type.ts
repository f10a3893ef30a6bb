import { Field, ObjectType } from "type-graphql";
import type { Calendar, CalendarColor } from "../../services/calendars/calendar.model.js";
import type { OnlineMeetingProvider } from "../../services/events/event.model.js";
import { NodeType } from "../common/node.type.js";
import { PersonType } from "../common/person.type.js";
import { relayTypes } from "../common/relay.js";
import { OnlineMeetingProviderEnum } from "../event/event.enums.js";
import { CalendarColorEnum } from "./calendar.enums.js";

@ObjectType("Calendar", {
  implements: NodeType,
  description: "A calendar of a mailbox.",
  simpleResolvers: true,
})
export class CalendarType extends NodeType implements Omit<Calendar, "kind"> {
  declare readonly kind: "Calendar";
  readonly mailboxId!: string;
  readonly graphId!: string;

  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;

  @Field(() => Boolean, { nullable: true, description: "True for the calendar that new events go to." })
  isDefault!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True when events can be written." })
  canEdit!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True when it can be shared: only by whom it belongs to." })
  canShare!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True when details of private events can be read." })
  canViewPrivateItems!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "False for the default calendar, which cannot be deleted." })
  isRemovable!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True when answers to meetings are counted here: in the mailbox's primary calendar alone.",
  })
  isTallyingResponses!: boolean | null;

  @Field(() => [OnlineMeetingProviderEnum], {
    nullable: true,
    description: "Who may hold online meetings of its events; empty where there can be none.",
  })
  allowedOnlineMeetingProviders!: readonly OnlineMeetingProvider[] | null;

  @Field(() => OnlineMeetingProviderEnum, {
    nullable: true,
    description: "Who holds online meetings of events that name nobody; null where there is none.",
  })
  defaultOnlineMeetingProvider!: OnlineMeetingProvider | null;

  @Field(() => CalendarColorEnum, { nullable: true, description: "Its colour in Outlook's theme." })
  color!: CalendarColor | null;

  @Field(() => String, { nullable: true, description: "Its colour as `#rrggbb`, when its user picked one." })
  hexColor!: string | null;

  @Field(() => PersonType, { nullable: true, description: "Who it belongs to; the sharer, for a shared calendar." })
  owner!: Calendar["owner"];
}

export const CalendarConnectionType = relayTypes("Calendar", () => CalendarType, "calendars");
