import type { Mailbox } from "../../core/mailbox.model.js";
import type { MailboxSettingsRow } from "../../core/mailbox-parts.model.js";

const WORKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday"];

/** The mailbox's settings: what was set, and Exchange's defaults for the rest. */
export function settingsOf(mailbox: Mailbox): MailboxSettingsRow {
  const never = { dateTime: "0001-01-01T00:00:00.0000000", timeZone: "UTC" };
  return {
    automaticRepliesSetting: {
      status: "disabled",
      externalAudience: "all",
      internalReplyMessage: "",
      externalReplyMessage: "",
      scheduledStartDateTime: never,
      scheduledEndDateTime: never,
    },
    dateFormat: "dd/MM/yyyy",
    timeFormat: "HH:mm",
    delegateMeetingMessageDeliveryOptions: "sendToDelegateOnly",
    language: { locale: "en-GB", displayName: "English (United Kingdom)" },
    workingHours: {
      daysOfWeek: WORKDAYS,
      startTime: "08:00:00.0000000",
      endTime: "17:00:00.0000000",
      timeZone: { name: mailbox.timeZone },
    },
    ...mailbox.settings,
  };
}

/** The `mailboxSettings` resource in Graph's form. */
export function renderSettings(mailbox: Mailbox): Record<string, unknown> {
  const { automaticRepliesSetting, language, workingHours, ...rest } = settingsOf(mailbox);
  return {
    archiveFolder: null,
    timeZone: mailbox.timeZone,
    ...rest,
    userPurpose: mailbox.purpose,
    automaticRepliesSetting,
    language,
    workingHours,
  };
}
