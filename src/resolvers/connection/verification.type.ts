import { Field, ObjectType } from "type-graphql";
import type {
  Verification,
  VerificationCheck,
  VerificationCheckName,
  VerificationCheckState,
} from "../../services/connections/connection.model.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { VerificationCheckNameEnum, VerificationCheckStateEnum } from "./connection.enums.js";

@ObjectType("VerificationCheck", { description: "One step of a verification.", simpleResolvers: true })
class VerificationCheckType implements VerificationCheck {
  @Field(() => VerificationCheckNameEnum, { description: "Which step." })
  name!: VerificationCheckName;

  @Field(() => VerificationCheckStateEnum, { description: "How it ended." })
  state!: VerificationCheckState;

  @Field(() => String, { description: "What was seen, in a sentence." })
  observed!: string;

  @Field(() => String, { nullable: true, description: "What to do about it; null when nothing is to be done." })
  action!: string | null;

  @Field(() => String, { nullable: true, description: "Microsoft's code, where one was answered." })
  upstreamCode!: string | null;
}

@ObjectType("Verification", { description: "The record of one test of a connection.", simpleResolvers: true })
export class VerificationType {
  @Field(() => Boolean, { description: "True when no step failed." })
  passed!: boolean;

  @Field(() => GraphQLDateTime, { description: "When it began." })
  startedAt!: Verification["startedAt"];

  @Field(() => GraphQLDateTime, { description: "When it ended." })
  finishedAt!: Verification["finishedAt"];

  @Field(() => String, { description: "Sent to Microsoft as `client-request-id`; finds the entry in the sign-in log." })
  correlationId!: string;

  @Field(() => [VerificationCheckType], { description: "Its steps, in order." })
  checks!: readonly VerificationCheck[];
}
