import { Field, ObjectType } from "type-graphql";
import type { Calendar } from "../../services/calendars/calendar.model.js";
import { NodeType } from "../common/node.type.js";
import { PersonType } from "../common/person.type.js";
import { relayTypes } from "../common/relay.js";

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

  @Field(() => String, { nullable: true, description: "Its colour as `#rrggbb`, when its user picked one." })
  hexColor!: string | null;

  @Field(() => PersonType, { nullable: true, description: "Who it belongs to; the sharer, for a shared calendar." })
  owner!: Calendar["owner"];
}

export const CalendarConnectionType = relayTypes("Calendar", () => CalendarType, "calendars");
