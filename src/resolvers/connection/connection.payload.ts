import { Field, ObjectType } from "type-graphql";
import type { ConnectionConfig } from "../../services/connections/connection.model.js";
import type { Verification } from "../../services/connections/verification/verification.model.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { ConnectionConfigType } from "./connection.type.js";
import { VerificationType } from "./verification.type.js";

@ObjectType({ simpleResolvers: true })
abstract class ConnectionPayload extends PayloadType {
  @Field(() => ConnectionConfigType, { nullable: true, description: "The connection; null when nothing was done." })
  connection!: ConnectionConfig | null;
}

@ObjectType({ description: "Outcome of `createConnection`.", simpleResolvers: true })
export class CreateConnectionPayload extends ConnectionPayload {}

@ObjectType({ description: "Outcome of `updateConnection`.", simpleResolvers: true })
export class UpdateConnectionPayload extends ConnectionPayload {}

@ObjectType({ description: "Outcome of `deleteConnection`.", simpleResolvers: true })
export class DeleteConnectionPayload extends DeletePayloadType {}

@ObjectType({ description: "Outcome of `verifyConnection`.", simpleResolvers: true })
export class VerifyConnectionPayload extends ConnectionPayload {
  @Field(() => VerificationType, {
    nullable: true,
    description: "What the test found, or has found so far. A failed step is part of it, not an error of the mutation.",
  })
  verification!: Verification | null;
}
