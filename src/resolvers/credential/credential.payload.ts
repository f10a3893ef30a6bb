import { Field, ID, ObjectType } from "type-graphql";
import type { ConnectionConfig } from "../../services/connections/connection.model.js";
import type { Credential } from "../../services/credentials/credential.model.js";
import { PayloadType } from "../common/payload.type.js";
import { ConnectionConfigType } from "../connection/connection.type.js";
import { CredentialType } from "./credential.type.js";

@ObjectType({ simpleResolvers: true })
abstract class CredentialPayload extends PayloadType {
  @Field(() => ConnectionConfigType, { nullable: true, description: "The connection; null when nothing was done." })
  connection!: ConnectionConfig | null;

  @Field(() => CredentialType, { nullable: true, description: "The credential; null when nothing was done." })
  credential!: Credential | null;
}

@ObjectType({ description: "Outcome of `addCredential`.", simpleResolvers: true })
export class AddCredentialPayload extends CredentialPayload {}

@ObjectType({ description: "Outcome of `generateCertificate`.", simpleResolvers: true })
export class GenerateCertificatePayload extends CredentialPayload {}

@ObjectType({ description: "Outcome of `promoteCredential`.", simpleResolvers: true })
export class PromoteCredentialPayload extends CredentialPayload {}

@ObjectType({ description: "Outcome of `retireCredential`.", simpleResolvers: true })
export class RetireCredentialPayload extends PayloadType {
  @Field(() => ConnectionConfigType, { nullable: true, description: "The connection; null when nothing was done." })
  connection!: ConnectionConfig | null;

  @Field(() => ID, { nullable: true, description: "Id of what was deleted; null when nothing was." })
  retiredId!: string | null;
}
