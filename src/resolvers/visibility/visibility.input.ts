import { Field, InputType } from "type-graphql";
import type { Visibility } from "../../services/visibility/visibility-rule.js";
import { VisibilityEnum } from "./visibility.enums.js";

/** What new connections and keys have in common. */
@InputType()
export abstract class NewVisibilityInput {
  @Field(() => VisibilityEnum, { defaultValue: "FULL", description: "How much of events it shows." })
  visibility!: Visibility;

  @Field(() => VisibilityEnum, {
    defaultValue: "BUSY_ONLY",
    description: "How much it shows of private and confidential events; never more than `visibility`.",
  })
  privateEvents!: Visibility;
}

/** What changes of connections and keys have in common. */
@InputType()
export abstract class ChangedVisibilityInput {
  @Field(() => VisibilityEnum, { nullable: true, description: "How much of events it shows from now on." })
  visibility?: Visibility | null;

  @Field(() => VisibilityEnum, {
    nullable: true,
    description: "How much it shows of private and confidential events from now on; never more than `visibility`.",
  })
  privateEvents?: Visibility | null;
}
