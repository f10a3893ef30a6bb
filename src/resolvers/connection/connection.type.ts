import { Field, ObjectType } from "type-graphql";
import type { Cloud } from "../../lib/clouds.js";
import type {
  ConnectionAccessKind,
  ConnectionConfig,
  ConnectionState,
  FreeBusyReach,
  PermissionLevel,
  SupportedAccountTypes,
} from "../../services/connections/connection.model.js";
import type { Visibility } from "../../services/visibility/visibility-rule.js";
import { NodeType } from "../common/node.type.js";
import { relayTypes } from "../common/relay.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { VisibilityEnum } from "../visibility/visibility.enums.js";
import {
  CloudEnum,
  ConnectionAccessEnum,
  ConnectionStateEnum,
  FreeBusyReachEnum,
  PermissionLevelEnum,
  SupportedAccountTypesEnum,
} from "./connection.enums.js";
import { VerificationType } from "./verification.type.js";

@ObjectType("ConnectionConfig", {
  implements: NodeType,
  description: "A configured way into one Microsoft 365 tenant: an application registration and its credential.",
  simpleResolvers: true,
})
export class ConnectionConfigType extends NodeType implements ConnectionConfig {
  declare readonly kind: "ConnectionConfig";
  readonly organizationId!: string;
  readonly stateCode!: string | null;

  @Field(() => String, { description: "Name, unique in its organization." })
  name!: string;

  @Field(() => CloudEnum, { description: "The Microsoft cloud of the tenant." })
  cloud!: Cloud;

  @Field(() => ConnectionAccessEnum, { description: "Whose permission the connection uses." })
  access!: ConnectionAccessKind;

  @Field(() => SupportedAccountTypesEnum, { description: "As chosen on Entra's registration form." })
  supportedAccountTypes!: SupportedAccountTypes;

  @Field(() => String, { description: "Directory (tenant) ID, or a verified domain of the tenant." })
  tenantId!: string;

  @Field(() => String, { description: "Application (client) ID." })
  clientId!: string;

  @Field(() => PermissionLevelEnum, { description: "How much of calendars it may use, whatever it was granted." })
  permissionLevel!: PermissionLevel;

  @Field(() => FreeBusyReachEnum, { description: "Whose free and busy times it tells." })
  freeBusyReach!: FreeBusyReach;

  @Field(() => VisibilityEnum, { description: "How much of events it shows." })
  visibility!: Visibility;

  @Field(() => VisibilityEnum, {
    description: "How much it shows of private and confidential events; never more than `visibility`.",
  })
  privateEvents!: Visibility;

  @Field(() => ConnectionStateEnum, { description: "Where the connection stands." })
  state!: ConnectionState;

  @Field(() => String, { nullable: true, description: "Why it stands there, in a sentence." })
  stateReason!: string | null;

  @Field(() => VerificationType, { nullable: true, description: "The last verification; null when there was none." })
  lastVerification!: ConnectionConfig["lastVerification"];

  @Field(() => GraphQLDateTime, { description: "When it was created here." })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it last changed." })
  updatedAt!: Date;
}

export const ConnectionConfigConnectionType = relayTypes(
  "ConnectionConfig",
  () => ConnectionConfigType,
  "connections to Microsoft 365",
);
