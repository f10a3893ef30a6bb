import type {
  DirectoryRole,
  FederatedCredential,
  RedirectUri,
  RequiredPermission,
  SignInAudience,
  User,
  UserConsentPolicy,
} from "./directory.model.js";
import type { CalendarRow, EventContent, EventRow } from "./mailbox.model.js";
import type { MailboxInput } from "./stored-mailbox.js";

export interface TenantInput {
  readonly id?: string;
  readonly displayName?: string;
  /** The first is the default domain. */
  readonly domains: readonly string[];
  readonly regionScope?: string;
  readonly userConsent?: UserConsentPolicy;
  readonly adminConsentWorkflow?: boolean;
}

export interface SecretInput {
  readonly value: string;
  readonly displayName?: string;
  readonly startsAt?: number;
  readonly endsAt?: number;
}

export interface AppInput {
  readonly appId?: string;
  readonly displayName?: string;
  readonly signInAudience?: SignInAudience;
  readonly secrets?: readonly SecretInput[];
  /** A bare text is of the platform `web`. */
  readonly redirectUris?: readonly (string | RedirectUri)[];
  readonly requiredPermissions?: readonly RequiredPermission[];
  readonly issuesIdTokens?: boolean;
}

export type FederatedCredentialInput = Pick<FederatedCredential, "issuer" | "subject"> &
  Partial<Pick<FederatedCredential, "name" | "audience" | "keys">>;

export interface UserInput {
  readonly id?: string;
  readonly userPrincipalName: string;
  /** Default: the user principal name; null for a user without an address. */
  readonly mail?: string | null;
  /** Other SMTP addresses. */
  readonly aliases?: readonly string[];
  readonly displayName?: string;
  readonly givenName?: string;
  readonly surname?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly officeLocation?: string;
  readonly accountEnabled?: boolean;
  readonly userType?: "Member" | "Guest";
  readonly directoryRoles?: readonly DirectoryRole[];
  readonly home?: User["home"];
  /** Object id. */
  readonly managerId?: string;
  /** False for a user without an Exchange Online licence. */
  readonly mailbox?: false | MailboxInput;
}

export interface CalendarInput {
  readonly id?: string;
  /** Default: the mailbox's default group. */
  readonly groupId?: string;
  readonly name: string;
  readonly color?: CalendarRow["color"];
  readonly onlineMeetingProviders?: readonly string[];
}

/** Start and end are needed; every other member has the value that Outlook gives a new event. */
export type EventInput = Pick<EventContent, "start" | "end"> & Partial<Omit<EventRow, "start" | "end">>;
