/** Members of Graph's `mailboxSettings` that can be written, but the time zone, in Graph's own form. */
export interface MailboxSettingsRow {
  readonly automaticRepliesSetting: Readonly<Record<string, unknown>>;
  readonly dateFormat: string;
  readonly timeFormat: string;
  readonly delegateMeetingMessageDeliveryOptions: string;
  readonly language: Readonly<Record<string, unknown>>;
  readonly workingHours: Readonly<Record<string, unknown>>;
}

export interface CategoryRow {
  readonly id: string;
  readonly displayName: string;
  /** `none` or `preset0` to `preset24`. */
  readonly color: string;
}

export const CALENDAR_ROLES = [
  "none",
  "freeBusyRead",
  "limitedRead",
  "read",
  "write",
  "delegateWithoutPrivateEventAccess",
  "delegateWithPrivateEventAccess",
  "custom",
] as const;
export type CalendarRole = (typeof CALENDAR_ROLES)[number];

export interface PermissionRow {
  readonly id: string;
  readonly role: CalendarRole;
  readonly allowedRoles: readonly CalendarRole[];
  /** Without an address for "My Organization". */
  readonly emailAddress: { readonly name: string; readonly address?: string };
  readonly isInsideOrganization: boolean;
  readonly isRemovable: boolean;
  /** What the role `custom` allows, which Outlook's folder permissions set and Graph does not tell; default: as `read`. */
  readonly custom?: CustomRights;
}

/** A folder permission of Outlook's that is none of the named roles. */
export interface CustomRights {
  readonly sees: "nothing" | "freeBusy" | "limited" | "details";
  readonly seesPrivate: boolean;
  readonly edits: boolean;
}

export interface CalendarGroupRow {
  readonly id: string;
  readonly name: string;
  readonly classId: string;
  readonly changeKey: string;
}

/** Members of Graph's `room`, but those that its mailbox tells, in Graph's own form. */
export type PlaceRow = Readonly<Record<string, unknown>>;
