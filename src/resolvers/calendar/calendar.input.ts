import { Field, ID, InputType } from "type-graphql";
import type { CalendarColor } from "../../services/calendars/calendar.model.js";
import { CalendarColorEnum } from "./calendar.enums.js";

const NAME = "1 to 255 characters; no other calendar of the mailbox has it, in any case.";

@InputType({ description: "A new calendar." })
export class CreateCalendarInput {
  @Field(() => ID, { description: "The mailbox to write to." })
  mailboxId!: string;

  @Field(() => String, { description: `Its name, ${NAME}` })
  name!: string;

  @Field(() => CalendarColorEnum, { nullable: true, description: "Its colour. Default: AUTO." })
  color?: CalendarColor | null;

  @Field(() => ID, {
    nullable: true,
    description: "A calendar group of that mailbox. Default: its default group. Graph cannot change it later.",
  })
  groupId?: string | null;
}

@InputType({ description: "Changes to a calendar. Fields left out stay as they are." })
export class UpdateCalendarInput {
  @Field(() => ID, { description: "Which calendar." })
  id!: string;

  @Field(() => String, { nullable: true, description: `New name, ${NAME}` })
  name?: string | null;

  @Field(() => CalendarColorEnum, { nullable: true, description: "New colour." })
  color?: CalendarColor | null;
}

@InputType({ description: "The calendar to delete." })
export class DeleteCalendarInput {
  @Field(() => ID, { description: "Which calendar; never the default one. Its events are deleted with it." })
  id!: string;
}
