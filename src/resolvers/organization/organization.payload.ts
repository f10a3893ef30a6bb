import { Field, ObjectType } from "type-graphql";
import type { Organization } from "../../services/organizations/organization.model.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { OrganizationType } from "./organization.type.js";

@ObjectType({ simpleResolvers: true })
abstract class OrganizationPayload extends PayloadType {
  @Field(() => OrganizationType, { nullable: true, description: "The organization; null when nothing was done." })
  organization!: Organization | null;
}

@ObjectType({ description: "Outcome of `createOrganization`.", simpleResolvers: true })
export class CreateOrganizationPayload extends OrganizationPayload {}

@ObjectType({ description: "Outcome of `updateOrganization`.", simpleResolvers: true })
export class UpdateOrganizationPayload extends OrganizationPayload {}

@ObjectType({ description: "Outcome of `deleteOrganization`.", simpleResolvers: true })
export class DeleteOrganizationPayload extends DeletePayloadType {}
