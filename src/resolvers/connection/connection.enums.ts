import type { Cloud } from "../../lib/clouds.js";
import type {
  ConnectionAccessKind,
  ConnectionState,
  FreeBusyReach,
  PermissionLevel,
  SupportedAccountTypes,
} from "../../services/connections/connection.model.js";
import type { ConnectionCause } from "../../services/connections/connection-life.js";
import type {
  MailboxCause,
  VerificationCheckName,
  VerificationCheckState,
  VerificationState,
} from "../../services/connections/verification/verification.model.js";
import { graphqlEnum } from "../common/enums.js";

export const CloudEnum = graphqlEnum<Cloud>("Cloud", "The Microsoft cloud that a tenant lives in.", {
  GLOBAL: "The global service, GCC included.",
  US_GOV_L4: "US Government L4 (GCC High).",
  US_GOV_L5: "US Government L5 (DoD).",
  CHINA: "China, operated by 21Vianet.",
  EMULATOR: "A tenant emulator for development; refused in production.",
});

export const ConnectionAccessEnum = graphqlEnum<ConnectionAccessKind>(
  "ConnectionAccess",
  "Whose permission a connection uses.",
  {
    APPLICATION: "The application's own permission, granted once by an administrator; users are not involved.",
    DELEGATED: "The permission of each user who signs in.",
  },
);

export const SupportedAccountTypesEnum = graphqlEnum<SupportedAccountTypes>(
  "SupportedAccountTypes",
  "The choice made under “Supported account types” on Entra's registration form.",
  {
    SINGLE_TENANT: "Accounts in this organizational directory only. The right choice for one organization.",
    MULTI_TENANT: "Accounts in any organizational directory.",
    MULTI_TENANT_AND_PERSONAL: "Accounts in any organizational directory and personal Microsoft accounts.",
    PERSONAL_ONLY: "Personal Microsoft accounts only. Cannot be used with application permissions.",
  },
);

export const ConnectionStateEnum = graphqlEnum<ConnectionState>("ConnectionState", "Where a connection stands.", {
  DRAFT: "Not verified yet.",
  AWAITING_CONSENT: "The credential works, the permission or an administrator's consent is missing.",
  ACTIVE: "Verified and working.",
  DEGRADED: "Working in part: Microsoft or some mailboxes could not be reached.",
  NEEDS_RECONNECT: "The credential is refused; somebody must enter a new one.",
  DISABLED: "Switched off by an administrator.",
});

export const VerificationCheckNameEnum = graphqlEnum<VerificationCheckName>(
  "VerificationCheckName",
  "A step of a verification.",
  {
    SYNTAX: "The configured values fit together.",
    TENANT: "The tenant exists, by Entra's public document; needs no credential.",
    CLOCK_SKEW: "This machine's clock and Entra's agree to within five minutes.",
    CREDENTIAL: "Tenant ID, client ID and credential give a token.",
    PERMISSION:
      "The token shows the application permission that the connection's level needs. A hint only: Exchange may grant it without Entra.",
    MAILBOX: "The calendar of one mailbox can be read.",
    WRITE: "A hidden event could be created there and removed again; only when asked for.",
    OUT_OF_SCOPE: "A mailbox that must be out of scope is refused by the tenant; only when an address is given.",
    WEBHOOK_ADDRESS: "PUBLIC_URL is an https address that leads to this gateway, as far as this machine can tell.",
  },
);

export const VerificationCheckStateEnum = graphqlEnum<VerificationCheckState>(
  "VerificationCheckState",
  "How a step of a verification ended.",
  {
    PASSED: "As it should be.",
    FAILED: "Must be mended; see `action`.",
    SKIPPED: "Not run, because an earlier step failed or there was nothing to test with.",
    HINT: "Unusual, but not a failure by itself.",
  },
);

export const VerificationStateEnum = graphqlEnum<VerificationState>(
  "VerificationState",
  "Whether a verification has ended.",
  {
    RUNNING: "Its checks are being made; those that have ended can be read.",
    FINISHED: "All checks were made.",
    INTERRUPTED: "The gateway was stopped before it ended. Verify again.",
  },
);

export const MailboxCauseEnum = graphqlEnum<MailboxCause>(
  "MailboxCause",
  "Why a mailbox may be out of reach, as far as Microsoft's answer tells.",
  {
    MISSPELLED: "Nobody in the tenant has this address.",
    UNLICENSED: "The account has no licence for Exchange Online.",
    ON_PREMISES: "The mailbox lies on the organization's own servers, or was deleted.",
    GUEST: "The account is a guest's, whose mailbox is elsewhere.",
    NO_CONSENT: "No administrator has consented to the permission.",
    DELEGATED_PERMISSION: "The permission was added as a delegated one instead of an application permission.",
    OUT_OF_SCOPE: "A policy or role assignment of Exchange keeps the mailbox out of the application's reach.",
  },
);

export const PermissionLevelEnum = graphqlEnum<PermissionLevel>(
  "PermissionLevel",
  "How much of calendars a connection may use, whatever its application was granted.",
  {
    READ_WRITE: "Reads and writes events. Least permission: Calendars.ReadWrite.",
    READ: "Reads events; every write is refused. Least permission: Calendars.Read.",
    FREE_BUSY:
      "Reads what Calendars.ReadBasic.All shows: times, titles and people, without texts; of private events only when they block time. Every write is refused.",
  },
);

export const FreeBusyReachEnum = graphqlEnum<FreeBusyReach>(
  "FreeBusyReach",
  "Whose free and busy times a connection tells. Titles and places are told of specified mailboxes alone.",
  {
    SPECIFIED: "Those of its specified mailboxes.",
    ROOMS: "Also those of the rooms in the tenant's directory of places, which needs Place.Read.All.",
    TENANT: "Those of every address that Microsoft tells it: anybody in the tenant.",
  },
);

export const ConnectionCauseEnum = graphqlEnum<ConnectionCause>(
  "ConnectionCause",
  "What moved a connection from one state to another.",
  {
    CREATED: "It was created.",
    CHANGED: "Its values or its credential were changed.",
    SWITCHED_OFF: "An administrator switched it off.",
    SWITCHED_ON: "An administrator switched it on.",
    CHECK_PASSED: "A verification read a mailbox.",
    CHECK_INCOMPLETE: "A verification found nothing wrong and had no mailbox to read.",
    CHECK_REFUSED_VALUES: "A verification found values that cannot be used.",
    CHECK_REFUSED_CREDENTIAL: "A verification found that Entra refuses the credential.",
    CHECK_MISSED_CONSENT: "A verification missed an administrator's consent.",
    CHECK_FAILED: "A verification failed for another reason, such as an outage.",
    USE_WORKED: "Real requests work again.",
    USE_REFUSED_CREDENTIAL: "Entra refused the credential to real requests, again and again.",
    USE_MISSED_CONSENT: "Several mailboxes, or Entra itself, refused real requests for lack of consent.",
    USE_FAILED: "Real requests failed again and again, in several mailboxes.",
    CONSENT_GRANTED: "An administrator of the tenant consented.",
    CREDENTIAL_LAPSED: "The credential has expired.",
    CREDENTIAL_REPLACED: "A new credential took over from one that was refused or had expired.",
    SIGNED_IN: "Somebody signed in, and nobody else has to.",
    SIGN_IN_LOST: "Somebody must sign in again.",
    SIGN_INS_LOST: "Everybody must sign in again.",
  },
);
