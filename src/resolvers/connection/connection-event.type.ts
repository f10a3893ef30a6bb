import { Field, Int, ObjectType } from "type-graphql";
import type { ConnectionState } from "../../services/connections/connection.model.js";
import type { ConnectionEvent } from "../../services/connections/connection-history.service.js";
import type { ConnectionCause } from "../../services/connections/connection-life.js";
import type { ConnectionNextStep } from "../../services/connections/connection-next-step.js";
import type { ErrorExplanation, Fixer } from "../../services/explained-errors/error-explanation.js";
import { relayTypes } from "../common/relay.js";
import { GraphQLDateTime, GraphQLUrl } from "../common/scalars.js";
import { ErrorExplanationType, FixerEnum } from "../error-explanation/error-explanation.type.js";
import { ConnectionCauseEnum, ConnectionStateEnum } from "./connection.enums.js";

@ObjectType("ConnectionNextStep", { description: "What somebody has to do next.", simpleResolvers: true })
export class ConnectionNextStepType implements ConnectionNextStep {
  @Field(() => String, { description: "What to do." })
  sentence!: string;

  @Field(() => FixerEnum, { description: "Who can do it." })
  fixer!: Fixer;

  @Field(() => GraphQLUrl, { nullable: true, description: "The page on which to do it, where there is one." })
  link!: string | null;
}

@ObjectType("ConnectionHealth", {
  description:
    "What real use has shown of a connection: requests to its mailboxes, not verifications. Kept across restarts to the minute.",
  simpleResolvers: true,
})
export class ConnectionHealthType {
  @Field(() => GraphQLDateTime, { nullable: true, description: "When Microsoft last answered it as it should." })
  lastSuccessAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When a request of it last failed." })
  lastFailureAt!: Date | null;

  @Field(() => ErrorExplanationType, { nullable: true, description: "What the last failure was, in words." })
  lastError!: ErrorExplanation | null;

  @Field(() => String, { nullable: true, description: "Microsoft's request id of the last failure." })
  upstreamRequestId!: string | null;

  @Field(() => Int, { description: "Failures since the last success, of whichever mailbox." })
  consecutiveFailures!: number;
}

@ObjectType("ConnectionEvent", { description: "One change in the life of a connection.", simpleResolvers: true })
export class ConnectionEventType implements Omit<ConnectionEvent, "id" | "actor"> {
  readonly actor!: string | null;

  @Field(() => GraphQLDateTime, { description: "When it happened." })
  happenedAt!: Date;

  @Field(() => ConnectionStateEnum, { nullable: true, description: "Where it stood; null for its first state." })
  from!: ConnectionState | null;

  @Field(() => ConnectionStateEnum, { description: "Where it stood then." })
  to!: ConnectionState;

  @Field(() => ConnectionCauseEnum, { description: "What moved it." })
  cause!: ConnectionCause;

  @Field(() => String, { nullable: true, description: "Why, in a sentence." })
  reason!: string | null;

  @Field(() => String, { nullable: true, description: "Microsoft's code behind it; `explainError` says more." })
  code!: string | null;

  @Field(() => String, { nullable: true, description: "Was sent to Microsoft; finds the entry in its logs." })
  correlationId!: string | null;
}

export const ConnectionEventConnectionType = relayTypes(
  "ConnectionEvent",
  () => ConnectionEventType,
  "changes in the life of a connection",
);
