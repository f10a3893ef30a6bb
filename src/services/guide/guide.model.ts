import type { Cloud } from "../../lib/clouds.js";
import type { ConnectionAccessKind, SupportedAccountTypes } from "../connections/connection.model.js";

export const MAILBOX_AUDIENCES = ["WHOLE_ORGANIZATION", "SOME_MAILBOXES", "EACH_PERSON_CONNECTS"] as const;
/** Whose calendars are to be reached, and with whose help. */
export type MailboxAudience = (typeof MAILBOX_AUDIENCES)[number];

export const CALENDAR_USES = ["READ_WRITE", "READ", "FREE_BUSY"] as const;
/** What is done with calendars, from which the least permission follows. */
export type CalendarUse = (typeof CALENDAR_USES)[number];

export const SETTINGS_USES = ["NONE", "READ", "READ_WRITE"] as const;
/** What is done with mailboxes' settings and lists of categories, which the permissions on calendars do not open. */
export type SettingsUse = (typeof SETTINGS_USES)[number];

/** The plain answers that a registration is derived from. */
export interface GuideAnswers {
  readonly mailboxes: MailboxAudience;
  readonly use: CalendarUse;
  /** True when accounts of more than one Microsoft 365 tenant are to be connected through one registration. */
  readonly severalTenants: boolean;
  /** True when personal accounts (outlook.com, hotmail.com) are to be connected. */
  readonly personalAccounts: boolean;
  /** True when mailboxes are to be found by searching the tenant's directory. */
  readonly directorySearch: boolean;
  readonly settings: SettingsUse;
  /** True when rooms are to be found by their capacity, floor or features. */
  readonly rooms: boolean;
  /** True when the person who registers may also consent for the organization; null: not known. */
  readonly mayConsent: boolean | null;
  readonly cloud: Cloud;
  readonly applicationName: string;
  /** Directory (tenant) ID or verified domain, when it is known by now. */
  readonly tenantId: string | null;
  /** Application (client) ID, when the application is registered by now. */
  readonly clientId: string | null;
}

/** One permission of Microsoft Graph, as the portal names it and as the manifest needs it. */
export interface GraphPermission {
  readonly name: string;
  readonly kind: PermissionKind;
  readonly id: string;
  /** Why the gateway asks for it, in a sentence for whoever approves it. */
  readonly reason: string;
  /** Whether only an administrator can consent to it. */
  readonly needsAdministrator: boolean;
}

export const PERMISSION_KINDS = ["APPLICATION", "DELEGATED"] as const;
export type PermissionKind = (typeof PERMISSION_KINDS)[number];

/** One of the four choices under “Supported account types”, judged for the answers given. */
export interface AccountTypeAdvice {
  readonly type: SupportedAccountTypes;
  readonly portalLabel: string;
  readonly signInAudience: string;
  readonly meaning: string;
  readonly isRecommended: boolean;
  /** Why it is wrong here, or what it costs; null for the recommended one. */
  readonly drawback: string | null;
}

/** A text to type or choose in the portal. */
export interface GuideValue {
  readonly label: string;
  readonly value: string;
}

/** A text to copy out of the portal, and where it goes. */
export interface GuideCopy {
  readonly label: string;
  /** Field of `CreateConnectionInput`. */
  readonly inputField: string;
  /** What the text looks like, so that the right one of several is taken. */
  readonly looksLike: string;
}

export interface GuideStep {
  readonly number: number;
  readonly title: string;
  readonly explanation: string;
  readonly link: string | null;
  readonly enter: readonly GuideValue[];
  readonly copy: readonly GuideCopy[];
  readonly whoMayDoIt: readonly string[];
}

export const SCRIPT_KINDS = [
  "AZURE_CLI",
  "GRAPH_POWERSHELL",
  "TERRAFORM",
  "MANIFEST",
  "EXCHANGE_POWERSHELL",
  "EXCHANGE_ACCESS_POLICY",
] as const;
export type ScriptKind = (typeof SCRIPT_KINDS)[number];

/** The same work as the steps, as text to run or to paste. */
export interface GuideScript {
  readonly kind: ScriptKind;
  readonly fileName: string;
  readonly purpose: string;
  readonly text: string;
}

/** A message to whoever may approve. */
export interface ApprovalRequest {
  readonly subject: string;
  readonly text: string;
  readonly link: string | null;
  readonly whoMayApprove: readonly string[];
}

/** What a registration has to be, derived from the answers. */
export interface Registration {
  readonly access: ConnectionAccessKind;
  readonly supportedAccountTypes: SupportedAccountTypes;
  readonly permissions: readonly GraphPermission[];
  readonly redirectUris: readonly string[];
}

export interface ConnectionGuide extends Registration {
  readonly accountTypes: readonly AccountTypeAdvice[];
  readonly steps: readonly GuideStep[];
  readonly scripts: readonly GuideScript[];
  readonly approvalRequest: ApprovalRequest;
  /** What is worth knowing before the first step. */
  readonly warnings: readonly string[];
  /** When steps, links and scripts were last compared with Microsoft's documentation; `yyyy-MM-dd`. */
  readonly checkedOn: string;
}
