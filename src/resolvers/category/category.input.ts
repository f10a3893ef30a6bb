import { Field, ID, InputType } from "type-graphql";
import type { CategoryColor } from "../../services/categories/category.model.js";
import { CategoryColorEnum } from "./category.type.js";

@InputType({ description: "A new category." })
export class CreateCategoryInput {
  @Field(() => ID, { description: "The mailbox to write to." })
  mailboxId!: string;

  @Field(() => String, {
    description:
      "Its name, 1 to 255 characters without commas and semicolons; no other category of the mailbox has it, in any case. It cannot be changed later.",
  })
  displayName!: string;

  @Field(() => CategoryColorEnum, { defaultValue: "NONE", description: "Its colour." })
  color!: CategoryColor;
}

@InputType({ description: "Another colour for a category. Its name cannot be changed: Microsoft keeps it." })
export class UpdateCategoryInput {
  @Field(() => ID, { description: "Which category." })
  id!: string;

  @Field(() => CategoryColorEnum, { description: "Its colour." })
  color!: CategoryColor;
}

@InputType({ description: "The category to delete." })
export class DeleteCategoryInput {
  @Field(() => ID, { description: "Which category. Events keep its name, without a colour." })
  id!: string;
}
