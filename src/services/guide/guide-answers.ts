import { isGuid } from "../../auth/tenant-lookup.js";
import { AppError } from "../../lib/app-error.js";
import { isNationalCloud } from "../../lib/clouds.js";
import type { GuideAnswers } from "./guide.model.js";

/** Entra's own bound is 120 characters, 90 where personal accounts are supported. */
const NAME_LENGTH = { work: 120, personal: 90 };
const TENANT = /^[a-z0-9.-]{4,253}$/i;
const CONTROL = /\p{C}/u;

/** @throws AppError INVALID_INPUT for answers that no registration can serve, with what to choose instead. */
export function assertAnswers(answers: GuideAnswers): void {
  const { mailboxes, personalAccounts, directorySearch, cloud, applicationName, tenantId, clientId } = answers;
  if (personalAccounts && mailboxes !== "EACH_PERSON_CONNECTS") {
    throw invalid(
      "personalAccounts",
      "Personal accounts belong to no organization that could consent, so they connect by their own sign-in. Choose EACH_PERSON_CONNECTS, or two connections.",
    );
  }
  if (personalAccounts && isNationalCloud(cloud)) {
    throw invalid("personalAccounts", `Personal Microsoft accounts do not exist in the cloud ${cloud}.`);
  }
  if (directorySearch && mailboxes === "EACH_PERSON_CONNECTS") {
    throw invalid(
      "directorySearch",
      "A directory can be searched with application permissions only. Leave it out, or let an administrator configure access for all.",
    );
  }
  assertExtras(answers);
  const longest = personalAccounts ? NAME_LENGTH.personal : NAME_LENGTH.work;
  if (applicationName.trim() === "" || applicationName.length > longest || CONTROL.test(applicationName)) {
    throw invalid("applicationName", `The name must have 1 to ${longest} characters on one line.`);
  }
  if (tenantId !== null && !TENANT.test(tenantId)) {
    throw invalid("tenantId", "The tenant ID must be the Directory (tenant) ID or a verified domain, or be left out.");
  }
  if (clientId !== null && !isGuid(clientId)) {
    throw invalid("clientId", "The client ID must be the Application (client) ID, a GUID, or be left out.");
  }
}

/** What only some connections can have. */
function assertExtras({ mailboxes, personalAccounts, rooms, settings, use }: GuideAnswers): void {
  if (rooms && mailboxes === "EACH_PERSON_CONNECTS") {
    throw invalid(
      "rooms",
      "Rooms are found with an application permission only. Leave it out, or let an administrator configure access for all.",
    );
  }
  if (settings !== "NONE" && personalAccounts) {
    throw invalid(
      "settings",
      "People are asked for calendars only, and personal accounts have no administrator who could consent to more. Choose NONE, or two connections.",
    );
  }
  if (settings === "READ_WRITE" && use !== "READ_WRITE") {
    throw invalid(
      "settings",
      `With the permission level ${use} nothing is written, settings neither. Choose READ, or READ_WRITE for \`use\` too.`,
    );
  }
}

function invalid(field: string, message: string): AppError {
  return new AppError("INVALID_INPUT", message, { path: [field] });
}
