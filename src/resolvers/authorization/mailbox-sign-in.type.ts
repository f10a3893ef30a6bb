import { Field, ObjectType } from "type-graphql";
import type { AdminConsent } from "../../services/authorization/admin-consent.service.js";
import type {
  CapabilityBasis,
  MailboxCapability,
  MailboxCapabilityName,
} from "../../services/authorization/mailbox-capabilities.js";
import type { MailboxGrantState, MailboxSignIn } from "../../services/authorization/mailbox-sign-in.model.js";
import type { Fixer } from "../../services/explained-errors/error-explanation.js";
import { graphqlEnum } from "../common/enums.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { FixerEnum } from "../error-explanation/error-explanation.type.js";

const MailboxSignInStateEnum = graphqlEnum<MailboxGrantState>(
  "MailboxSignInState",
  "Whether a person's sign-in can still be used.",
  {
    ACTIVE: "Tokens are renewed without the person.",
    NEEDS_RECONNECT: "Microsoft ended it: the person must sign in again.",
  },
);

const MailboxCapabilityNameEnum = graphqlEnum<MailboxCapabilityName>(
  "MailboxCapabilityName",
  "Something that can be had of some mailboxes and not of others.",
  {
    READ_EVENTS: "Reading calendars and events.",
    WRITE_EVENTS: "Creating, changing and deleting events.",
    FREE_BUSY_OF_OTHERS: "Free and busy times of other people.",
    MEETING_TIME_SUGGESTIONS: "Suggestions of Microsoft's for when to meet.",
    ROOMS: "Rooms of an organization.",
    TEAMS_MEETINGS: "Events with a Teams meeting.",
    SHARED_CALENDARS: "Calendars that others share with the mailbox.",
    READ_DETAILS: "Bodies of events, and data of the client's own.",
    ATTACHMENTS: "Files attached to events.",
    FORWARD_EVENTS: "Forwarding events.",
    READ_SETTINGS: "Reading the mailbox's settings.",
    WRITE_SETTINGS: "Changing the mailbox's settings.",
    READ_CATEGORIES: "Reading the mailbox's list of categories.",
    WRITE_CATEGORIES: "Changing the mailbox's list of categories.",
  },
);

const MailboxCapabilityBasisEnum = graphqlEnum<CapabilityBasis>(
  "MailboxCapabilityBasis",
  "What it is known by. Microsoft is not asked.",
  {
    RULES: "It follows from the kind of account and of access, the cloud, and the connection's permission level.",
    TOKEN: "The connection's token, or the sign-in of the owner, shows the permission or does not.",
    ASSUMED: "No token was seen since the gateway started, and nothing else speaks against it.",
  },
);

@ObjectType("MailboxCapability", {
  description: "Whether something can be had of this mailbox, as far as is known without asking Microsoft.",
  simpleResolvers: true,
})
export class MailboxCapabilityType implements MailboxCapability {
  @Field(() => MailboxCapabilityNameEnum, { description: "What it is about." })
  name!: MailboxCapabilityName;

  @Field(() => Boolean, { description: "Whether it can be had." })
  isAvailable!: boolean;

  @Field(() => String, { nullable: true, description: "Why not; null where it is available." })
  reason!: string | null;

  @Field(() => FixerEnum, { nullable: true, description: "Who can mend it; null where it is available." })
  fixer!: Fixer | null;

  @Field(() => MailboxCapabilityBasisEnum, { description: "What it is known by." })
  basis!: CapabilityBasis;
}

@ObjectType("MailboxSignIn", {
  description: "What may be shown of the sign-in of a mailbox's owner. Its tokens can never be read.",
  simpleResolvers: true,
})
export class MailboxSignInType implements MailboxSignIn {
  readonly scopes!: readonly string[];

  @Field(() => String, { description: "Address of the account that signed in." })
  account!: string;

  @Field(() => String, { description: "Tenant of the account; personal accounts have one of their own together." })
  tenantId!: string;

  @Field(() => MailboxSignInStateEnum, { description: "Whether it can still be used." })
  state!: MailboxGrantState;

  @Field(() => String, {
    nullable: true,
    description: "Microsoft's code for why it ended; `explainError` explains it.",
  })
  stateCode!: string | null;

  @Field(() => GraphQLDateTime, { description: "When the person signed in." })
  signedInAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When Microsoft last gave a token without the person." })
  refreshedAt!: Date;
}

@ObjectType("AdminConsent", {
  description: "What was recorded when an administrator approved the application.",
  simpleResolvers: true,
})
export class AdminConsentType implements AdminConsent {
  @Field(() => String, { description: "Tenant whose administrator approved." })
  tenantId!: string;

  @Field(() => GraphQLDateTime, { description: "When the approval came back." })
  consentedAt!: Date;

  @Field(() => [String], {
    nullable: true,
    description: "Application permissions that a token showed right after it; null for connections by sign-in.",
  })
  granted!: string[] | null;

  @Field(() => [String], { description: "Permissions that are required and were not seen." })
  missing!: string[];
}
