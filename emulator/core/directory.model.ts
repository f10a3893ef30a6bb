import type { KeyObject } from "node:crypto";
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
  /** Which delegated permissions users may consent to by themselves. */
  userConsent: UserConsentPolicy;
  /** Whether users who may not consent can ask an administrator on the page that tells them (AADSTS90095). */
  adminConsentWorkflow: boolean;
  /** What they asked for and no administrator has granted yet. */
  readonly consentRequests: ConsentRequestRow[];
  roomLists?: RoomList[];
  groups?: Group[];
}

export type GroupKind = "distribution" | "mailEnabledSecurity" | "microsoft365";

/** A distribution list, a mail-enabled security group or a Microsoft 365 group: an address that stands for people. */
export interface Group {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  /** Default: a distribution list. */
  readonly kind?: GroupKind;
  readonly description?: string;
  /** SMTP addresses, also of other groups and of people outside. */
  readonly members: readonly string[];
}

/** A distribution list of rooms. */
export interface RoomList {
  readonly id: string;
  readonly displayName: string;
  readonly emailAddress: string;
  /** SMTP addresses. */
  readonly rooms: readonly string[];
}

/** A user's request that an administrator consents. */
export interface ConsentRequestRow {
  readonly appId: string;
  readonly userId: string;
  readonly permissions: readonly string[];
  readonly reason: string;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}

/**
 * `recommended` is the setting that Microsoft manages for new tenants: it leaves calendars, mail and the like to
 * administrators. `all` lets users consent to whatever needs no administrator by nature, `none` to nothing.
 */
export type UserConsentPolicy = "recommended" | "all" | "none";

/** Roles that matter for consent; any other role is as good as none here. */
export type DirectoryRole =
  | "GlobalAdministrator"
  | "PrivilegedRoleAdministrator"
  | "CloudApplicationAdministrator"
  | "ApplicationAdministrator";

/** One row of "Certificates & secrets". */
export interface ClientSecret {
  readonly keyId: string;
  readonly displayName: string;
  readonly value: string;
  /** Both in milliseconds since the Unix epoch; the secret works from the first until before the second. */
  readonly startsAt: number;
  readonly endsAt: number;
}

/** An uploaded certificate. Its validity is that of the certificate itself. */
export interface ClientCertificate {
  readonly keyId: string;
  readonly displayName: string;
  /** Digests of the DER form, base64url, as the headers `x5t` and `x5t#S256` have them. */
  readonly x5t: string;
  readonly x5tS256: string;
  readonly publicKey: KeyObject;
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Trust in the tokens of another issuer; the three texts must match a token's exactly, in case too. */
export interface FederatedCredential {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
  /** The issuer's keys. Undefined: they are fetched from the issuer, which must be on this machine. */
  readonly keys: readonly JsonWebKeyLike[] | undefined;
}

/** A public key in the form of RFC 7517. */
export type JsonWebKeyLike = Readonly<Record<string, unknown>>;

/** A reply address and the platform it is registered under, which decides how codes sent there are redeemed. */
export interface RedirectUri {
  readonly uri: string;
  readonly platform: "web" | "spa" | "publicClient";
}

/** A row of "API permissions" of Microsoft Graph: application permissions are roles, delegated ones scopes. */
export interface RequiredPermission {
  readonly kind: "Role" | "Scope";
  readonly value: string;
}

/** An app registration, which lives in one tenant and may be used in others. */
export interface App {
  readonly appId: string;
  readonly objectId: string;
  readonly displayName: string;
  readonly homeTenantId: string;
  readonly signInAudience: SignInAudience;
  readonly secrets: ClientSecret[];
  readonly certificates: ClientCertificate[];
  readonly federatedCredentials: FederatedCredential[];
  readonly redirectUris: RedirectUri[];
  /** Whether the authorize endpoint gives it ID tokens: the setting for implicit and hybrid flows. */
  readonly issuesIdTokens?: boolean;
  readonly requiredPermissions: RequiredPermission[];
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
  /** The latest administrator's consent and the roles before it, which replicas may still hold. */
  lastConsent?: { readonly at: number; readonly rolesBefore: ReadonlySet<string> };
  /** Delegated permissions an administrator consented to for everybody. */
  readonly adminScopes: Set<string>;
  /** Delegated permissions that users consented to for themselves, by their object id. */
  readonly userScopes: Map<string, Set<string>>;
  /** Whether a Conditional Access policy blocks the application's own sign-in (AADSTS53003). */
  blockedByPolicy: boolean;
  accessPolicy: AccessPolicy | undefined;
  readonly exchangeGrants: ExchangeGrant[];
}

/** A directory object; one without a mailbox has no licence for Exchange Online. */
export interface User {
  readonly id: string;
  readonly tenantId: string;
  readonly userPrincipalName: string;
  /** The primary SMTP address. */
  mail: string | null;
  /** Other SMTP addresses. */
  aliases?: readonly string[];
  readonly displayName: string;
  readonly givenName: string | null;
  readonly surname: string | null;
  readonly jobTitle: string | null;
  readonly department: string | null;
  readonly officeLocation: string | null;
  /** Object id of the one this user reports to. */
  managerId?: string;
  accountEnabled: boolean;
  readonly userType: "Member" | "Guest";
  readonly directoryRoles: ReadonlySet<DirectoryRole>;
  /** For a guest: who this is at home. */
  readonly home: { readonly tenantId: string; readonly userId: string } | undefined;
  /** Sign-ins before this instant no longer count; moved by revoking sessions. Milliseconds since the Unix epoch. */
  tokensValidFrom: number;
  /** Since when a second factor is asked for; sign-ins before it must be repeated. Undefined: never. */
  secondFactorSince: number | undefined;
  readonly mailbox: Mailbox | undefined;
}
