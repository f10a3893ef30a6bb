import { ArrayMaxSize, IsFQDN, IsOptional, Length, Matches } from "class-validator";
import { Field, ID, InputType } from "type-graphql";

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SLUG_MESSAGE = "A slug holds lower-case letters, digits and single hyphens between them.";
const NAME_MESSAGE = "A name has 1 to 200 characters.";
const DOMAIN_MESSAGE = "Each e-mail domain must look like example.com.";

@InputType({ description: "A new organization." })
export class CreateOrganizationInput {
  @Field(() => String, { description: "Name as people know it, 1 to 200 characters." })
  @Length(1, 200, { message: NAME_MESSAGE })
  name!: string;

  @Field(() => String, {
    description: "Short unique name: lower-case letters, digits and hyphens, 1 to 63 characters.",
  })
  @Length(1, 63, { message: "A slug has 1 to 63 characters." })
  @Matches(SLUG, { message: SLUG_MESSAGE })
  slug!: string;

  @Field(() => [String], { defaultValue: [], description: "E-mail domains of the organization, at most 100." })
  @ArrayMaxSize(100, { message: "An organization has at most 100 e-mail domains." })
  @IsFQDN({}, { each: true, message: DOMAIN_MESSAGE })
  emailDomains!: string[];
}

@InputType({ description: "Changes to an organization. Fields left out stay as they are." })
export class UpdateOrganizationInput {
  @Field(() => ID, { description: "Which organization." })
  id!: string;

  @Field(() => String, { nullable: true, description: "New name, 1 to 200 characters." })
  @IsOptional()
  @Length(1, 200, { message: NAME_MESSAGE })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "New slug." })
  @IsOptional()
  @Length(1, 63, { message: "A slug has 1 to 63 characters." })
  @Matches(SLUG, { message: SLUG_MESSAGE })
  slug?: string | null;

  @Field(() => [String], { nullable: true, description: "All e-mail domains; replaces the former list." })
  @IsOptional()
  @ArrayMaxSize(100, { message: "An organization has at most 100 e-mail domains." })
  @IsFQDN({}, { each: true, message: DOMAIN_MESSAGE })
  emailDomains?: string[] | null;
}

@InputType({ description: "The organization to delete." })
export class DeleteOrganizationInput {
  @Field(() => ID, { description: "Which organization. Its connections, mailboxes and API keys go with it." })
  id!: string;
}
