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

/** How a write is done that may have Microsoft mail people. */
@InputType()
export abstract class MailingMannerInput extends WriteMannerInput {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: also a meeting that is over, although its attendees are mailed; a series is over with its last occurrence. Default: false.",
  })
  allowPast?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: also where Microsoft mails more people than the gateway allows without a word. Default: false.",
  })
  allowManyRecipients?: boolean | null;
}
