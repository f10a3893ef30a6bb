import DataLoader from "dataloader";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { MailboxSettings } from "../services/mailbox-settings/mailbox-settings.model.js";
import type { MailboxSettingsService } from "../services/mailbox-settings/mailbox-settings.service.js";

/** The settings of a mailbox, by its row id. A mailbox that fails: its own error. */
export function settingsOfMailboxLoader(
  viewer: Viewer,
  settings: MailboxSettingsService,
  call: Call,
): DataLoader<string, MailboxSettings, string> {
  return new DataLoader<string, MailboxSettings, string>((ids) => settings.getMany(viewer, ids, call), {
    name: "settingsOfMailbox",
    maxBatchSize: 200,
  });
}
