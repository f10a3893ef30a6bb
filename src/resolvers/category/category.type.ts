import { Field, ObjectType } from "type-graphql";
import type { Category, CategoryColor } from "../../services/categories/category.model.js";
import { graphqlEnum, UNKNOWN } from "../common/enums.js";
import { NodeType } from "../common/node.type.js";
import { relayTypes } from "../common/relay.js";

export const CategoryColorEnum = graphqlEnum<CategoryColor>(
  "CategoryColor",
  "Colours of categories, by their names in Outlook for Windows. What is shown depends on each client; several categories may share a colour.",
  {
    NONE: "No colour.",
    RED: "Red, Microsoft's `preset0`.",
    ORANGE: "Orange, `preset1`.",
    BROWN: "Brown, `preset2`.",
    YELLOW: "Yellow, `preset3`.",
    GREEN: "Green, `preset4`.",
    TEAL: "Teal, `preset5`.",
    OLIVE: "Olive, `preset6`.",
    BLUE: "Blue, `preset7`.",
    PURPLE: "Purple, `preset8`.",
    CRANBERRY: "Cranberry, `preset9`.",
    STEEL: "Steel, `preset10`.",
    DARK_STEEL: "Dark steel, `preset11`.",
    GRAY: "Gray, `preset12`.",
    DARK_GRAY: "Dark gray, `preset13`.",
    BLACK: "Black, `preset14`.",
    DARK_RED: "Dark red, `preset15`.",
    DARK_ORANGE: "Dark orange, `preset16`.",
    DARK_BROWN: "Dark brown, `preset17`.",
    DARK_YELLOW: "Dark yellow, `preset18`.",
    DARK_GREEN: "Dark green, `preset19`.",
    DARK_TEAL: "Dark teal, `preset20`.",
    DARK_OLIVE: "Dark olive, `preset21`.",
    DARK_BLUE: "Dark blue, `preset22`.",
    DARK_PURPLE: "Dark purple, `preset23`.",
    DARK_CRANBERRY: "Dark cranberry, `preset24`.",
    UNKNOWN,
  },
);

@ObjectType("Category", {
  implements: NodeType,
  description:
    "An entry of a mailbox's list of categories, which gives a name its colour. Events name it in `categories`, and may name others, which have none. Needs the permission MailboxSettings.Read.",
  simpleResolvers: true,
})
export class CategoryType extends NodeType implements Omit<Category, "kind"> {
  declare readonly kind: "Category";
  readonly mailboxId!: string;
  readonly graphId!: string;

  @Field(() => String, { nullable: true, description: "Its name, as events have it in `categories`." })
  displayName!: string | null;

  @Field(() => CategoryColorEnum, { description: "Its colour." })
  color!: CategoryColor;
}

export const CategoryConnectionType = relayTypes("Category", () => CategoryType, "categories");
