import { Field, ObjectType } from "type-graphql";
import type { ApiKeyRole } from "../../services/api-keys/api-key.model.js";
import { RoleEnum } from "../api-key/api-key.type.js";

@ObjectType("Viewer", { description: "Who asks: the API key of the request.", simpleResolvers: true })
export class ViewerType {
  readonly apiKeyId!: string;
  readonly organizationId!: string | null;

  @Field(() => RoleEnum, { description: "What the key may do." })
  role!: ApiKeyRole;
}
