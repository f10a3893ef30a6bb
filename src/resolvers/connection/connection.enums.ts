import type { Cloud } from "../../lib/clouds.js";
import type {
  ConnectionAccessKind,
  ConnectionState,
  SupportedAccountTypes,
  VerificationCheckName,
  VerificationCheckState,
} from "../../services/connections/connection.model.js";
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
    CREDENTIAL: "Tenant ID, client ID and credential give a token.",
    PERMISSION:
      "The token shows the application permission Calendars.ReadWrite. A hint only: Exchange may grant it without Entra.",
    MAILBOX: "The calendar of one mailbox can be read.",
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
