import { Field, ObjectType } from "type-graphql";
import type { Organization } from "../../services/organizations/organization.model.js";
import { NodeType } from "../common/node.type.js";
import { relayTypes } from "../common/relay.js";
import { GraphQLDateTime } from "../common/scalars.js";

@ObjectType("Organization", {
  implements: NodeType,
  description: "A customer of this gateway: the owner of connections, mailboxes and API keys.",
  simpleResolvers: true,
})
export class OrganizationType extends NodeType implements Organization {
  declare readonly kind: "Organization";

  @Field(() => String, { description: "Name as people know it." })
  name!: string;

  @Field(() => String, {
    description: "Short name for addresses and scripts: lower-case letters, digits and hyphens; unique.",
  })
  slug!: string;

  @Field(() => [String], { description: "E-mail domains of the organization, in lower case." })
  emailDomains!: readonly string[];

  @Field(() => GraphQLDateTime, { description: "When it was created here." })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When its own fields last changed." })
  updatedAt!: Date;
}

export const OrganizationConnectionType = relayTypes("Organization", () => OrganizationType, "organizations");
