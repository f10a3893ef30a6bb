import { Field, ObjectType } from "type-graphql";
import type { CalendarGroup } from "../../services/calendars/calendar.model.js";
import { NodeType } from "../common/node.type.js";
import { relayTypes } from "../common/relay.js";

@ObjectType("CalendarGroup", {
  implements: NodeType,
  description:
    "A group of calendars, as Outlook lists them. Every mailbox has a default one, with the default calendar.",
  simpleResolvers: true,
})
export class CalendarGroupType extends NodeType implements Omit<CalendarGroup, "kind"> {
  declare readonly kind: "CalendarGroup";
  readonly mailboxId!: string;
  readonly graphId!: string;

  @Field(() => String, { nullable: true, description: "Its name." })
  name!: string | null;

  @Field(() => Boolean, { nullable: true, description: "True for the default group, which cannot be deleted." })
  isDefault!: boolean | null;
}

export const CalendarGroupConnectionType = relayTypes("CalendarGroup", () => CalendarGroupType, "calendar groups");
