import { Field, ObjectType } from "type-graphql";
import type { ErrorExplanation, Fixer } from "../../services/explained-errors/error-explanation.js";
import { graphqlEnum } from "../common/enums.js";
import { GraphQLUrl } from "../common/scalars.js";

export const FixerEnum = graphqlEnum<Fixer>("Fixer", "Who can mend an error.", {
  USER: "Whoever uses the calendar or signs in.",
  TENANT_ADMINISTRATOR: "An administrator of the Microsoft 365 tenant.",
  GATEWAY_OPERATOR: "Whoever configures or runs this gateway.",
  NOBODY: "It passes by itself, or only Microsoft can.",
});

@ObjectType("ErrorExplanation", {
  description: "A code of Microsoft's in words that say what to do.",
  simpleResolvers: true,
})
export class ErrorExplanationType implements ErrorExplanation {
  @Field(() => String, { description: "The code, as Microsoft spells it." })
  code!: string;

  @Field(() => String, { description: "What happened." })
  what!: string;

  @Field(() => String, { description: "Why it usually happens." })
  cause!: string;

  @Field(() => FixerEnum, { description: "Who can mend it." })
  fixer!: Fixer;

  @Field(() => String, { description: "What to do." })
  step!: string;

  @Field(() => GraphQLUrl, {
    nullable: true,
    description: "The portal page on which to do it, or Microsoft's page about the code.",
  })
  link!: string | null;

  @Field(() => Boolean, {
    description: "True when the same request may succeed later although nobody changed anything.",
  })
  isRetryable!: boolean;

  @Field(() => Boolean, { description: "False when only general advice can be given." })
  isKnown!: boolean;
}
