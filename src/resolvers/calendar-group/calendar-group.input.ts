import { Field, ID, InputType } from "type-graphql";

const NAME = "1 to 255 characters; no other group of the mailbox has it, in any case.";

@InputType({ description: "A new calendar group." })
export class CreateCalendarGroupInput {
  @Field(() => ID, { description: "The mailbox to write to." })
  mailboxId!: string;

  @Field(() => String, { description: `Its name, ${NAME}` })
  name!: string;
}

@InputType({ description: "Another name for a calendar group." })
export class RenameCalendarGroupInput {
  @Field(() => ID, { description: "Which group." })
  id!: string;

  @Field(() => String, { description: `Its name, ${NAME}` })
  name!: string;
}

@InputType({ description: "The calendar group to delete." })
export class DeleteCalendarGroupInput {
  @Field(() => ID, { description: "Which group; never the default one, nor one that holds calendars." })
  id!: string;
}
