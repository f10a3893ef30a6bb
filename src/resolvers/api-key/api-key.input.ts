import { IsOptional, Length } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { ApiKeyRole } from "../../services/api-keys/api-key.model.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { ChangedVisibilityInput, NewVisibilityInput } from "../visibility/visibility.input.js";
import { RoleEnum } from "./api-key.type.js";

const NAME_MESSAGE = "A name has 1 to 200 characters.";

@InputType({ description: "A new API key." })
export class CreateApiKeyInput extends NewVisibilityInput {
  @Field(() => ID, { nullable: true, description: "The organization it is for; left out for an OWNER key." })
  organizationId?: string | null;

  @Field(() => String, { description: "Name, to tell keys apart, 1 to 200 characters." })
  @Length(1, 200, { message: NAME_MESSAGE })
  name!: string;

  @Field(() => RoleEnum, { description: "What it may do." })
  role!: ApiKeyRole;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it stops working. Default: never." })
  expiresAt?: Date | null;
}

@InputType({ description: "Changes to an API key. Fields left out stay as they are." })
export class UpdateApiKeyInput extends ChangedVisibilityInput {
  @Field(() => ID, { description: "Which key." })
  id!: string;

  @Field(() => String, { nullable: true, description: "New name." })
  @IsOptional()
  @Length(1, 200, { message: NAME_MESSAGE })
  name?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it stops working; null: never." })
  expiresAt?: Date | null;
}

@InputType({ description: "The API key to revoke." })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: "Which key. It stops working at once and stays listed." })
  id!: string;
}

@InputType({ description: "The API key to delete." })
export class DeleteApiKeyInput {
  @Field(() => ID, { description: "Which key. It stops working at once." })
  id!: string;
}
