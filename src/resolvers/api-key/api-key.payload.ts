import { Field, ObjectType } from "type-graphql";
import type { ApiKey } from "../../services/api-keys/api-key.model.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { ApiKeyType } from "./api-key.type.js";

@ObjectType({ simpleResolvers: true })
abstract class ApiKeyPayload extends PayloadType {
  @Field(() => ApiKeyType, { nullable: true, description: "The API key; null when nothing was done." })
  apiKey!: ApiKey | null;
}

@ObjectType({ description: "Outcome of `createApiKey`.", simpleResolvers: true })
export class CreateApiKeyPayload extends ApiKeyPayload {
  @Field(() => String, {
    nullable: true,
    description: "The token to send as `Authorization: Bearer …`. This is the only time it is shown.",
  })
  token!: string | null;
}

@ObjectType({ description: "Outcome of `updateApiKey`.", simpleResolvers: true })
export class UpdateApiKeyPayload extends ApiKeyPayload {}

@ObjectType({ description: "Outcome of `revokeApiKey`.", simpleResolvers: true })
export class RevokeApiKeyPayload extends ApiKeyPayload {}

@ObjectType({ description: "Outcome of `deleteApiKey`.", simpleResolvers: true })
export class DeleteApiKeyPayload extends DeletePayloadType {}
