import type { Cloud } from "../../lib/clouds.js";
import type { PermissionLevel } from "../connections/connection.model.js";

export const MAILBOX_CAPABILITIES = [
  "READ_EVENTS",
  "WRITE_EVENTS",
  "FREE_BUSY_OF_OTHERS",
  "MEETING_TIME_SUGGESTIONS",
  "ROOMS",
  "TEAMS_MEETINGS",
  "SHARED_CALENDARS",
  "READ_DETAILS",
  "ATTACHMENTS",
  "FORWARD_EVENTS",
  "READ_SETTINGS",
  "WRITE_SETTINGS",
  "READ_CATEGORIES",
  "WRITE_CATEGORIES",
] as const;
export type MailboxCapabilityName = (typeof MAILBOX_CAPABILITIES)[number];

/** What something takes. Texts are reasons why it is not there, in sentences. */
export interface CapabilityRule {
  /** The least permission level of the connection; left out: any. */
  readonly level?: Exclude<PermissionLevel, "FREE_BUSY">;
  readonly notPersonal?: string;
  readonly notApplication?: string;
  readonly notDelegated?: string;
  readonly notInClouds?: { readonly clouds: readonly Cloud[]; readonly reason: string };
  /** Permissions of Microsoft Graph beside those on calendars, of which any will do, the least first. */
  readonly permissions?: readonly [string, ...string[]];
  /** Whether Entra alone gives the permission; Exchange may give those on mailboxes without a token that shows it. */
  readonly isOfDirectory?: true;
}

const SETTINGS_READERS = ["MailboxSettings.Read", "MailboxSettings.ReadWrite"] as const;
const SETTINGS_WRITERS = ["MailboxSettings.ReadWrite"] as const;

/** What Microsoft's documentation of each call asks for and excludes. https://learn.microsoft.com/graph/api/calendar-getschedule */
export const CAPABILITY_RULES: Readonly<Record<MailboxCapabilityName, CapabilityRule>> = {
  READ_EVENTS: {},
  WRITE_EVENTS: { level: "READ_WRITE" },
  FREE_BUSY_OF_OTHERS: {
    notPersonal: "Microsoft tells personal accounts nothing of others' free and busy times.",
  },
  MEETING_TIME_SUGGESTIONS: {
    notPersonal: "Microsoft suggests meeting times to work and school accounts only.",
    notApplication: "Microsoft suggests meeting times to signed-in people, not to applications.",
    notInClouds: { clouds: ["CHINA"], reason: "Microsoft suggests no meeting times in this cloud." },
  },
  ROOMS: {
    notPersonal: "A personal account belongs to no organization that could have rooms.",
    notDelegated: "Rooms are found with an application permission only; specify a room's mailbox by its address.",
    permissions: ["Place.Read.All", "Place.ReadWrite.All"],
    isOfDirectory: true,
  },
  TEAMS_MEETINGS: { notPersonal: "Personal accounts cannot make Teams meetings through Microsoft Graph." },
  SHARED_CALENDARS: {
    notPersonal: "With a personal account Microsoft Graph reaches that account's own mailbox only.",
  },
  READ_DETAILS: { level: "READ" },
  ATTACHMENTS: { level: "READ" },
  FORWARD_EVENTS: {
    level: "READ_WRITE",
    notInClouds: {
      clouds: ["US_GOV_L4", "US_GOV_L5"],
      reason: "Microsoft Graph does not forward events in this cloud.",
    },
  },
  READ_SETTINGS: { permissions: SETTINGS_READERS },
  WRITE_SETTINGS: { level: "READ_WRITE", permissions: SETTINGS_WRITERS },
  READ_CATEGORIES: { permissions: SETTINGS_READERS },
  WRITE_CATEGORIES: { level: "READ_WRITE", permissions: SETTINGS_WRITERS },
};
