import { Field, ObjectType } from "type-graphql";
import type {
  MailboxCause,
  Verification,
  VerificationCheck,
  VerificationCheckName,
  VerificationCheckState,
} from "../../services/connections/verification/verification.model.js";
import type { ErrorExplanation, Fixer } from "../../services/explained-errors/error-explanation.js";
import { NodeType } from "../common/node.type.js";
import { GraphQLDateTime, GraphQLUrl } from "../common/scalars.js";
import { ErrorExplanationType, FixerEnum } from "../error-explanation/error-explanation.type.js";
import {
  MailboxCauseEnum,
  VerificationCheckNameEnum,
  VerificationCheckStateEnum,
  VerificationStateEnum,
} from "./connection.enums.js";

@ObjectType("VerificationCheck", { description: "One step of a verification.", simpleResolvers: true })
class VerificationCheckType implements Omit<VerificationCheck, "meaning"> {
  @Field(() => VerificationCheckNameEnum, { description: "Which step." })
  name!: VerificationCheckName;

  @Field(() => VerificationCheckStateEnum, { description: "How it ended." })
  state!: VerificationCheckState;

  @Field(() => String, { description: "What was seen, in a sentence." })
  observed!: string;

  @Field(() => String, { nullable: true, description: "What to do about it; null when nothing is to be done." })
  action!: string | null;

  @Field(() => FixerEnum, { nullable: true, description: "Who can do it; null when nothing is to be done." })
  fixer!: Fixer | null;

  @Field(() => GraphQLUrl, { nullable: true, description: "The page on which to do it, where there is one." })
  link!: string | null;

  @Field(() => String, { nullable: true, description: "Microsoft's code, where one was answered." })
  upstreamCode!: string | null;

  @Field(() => String, { nullable: true, description: "Microsoft's request id; its support asks for it." })
  upstreamRequestId!: string | null;

  @Field(() => ErrorExplanationType, { nullable: true, description: "Microsoft's code in words." })
  explanation!: ErrorExplanation | null;

  @Field(() => [MailboxCauseEnum], {
    description: "Why the mailbox may be out of reach, the likeliest first; empty where that was not asked.",
  })
  possibleCauses!: readonly MailboxCause[];

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it ended; null for one of an older version." })
  finishedAt!: string | null;
}

@ObjectType("Verification", {
  implements: NodeType,
  description: "One test of a connection. Its checks are there as soon as each has ended.",
  simpleResolvers: true,
})
export class VerificationType extends NodeType {
  declare readonly kind: "Verification";
  readonly connectionId!: string;

  @Field(() => VerificationStateEnum, { description: "Whether it has ended." })
  state!: Verification["state"];

  @Field(() => Boolean, { description: "True when it has ended and no step failed." })
  passed!: boolean;

  @Field(() => GraphQLDateTime, { description: "When it began." })
  startedAt!: Verification["startedAt"];

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it ended; null while it has not." })
  finishedAt!: Verification["finishedAt"];

  @Field(() => String, { description: "Sent to Microsoft as `client-request-id`; finds the entry in the sign-in log." })
  correlationId!: string;

  @Field(() => [VerificationCheckType], { description: "Its steps that have ended, in order." })
  checks!: readonly VerificationCheck[];
}
