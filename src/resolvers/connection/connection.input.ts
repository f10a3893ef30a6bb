import { IsEmail, IsOptional, Length } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { Cloud } from "../../lib/clouds.js";
import type {
  ConnectionAccessKind,
  FreeBusyReach,
  PermissionLevel,
  SupportedAccountTypes,
} from "../../services/connections/connection.model.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { ChangedVisibilityInput, NewVisibilityInput } from "../visibility/visibility.input.js";
import {
  CloudEnum,
  ConnectionAccessEnum,
  FreeBusyReachEnum,
  PermissionLevelEnum,
  SupportedAccountTypesEnum,
} from "./connection.enums.js";

const NAME_MESSAGE = "A name has 1 to 200 characters.";

@InputType({ description: "A new connection to a Microsoft 365 tenant." })
export class CreateConnectionInput extends NewVisibilityInput {
  @Field(() => ID, { description: "The organization that it belongs to." })
  organizationId!: string;

  @Field(() => String, { description: "Name, unique in the organization, 1 to 200 characters." })
  @Length(1, 200, { message: NAME_MESSAGE })
  name!: string;

  @Field(() => CloudEnum, { defaultValue: "GLOBAL", description: "The Microsoft cloud of the tenant." })
  cloud!: Cloud;

  @Field(() => ConnectionAccessEnum, { defaultValue: "APPLICATION", description: "Whose permission it uses." })
  access!: ConnectionAccessKind;

  @Field(() => SupportedAccountTypesEnum, {
    defaultValue: "SINGLE_TENANT",
    description: "As chosen on Entra's registration form.",
  })
  supportedAccountTypes!: SupportedAccountTypes;

  @Field(() => String, {
    description: "Directory (tenant) ID of the registration's Overview page, or a verified domain.",
  })
  tenantId!: string;

  @Field(() => String, { description: "Application (client) ID of the registration's Overview page." })
  clientId!: string;

  @Field(() => String, {
    nullable: true,
    description: "The Value (not the Secret ID) of a client secret. Write-only: it can be replaced, never read.",
  })
  clientSecret?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the client secret expires, as Entra shows it." })
  clientSecretExpiresAt?: Date | null;

  @Field(() => PermissionLevelEnum, {
    defaultValue: "READ_WRITE",
    description: "How much of calendars it may use; the guide's `use`.",
  })
  permissionLevel!: PermissionLevel;

  @Field(() => FreeBusyReachEnum, {
    defaultValue: "SPECIFIED",
    description: "Whose free and busy times it tells. Microsoft would tell those of anybody in the tenant.",
  })
  freeBusyReach!: FreeBusyReach;
}

@InputType({
  description:
    "Changes to a connection. Fields left out stay as they are. A new tenant ID or client ID removes the stored credential unless a new one comes along.",
})
export class UpdateConnectionInput extends ChangedVisibilityInput {
  @Field(() => ID, { description: "Which connection." })
  id!: string;

  @Field(() => String, { nullable: true, description: "New name." })
  @IsOptional()
  @Length(1, 200, { message: NAME_MESSAGE })
  name?: string | null;

  @Field(() => CloudEnum, { nullable: true, description: "Another cloud." })
  cloud?: Cloud | null;

  @Field(() => ConnectionAccessEnum, { nullable: true, description: "Another kind of access." })
  access?: ConnectionAccessKind | null;

  @Field(() => SupportedAccountTypesEnum, { nullable: true, description: "Other supported account types." })
  supportedAccountTypes?: SupportedAccountTypes | null;

  @Field(() => String, { nullable: true, description: "New Directory (tenant) ID." })
  tenantId?: string | null;

  @Field(() => String, { nullable: true, description: "New Application (client) ID." })
  clientId?: string | null;

  @Field(() => String, { nullable: true, description: "New client secret; replaces the stored one." })
  clientSecret?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the client secret expires; null: not known." })
  clientSecretExpiresAt?: Date | null;

  @Field(() => PermissionLevelEnum, { nullable: true, description: "How much of calendars it may use from now on." })
  permissionLevel?: PermissionLevel | null;

  @Field(() => FreeBusyReachEnum, { nullable: true, description: "Whose free and busy times it tells from now on." })
  freeBusyReach?: FreeBusyReach | null;

  @Field(() => Boolean, { nullable: true, description: "False switches the connection off, true on again." })
  isEnabled?: boolean | null;
}

@InputType({ description: "The connection to delete." })
export class DeleteConnectionInput {
  @Field(() => ID, { description: "Which connection. Its mailboxes go with it; nothing changes at Microsoft." })
  id!: string;
}

@InputType({ description: "The connection to test." })
export class VerifyConnectionInput {
  @Field(() => ID, { description: "Which connection." })
  id!: string;

  @Field(() => ID, {
    nullable: true,
    description: "The mailbox whose calendar is tried. Default: the first one of the connection.",
  })
  mailboxId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "True also creates and removes an event in that mailbox: private, free, without attendees, on 1 January 2000.",
  })
  tryWriting!: boolean;

  @Field(() => String, {
    nullable: true,
    description: "Address of a mailbox that the tenant must refuse, to prove that the application's scope holds.",
  })
  @IsOptional()
  @IsEmail({}, { message: "The address must look like ann@example.com." })
  outOfScopeAddress?: string | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      "Waits up to 25 seconds for the end. False answers at once; read the verification by its id as its checks end.",
  })
  wait!: boolean;
}
