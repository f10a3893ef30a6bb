import { Field, ObjectType } from "type-graphql";
import type { ApiKey, ApiKeyRole } from "../../services/api-keys/api-key.model.js";
import type { Visibility } from "../../services/visibility/visibility-rule.js";
import { graphqlEnum } from "../common/enums.js";
import { NodeType } from "../common/node.type.js";
import { relayTypes } from "../common/relay.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { VisibilityEnum } from "../visibility/visibility.enums.js";

export const RoleEnum = graphqlEnum<ApiKeyRole>("Role", "What an API key may do.", {
  OWNER: "Everything on this server, in all organizations.",
  ADMIN: "Everything in one organization: its connections, mailboxes, API keys and events.",
  WRITER: "Reads one organization and writes events.",
  READER: "Reads one organization.",
});

@ObjectType("ApiKey", {
  implements: NodeType,
  description: "A key of a client application. Its token is shown once, at creation.",
  simpleResolvers: true,
})
export class ApiKeyType extends NodeType implements ApiKey {
  declare readonly kind: "ApiKey";
  readonly organizationId!: string | null;

  @Field(() => String, { description: "Name, to tell keys apart." })
  name!: string;

  @Field(() => RoleEnum, { description: "What it may do." })
  role!: ApiKeyRole;

  @Field(() => VisibilityEnum, { description: "How much of events it shows." })
  visibility!: Visibility;

  @Field(() => VisibilityEnum, {
    description: "How much it shows of private and confidential events; never more than `visibility`.",
  })
  privateEvents!: Visibility;

  @Field(() => String, { description: "The first characters of the token, to recognize it by." })
  hint!: string;

  @Field(() => GraphQLDateTime, { description: "When it was made." })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it stops working; null: never." })
  expiresAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it was revoked; null: it was not." })
  revokedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it was last used, to the minute." })
  lastUsedAt!: Date | null;
}

export const ApiKeyConnectionType = relayTypes("ApiKey", () => ApiKeyType, "API keys");
