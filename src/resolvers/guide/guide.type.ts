import { Field, ID, Int, ObjectType } from "type-graphql";
import type { ConnectionAccessKind, SupportedAccountTypes } from "../../services/connections/connection.model.js";
import type {
  AccountTypeAdvice,
  ApprovalRequest,
  ConnectionGuide,
  GraphPermission,
  GuideCopy,
  GuideScript,
  GuideStep,
  GuideValue,
  PermissionKind,
  ScriptKind,
} from "../../services/guide/guide.model.js";
import { GraphQLLocalDate, GraphQLUrl } from "../common/scalars.js";
import { ConnectionAccessEnum, SupportedAccountTypesEnum } from "../connection/connection.enums.js";
import { PermissionKindEnum, ScriptKindEnum } from "./guide.enums.js";

@ObjectType("GraphPermission", { description: "A permission of Microsoft Graph.", simpleResolvers: true })
class GraphPermissionType implements GraphPermission {
  @Field(() => String, { description: "As the portal lists it, for example `Calendars.ReadWrite`." })
  name!: string;

  @Field(() => PermissionKindEnum, { description: "Under which of the two kinds to look for it." })
  kind!: PermissionKind;

  @Field(() => ID, { description: "Its id in manifests and scripts; the same in all tenants." })
  id!: string;

  @Field(() => String, { description: "Why the gateway asks for it." })
  reason!: string;

  @Field(() => Boolean, {
    description: "True when only an administrator can consent to it, whatever the tenant's policy.",
  })
  needsAdministrator!: boolean;
}

@ObjectType("AccountTypeAdvice", {
  description: "One choice under “Supported account types” on Entra's registration form.",
  simpleResolvers: true,
})
class AccountTypeAdviceType implements AccountTypeAdvice {
  @Field(() => SupportedAccountTypesEnum, { description: "The choice, as `createConnection` takes it." })
  type!: SupportedAccountTypes;

  @Field(() => String, { description: "Its label on the form." })
  portalLabel!: string;

  @Field(() => String, { description: "Its word in manifests: `signInAudience`." })
  signInAudience!: string;

  @Field(() => String, { description: "What it means." })
  meaning!: string;

  @Field(() => Boolean, { description: "True for the one to choose." })
  isRecommended!: boolean;

  @Field(() => String, { nullable: true, description: "What speaks against it here; null for the one to choose." })
  drawback!: string | null;
}

@ObjectType("GuideValue", { description: "A text to enter or to choose.", simpleResolvers: true })
class GuideValueType implements GuideValue {
  @Field(() => String, { description: "The field of the form." })
  label!: string;

  @Field(() => String, { description: "What to enter, exactly." })
  value!: string;
}

@ObjectType("GuideCopy", { description: "A text to copy, and where it goes.", simpleResolvers: true })
class GuideCopyType implements GuideCopy {
  @Field(() => String, { description: "Its label in the portal." })
  label!: string;

  @Field(() => String, { description: "The field of `CreateConnectionInput` that takes it." })
  inputField!: string;

  @Field(() => String, { description: "What it looks like." })
  looksLike!: string;
}

@ObjectType("GuideStep", { description: "One step of the way to a connection.", simpleResolvers: true })
class GuideStepType implements GuideStep {
  @Field(() => Int, { description: "Its place, from 1." })
  number!: number;

  @Field(() => String, { description: "What is done." })
  title!: string;

  @Field(() => String, { description: "How, and what to mind." })
  explanation!: string;

  @Field(() => GraphQLUrl, {
    nullable: true,
    description: "The page in the cloud's own portal; null when there is none.",
  })
  link!: string | null;

  @Field(() => [GuideValueType], { description: "What to enter." })
  enter!: readonly GuideValue[];

  @Field(() => [GuideCopyType], { description: "What to copy." })
  copy!: readonly GuideCopy[];

  @Field(() => [String], { description: "Who may do it; any one of these suffices." })
  whoMayDoIt!: readonly string[];
}

@ObjectType("GuideScript", { description: "The same work as a text to run or to paste.", simpleResolvers: true })
class GuideScriptType implements GuideScript {
  @Field(() => ScriptKindEnum, { description: "What it is written for." })
  kind!: ScriptKind;

  @Field(() => String, { description: "A fitting name for the file." })
  fileName!: string;

  @Field(() => String, { description: "What it does." })
  purpose!: string;

  @Field(() => String, { description: "The text. It holds no secret." })
  text!: string;
}

@ObjectType("ApprovalRequest", { description: "A message to whoever may consent.", simpleResolvers: true })
class ApprovalRequestType implements ApprovalRequest {
  @Field(() => String, { description: "Its subject." })
  subject!: string;

  @Field(() => String, { description: "Its text: what is asked, why, and what to press." })
  text!: string;

  @Field(() => GraphQLUrl, { nullable: true, description: "The page on which to consent." })
  link!: string | null;

  @Field(() => [String], { description: "Roles that may consent; any one of these suffices." })
  whoMayApprove!: readonly string[];
}

@ObjectType("ConnectionGuide", {
  description: "How to register an application at Microsoft Entra that serves the answers given.",
  simpleResolvers: true,
})
export class ConnectionGuideType implements ConnectionGuide {
  @Field(() => ConnectionAccessEnum, { description: "Whose permission the connection will use." })
  access!: ConnectionAccessKind;

  @Field(() => SupportedAccountTypesEnum, { description: "The account type to choose." })
  supportedAccountTypes!: SupportedAccountTypes;

  @Field(() => [GraphPermissionType], { description: "The least permissions that serve." })
  permissions!: readonly GraphPermission[];

  @Field(() => [String], { description: "Addresses to register under Web, at which sign-ins and consents come back." })
  redirectUris!: readonly string[];

  @Field(() => [AccountTypeAdviceType], { description: "All four account types, judged for the answers given." })
  accountTypes!: readonly AccountTypeAdvice[];

  @Field(() => [GuideStepType], { description: "What to do, in order." })
  steps!: readonly GuideStep[];

  @Field(() => [GuideScriptType], {
    description: "The same registration by script; use one of them instead of the portal.",
  })
  scripts!: readonly GuideScript[];

  @Field(() => ApprovalRequestType, { description: "For those who may register but not consent." })
  approvalRequest!: ApprovalRequest;

  @Field(() => [String], { description: "What is worth knowing before the first step." })
  warnings!: readonly string[];

  @Field(() => GraphQLLocalDate, {
    description:
      "When its steps, links and scripts were last compared with Microsoft's documentation. The portal may have changed since; the scripts change less.",
  })
  checkedOn!: string;
}
