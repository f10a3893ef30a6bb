import type { HttpAnswer } from "../../core/http-message.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure, parseUriFailure } from "../graph-failure.js";
import { bodyUnreadable, isJsonObject, readJsonBody } from "../json-body.js";
import { renderSettings } from "./mailbox-settings.js";
import { SETTING_READERS } from "./settings-body.js";
import { settingsRoute } from "./settings-route.js";

const READ_ONLY = new Set(["userPurpose", "archiveFolder"]);

function answer(call: MailboxCall, ending: string, members: object): HttpAnswer {
  const context = `${call.world.origin()}/v1.0/$metadata#users('${call.user.id}')/mailboxSettings${ending}`;
  return { status: 200, headers: {}, json: { "@odata.context": context, ...members } };
}

function getSettings(call: MailboxCall): HttpAnswer {
  const all = renderSettings(call.mailbox);
  const { select } = call.options;
  if (select === undefined) return answer(call, "", all);
  const names = select.map((name) => settingName(all, name));
  return answer(call, `(${names.join(",")})`, Object.fromEntries(names.map((name) => [name, all[name]])));
}

function getSetting(call: MailboxCall): HttpAnswer {
  const all = renderSettings(call.mailbox);
  const name = settingName(all, call.params.setting ?? "");
  const value = all[name];
  return answer(call, `/${name}`, isJsonObject(value) ? value : { value });
}

function settingName(all: object, wanted: string): string {
  const name = Object.keys(all).find((key) => key.toLowerCase() === wanted.toLowerCase());
  if (name === undefined) {
    throw parseUriFailure(
      `Could not find a property named '${wanted}' on type 'Microsoft.OutlookServices.MailboxSettings'.`,
    );
  }
  return name;
}

/** Answers with the members that were sent, as they are kept. All of a bad PATCH is refused, nothing of it is kept. */
function updateSettings(call: MailboxCall): HttpAnswer {
  const { mailbox } = call;
  const current = renderSettings(mailbox);
  const changes: Record<string, unknown> = {};
  for (const [member, value] of Object.entries(readJsonBody(call))) {
    if (member.includes("@odata.")) continue;
    const reader = Object.hasOwn(SETTING_READERS, member) ? SETTING_READERS[member] : undefined;
    if (READ_ONLY.has(member)) throw new GraphFailure(400, "InvalidArguments", `'${member}' cannot be changed.`);
    if (reader === undefined)
      throw bodyUnreadable(`The property '${member}' does not exist on type 'microsoft.graph.mailboxSettings'.`);
    const before = current[member];
    changes[member] = reader(value, isJsonObject(before) ? before : {});
  }
  const { timeZone, ...settings } = changes;
  if (typeof timeZone === "string") mailbox.timeZone = timeZone;
  mailbox.settings = { ...mailbox.settings, ...settings };
  return answer(call, "", changes);
}

export const mailboxSettingsRoutes: readonly MailboxRoute[] = [
  settingsRoute("GET", "/mailboxSettings", getSettings),
  settingsRoute("PATCH", "/mailboxSettings", updateSettings),
  settingsRoute("GET", "/mailboxSettings/{setting}", getSetting),
];
