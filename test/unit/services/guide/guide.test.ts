import { describe, expect, test } from "vitest";
import { isAppError } from "../../../../src/lib/app-error.js";
import { CLOUDS } from "../../../../src/lib/clouds.js";
import type { GuideAnswers } from "../../../../src/services/guide/guide.model.js";
import { CALENDAR_USES, MAILBOX_AUDIENCES } from "../../../../src/services/guide/guide.model.js";
import { GuideService } from "../../../../src/services/guide/guide.service.js";
import { answersOf } from "./answers.js";

const PUBLIC_URL = "https://calendars.larkfield.example";
const CLIENT_ID = "3b1c1f6e-9a52-4d43-8f5a-6f1d0e2c7b11";
const service = new GuideService({ publicUrl: PUBLIC_URL });
const guide = (answers: Partial<GuideAnswers> = {}) => service.guide(answersOf(answers));

function refusal(answers: Partial<GuideAnswers>) {
  try {
    guide(answers);
  } catch (error) {
    if (isAppError(error, "INVALID_INPUT")) return { path: error.facts.path, message: error.message };
    throw error;
  }
  throw new Error("was not refused");
}

describe("the registration that follows from the answers", () => {
  test("a whole organization needs one tenant's own registration and an application permission (the seed document)", () => {
    expect(guide()).toMatchObject({
      access: "APPLICATION",
      supportedAccountTypes: "SINGLE_TENANT",
      permissions: [{ name: "Calendars.ReadWrite", kind: "APPLICATION", needsAdministrator: true }],
      redirectUris: [`${PUBLIC_URL}/connect/consent`],
    });
  });

  test.each([
    ["READ_WRITE", ["Calendars.ReadWrite"]],
    ["READ", ["Calendars.Read"]],
    ["FREE_BUSY", ["Calendars.ReadBasic.All"]],
  ] as const)("%s asks for no more than %j", (use, names) => {
    expect(guide({ use }).permissions.map(({ name }) => name)).toEqual(names);
  });

  test("searching the directory adds what it needs and nothing else", () => {
    const names = guide({ directorySearch: true }).permissions.map(({ name }) => name);
    expect(names).toEqual(["Calendars.ReadWrite", "User.ReadBasic.All", "GroupMember.Read.All"]);
  });

  test.each([
    ["READ", "MailboxSettings.Read", "40f97065-369a-49f4-947c-6a255697ae91"],
    ["READ_WRITE", "MailboxSettings.ReadWrite", "6931bccd-447a-43d1-b442-00a195474933"],
  ] as const)("settings that are to be %s take %s, in the list, the steps and the request", (settings, name, id) => {
    const { permissions, steps, approvalRequest } = guide({ settings });
    expect(permissions).toMatchObject([{ name: "Calendars.ReadWrite" }, { name, id, kind: "APPLICATION" }]);
    expect(steps[3]?.enter).toContainEqual({ label: "Application permissions", value: name });
    expect(approvalRequest.text).toContain(`- ${name} (application): `);
  });

  test("rooms take Place.Read.All, which no script can limit to some mailboxes", () => {
    const { permissions, warnings, steps } = guide({ rooms: true, mailboxes: "SOME_MAILBOXES" });
    expect(permissions.at(-1)).toMatchObject({ name: "Place.Read.All", id: "913b9306-0ce1-42b8-9137-6a7df690a760" });
    expect(steps[3]?.enter).toContainEqual({ label: "Application permissions", value: "Place.Read.All" });
    expect(warnings.join()).toContain("Place.Read.All");
    expect(guide({ mailboxes: "SOME_MAILBOXES" }).warnings.join()).not.toContain("Place.Read.All");
  });

  test("settings of people who connect themselves are consented to by an administrator, and that is told", () => {
    const { permissions, warnings } = guide({ mailboxes: "EACH_PERSON_CONNECTS", settings: "READ_WRITE" });
    expect(permissions[1]).toMatchObject({
      name: "MailboxSettings.ReadWrite",
      kind: "DELEGATED",
      id: "818c620a-27a9-40bd-a6a5-d96f7d610b4b",
    });
    expect(warnings.join()).toContain("sign-ins after that hold it");
  });

  test("people who connect themselves need delegated permissions, a refresh token and redirect URIs", () => {
    const { access, permissions, redirectUris } = guide({ mailboxes: "EACH_PERSON_CONNECTS" });
    expect(access).toBe("DELEGATED");
    expect(permissions.every(({ kind }) => kind === "DELEGATED")).toBe(true);
    expect(permissions.map(({ name }) => name)).toContain("offline_access");
    expect(redirectUris).toEqual([`${PUBLIC_URL}/connect/callback`, `${PUBLIC_URL}/connect/consent`]);
  });

  test.each([
    [{}, "SINGLE_TENANT"],
    [{ severalTenants: true }, "MULTI_TENANT"],
    [{ mailboxes: "EACH_PERSON_CONNECTS", personalAccounts: true }, "MULTI_TENANT_AND_PERSONAL"],
  ] as const)("%j leads to %s, the least open type that serves", (answers, type) => {
    const { accountTypes, supportedAccountTypes } = guide(answers);
    expect(supportedAccountTypes).toBe(type);
    expect(accountTypes.map((advice) => advice.type)).toEqual([
      "SINGLE_TENANT",
      "MULTI_TENANT",
      "MULTI_TENANT_AND_PERSONAL",
      "PERSONAL_ONLY",
    ]);
    for (const advice of accountTypes) {
      expect(advice.isRecommended).toBe(advice.type === type);
      expect(advice.drawback === null).toBe(advice.isRecommended);
    }
  });
});

describe("answers that contradict each other", () => {
  test.each([
    [{ personalAccounts: true }, "personalAccounts", "EACH_PERSON_CONNECTS"],
    [{ mailboxes: "EACH_PERSON_CONNECTS", personalAccounts: true, cloud: "CHINA" }, "personalAccounts", "CHINA"],
    [{ mailboxes: "EACH_PERSON_CONNECTS", directorySearch: true }, "directorySearch", "application permissions"],
    [{ mailboxes: "EACH_PERSON_CONNECTS", rooms: true }, "rooms", "application permission"],
    [{ mailboxes: "EACH_PERSON_CONNECTS", personalAccounts: true, settings: "READ" }, "settings", "calendars only"],
    [{ use: "READ", settings: "READ_WRITE" }, "settings", "permission level READ"],
    [{ applicationName: " " }, "applicationName", "1 to 120"],
    [{ applicationName: "a\nb" }, "applicationName", "one line"],
    [
      { applicationName: "x".repeat(91), mailboxes: "EACH_PERSON_CONNECTS", personalAccounts: true },
      "applicationName",
      "1 to 90",
    ],
    [{ tenantId: "'; rm -rf ~" }, "tenantId", "Directory (tenant) ID"],
    [{ clientId: "Calendars" }, "clientId", "GUID"],
  ] as const)("%j is refused at %s", (answers, field, says) => {
    const { path, message } = refusal(answers);
    expect(path).toEqual([field]);
    expect(message).toContain(says);
  });
});

describe("the steps", () => {
  test("say when they were last compared with Microsoft's documentation (user-demands 16)", () => {
    expect(guide().checkedOn).toMatch(/^20\d{2}-\d{2}-\d{2}$/);
  });

  test("follow the seed document's order: register, IDs, permissions, consent, secret, enter", () => {
    expect(guide().steps.map(({ number, title }) => `${number} ${title}`)).toEqual([
      "1 Register the application",
      "2 Add the redirect URI of the consent link",
      "3 Copy the two IDs",
      "4 Add the permissions",
      "5 Grant admin consent",
      "6 Create a client secret, or a credential without one",
      "7 Enter the values here",
      "8 Specify mailboxes and verify",
    ]);
  });

  test("tell the address at which a consent link ends, and so do the scripts (user-demands 5)", () => {
    const { steps, scripts } = guide();
    expect(steps[1]?.enter).toEqual([{ label: "Redirect URI", value: `${PUBLIC_URL}/connect/consent` }]);
    expect(scripts).toHaveLength(4);
    for (const { text } of scripts) {
      expect(text).toContain(`${PUBLIC_URL}/connect/consent`);
      expect(text).not.toContain("/connect/callback");
    }
  });

  test("say which texts to copy and which input takes them (user-demands 7: Value, not Secret ID)", () => {
    const copies = guide().steps.flatMap(({ copy }) => copy.map(({ label, inputField }) => [label, inputField]));
    expect(copies).toEqual([
      ["Application (client) ID", "clientId"],
      ["Directory (tenant) ID", "tenantId"],
      ["Value", "clientSecret"],
      ["Expires", "clientSecretExpiresAt"],
    ]);
    const credential = guide().steps[5]?.explanation;
    expect(credential).toContain("Secret ID beside it is of no use");
    expect(credential).toContain("`generateCertificate`");
    expect(credential).toContain("Federated credentials");
  });

  test("name the roles that may consent, which are not those that may register (user-demands 2)", () => {
    const { steps, approvalRequest } = guide({ mayConsent: false });
    expect(steps[4]?.whoMayDoIt).toEqual(["Privileged Role Administrator", "Global Administrator"]);
    expect(approvalRequest.whoMayApprove).toEqual(steps[4]?.whoMayDoIt);
    expect(steps[4]?.explanation).toContain("approval request");
  });

  test.each([
    ["GLOBAL", "https://entra.microsoft.com/"],
    ["US_GOV_L4", "https://entra.microsoft.us/"],
    ["US_GOV_L5", "https://entra.microsoft.us/"],
    ["CHINA", "https://entra.microsoftonline.cn/"],
  ] as const)("in the cloud %s link to its own portal (user-demands 15)", (cloud, root) => {
    const links = guide({ cloud, clientId: CLIENT_ID }).steps.flatMap(({ link }) => (link === null ? [] : [link]));
    expect(links.length).toBeGreaterThan(3);
    for (const link of links) expect(link.startsWith(root)).toBe(true);
    expect(links.filter((link) => link.endsWith(`/appId/${CLIENT_ID}`))).toHaveLength(links.length - 1);
  });

  test("for some mailboxes end with the tenant's own limit and its script", () => {
    const { steps, scripts } = guide({ mailboxes: "SOME_MAILBOXES" });
    expect(steps.map(({ title }) => title)).toContain("Limit the application to some mailboxes");
    expect(scripts.map(({ kind }) => kind)).toContain("EXCHANGE_POWERSHELL");
    expect(guide().scripts.map(({ kind }) => kind)).not.toContain("EXCHANGE_POWERSHELL");
  });
});

describe("the approval request", () => {
  test("says what is asked, why, and what to press", () => {
    const { approvalRequest } = guide({ clientId: CLIENT_ID, tenantId: "larkfield.example" });
    expect(approvalRequest.text).toContain(CLIENT_ID);
    expect(approvalRequest.text).toContain("larkfield.example");
    expect(approvalRequest.text).toContain(
      "- Calendars.ReadWrite (application): Reads and writes events in the calendars of the specified mailboxes.",
    );
    expect(approvalRequest.text).toContain("Grant admin consent");
    expect(approvalRequest.link).toContain(`/CallAnAPI/appId/${CLIENT_ID}`);
  });
});

test("every possible combination of answers has a guide or a refusal that names the field", () => {
  for (const mailboxes of MAILBOX_AUDIENCES)
    for (const use of CALENDAR_USES)
      for (const cloud of CLOUDS)
        for (const severalTenants of [true, false])
          for (const personalAccounts of [true, false])
            for (const directorySearch of [true, false])
              for (const mayConsent of [true, false, null]) {
                const answers = {
                  mailboxes,
                  use,
                  cloud,
                  severalTenants,
                  personalAccounts,
                  directorySearch,
                  mayConsent,
                };
                try {
                  const { steps, permissions } = guide(answers);
                  expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
                  expect(new Set(permissions.map(({ id }) => id)).size).toBe(permissions.length);
                } catch (error) {
                  if (!isAppError(error, "INVALID_INPUT")) throw error;
                  expect(["personalAccounts", "directorySearch"]).toContain(error.facts.path?.[0]);
                }
              }
});
