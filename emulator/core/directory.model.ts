import type { Mailbox } from "./mailbox.model.js";

/** Who may use an application, as the registration form offers it. */
export type SignInAudience =
  | "AzureADMyOrg"
  | "AzureADMultipleOrgs"
  | "AzureADandPersonalMicrosoftAccount"
  | "PersonalMicrosoftAccount";

/** A Microsoft 365 organization. */
export interface Tenant {
  readonly id: string;
  readonly displayName: string;
  /** Verified domains in lower case; the first is the default one. */
  readonly domains: readonly string[];
  /** What discovery shows as `tenant_region_scope`, for example `EU`. */
  readonly regionScope: string;
  readonly users: Map<string, User>;
  /** Object ids by user principal name and by SMTP address, both in lower case. */
  readonly userIdsByName: Map<string, string>;
  readonly userIdsByMail: Map<string, string>;
  /** By application id. */
  readonly servicePrincipals: Map<string, ServicePrincipal>;
  roomLists?: RoomList[];
}

/** A distribution list of rooms. */
export interface RoomList {
  readonly id: string;
  readonly displayName: string;
  readonly emailAddress: string;
  /** SMTP addresses. */
  readonly rooms: readonly string[];
}

/** One row of "Certificates & secrets". */
export interface ClientSecret {
  readonly keyId: string;
  readonly displayName: string;
  readonly value: string;
  /** Both in milliseconds since the Unix epoch; the secret works from the first until before the second. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** An app registration, which lives in one tenant and may be used in others. */
export interface App {
  readonly appId: string;
  readonly objectId: string;
  readonly displayName: string;
  readonly homeTenantId: string;
  readonly signInAudience: SignInAudience;
  readonly secrets: ClientSecret[];
}

/** A grant that lives in Exchange, not in Entra: it never shows in a token. */
export interface ExchangeGrant {
  readonly role: string;
  /** Ids of the users whose mailboxes the management scope covers. */
  readonly mailboxes: ReadonlySet<string>;
}

/** An application access policy: takes mailboxes away from what Entra granted. */
export interface AccessPolicy {
  readonly kind: "RestrictAccess" | "DenyAccess";
  readonly mailboxes: ReadonlySet<string>;
}

/** An application's presence in one tenant; consent is given to it. */
export interface ServicePrincipal {
  readonly objectId: string;
  readonly appId: string;
  readonly tenantId: string;
  enabled: boolean;
  /** Application permissions an administrator consented to, for example `Calendars.ReadWrite`. */
  readonly roles: Set<string>;
  accessPolicy: AccessPolicy | undefined;
  readonly exchangeGrants: ExchangeGrant[];
}

/** A directory object; one without a mailbox has no licence for Exchange Online. */
export interface User {
  readonly id: string;
  readonly tenantId: string;
  readonly userPrincipalName: string;
  readonly mail: string | null;
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly officeLocation: string | null;
  readonly accountEnabled: boolean;
  readonly userType: "Member" | "Guest";
  readonly mailbox: Mailbox | undefined;
}
