import { Field, InputType } from "type-graphql";

/** How a write of an event is done; what its input extends. */
@InputType()
export abstract class WriteMannerInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: nothing is written and nobody is mailed; the payload has a `preview` of what would be. Microsoft's mails about a meeting cannot be suppressed otherwise. Default: false.",
  })
  dryRun?: boolean | null;
}
