import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS, DIRECTORY_APP } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  UpdateAndReadSettingsDocument,
  UpdateConnectionDocument,
  UpdateMailboxSettingsDocument,
  type UpdateMailboxSettingsInput,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { type RecordingProxy, startRecordingProxy } from "../kit/recording-proxy.js";
import { allowSettings } from "../kit/settings.js";

const { ines } = DEMO_USERS;
const START = "2090-07-01T06:00:00Z";
const END = "2090-07-15T16:00:00Z";

type Changes = Omit<UpdateMailboxSettingsInput, "mailboxId">;

describe("updateMailboxSettings", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: RecordingProxy;
  let mailboxId: string;

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startRecordingProxy(graphUrl);
        return proxy.url;
      },
    });
    allowSettings(gateway, DIRECTORY_APP);
    organization = await makeOrganization(gateway, { app: DIRECTORY_APP, addresses: [ines.address] });
    mailboxId = organization.mailboxIds[0]!;
  });
  beforeEach(() => {
    gateway.emulator.faults.clear();
    proxy.take();
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const update = async (changes: Changes, of = organization) => {
    const input = { mailboxId: of.mailboxIds[0]!, ...changes };
    return (await of.admin.query(UpdateMailboxSettingsDocument, { input })).data.updateMailboxSettings;
  };
  test("changes everything in one request, zones by their Windows names, and reads it back when it is selected", async () => {
    const input = {
      mailboxId,
      timeZone: "Asia/Tokyo",
      workingHours: {
        daysOfWeek: ["MONDAY", "TUESDAY"],
        startTime: "07:30",
        endTime: "15:45",
        timeZone: "Europe/Berlin",
      },
      automaticReplies: {
        status: "SCHEDULED",
        externalAudience: "CONTACTS_ONLY",
        internalMessage: "<p>Away 🎉</p>",
        externalMessage: "<script>kept as it is</script>",
        start: START,
        end: END,
      },
      locale: "de-de",
      dateFormat: "yyyy-MM-dd",
      timeFormat: "h:mm tt",
      delegateMeetingMessageDeliveryOptions: "SEND_TO_DELEGATE_AND_PRINCIPAL",
    } as const;

    const { updateMailboxSettings } = await organization.admin.data(UpdateAndReadSettingsDocument, { input });

    expect(updateMailboxSettings).toEqual({
      errors: [],
      mailbox: {
        settings: {
          timeZone: "Asia/Tokyo",
          timeZoneName: "Tokyo Standard Time",
          workingHours: input.workingHours,
          automaticReplies: {
            ...input.automaticReplies,
            start: "2090-07-01T06:00:00.000Z",
            end: "2090-07-15T16:00:00.000Z",
          },
          locale: "de-DE",
          dateFormat: "yyyy-MM-dd",
          timeFormat: "h:mm tt",
          delegateMeetingMessageDeliveryOptions: "SEND_TO_DELEGATE_AND_PRINCIPAL",
          userPurpose: "USER",
        },
      },
    });
    expect(proxy.take()).toMatchObject([
      {
        method: "PATCH",
        body: {
          timeZone: "Tokyo Standard Time",
          workingHours: { timeZone: { name: "W. Europe Standard Time" }, startTime: "07:30:00.0000000" },
          automaticRepliesSetting: { scheduledStartDateTime: { timeZone: "UTC" } },
        },
      },
      { method: "GET" },
    ]);
  });

  test.each<[string, Changes, unknown]>([
    ["a zone that Windows does not have", { timeZone: "America/Coyhaique" }, { timeZone: "America/Coyhaique" }],
    [
      "one end of the working hours",
      { workingHours: { endTime: "16:00" } },
      { workingHours: { endTime: "16:00:00.0000000" } },
    ],
    [
      "one reply, which an empty text removes",
      { automaticReplies: { internalMessage: "" } },
      { automaticRepliesSetting: { internalReplyMessage: "" } },
    ],
    [
      "the end of replies",
      { automaticReplies: { status: "DISABLED" } },
      { automaticRepliesSetting: { status: "disabled" } },
    ],
    ["a format with words", { dateFormat: "d MMM yyyy 'г.'" }, { dateFormat: "d MMM yyyy 'г.'" }],
    ["what is not null", { locale: "en-GB", timeZone: null, workingHours: null }, { language: { locale: "en-GB" } }],
  ])("sends nothing but what was given: %s", async (_name, changes, body) => {
    expect((await update(changes)).errors).toEqual([]);

    const [request, ...others] = proxy.take();
    expect(request).toMatchObject({ method: "PATCH", path: expect.stringMatching(/\/mailboxSettings$/) });
    expect(request!.body).toEqual(body);
    expect(others).toEqual([]);
  });

  describe("refuses what does not fit together, and less common faults, before Microsoft is asked", () => {
    const hours = (workingHours: Changes["workingHours"]) => ({ workingHours });
    const replies = (automaticReplies: Changes["automaticReplies"]) => ({ automaticReplies });
    test.each<[string, Changes, string[], string]>([
      ["nothing", {}, [], "Nothing to change"],
      ["an offset for a zone", { timeZone: "+02:00" }, ["timeZone"], "time zone is not known"],
      ["empty working hours", hours({}), ["workingHours"], "Nothing of the working hours"],
      ["a day twice", hours({ daysOfWeek: ["MONDAY", "MONDAY"] }), ["workingHours", "daysOfWeek"], "twice"],
      ["a night shift", hours({ startTime: "22:00", endTime: "06:00" }), ["workingHours", "endTime"], "night shifts"],
      [
        "no time at all",
        hours({ startTime: "09:00", endTime: "09:00" }),
        ["workingHours", "endTime"],
        "after they start",
      ],
      ["empty replies", replies({}), ["automaticReplies"], "Nothing of the automatic replies"],
      [
        "a span backwards",
        replies({ status: "SCHEDULED", start: END, end: START }),
        ["automaticReplies", "end"],
        "after it starts",
      ],
      [
        "a span of the past",
        replies({ status: "SCHEDULED", start: "2020-01-01T00:00:00Z", end: "2020-01-02T00:00:00Z" }),
        ["automaticReplies", "end"],
        "over already",
      ],
      [
        "a start of no span",
        replies({ status: "ALWAYS_ENABLED", start: START }),
        ["automaticReplies", "start"],
        "SCHEDULED",
      ],
      ["an end without a status", replies({ end: END }), ["automaticReplies", "end"], "SCHEDULED"],
      ["a language alone", { locale: "en" }, ["locale"], "`en-GB`"],
      ["a date with hours", { dateFormat: "dd/MM/yyyy HH" }, ["dateFormat"], "short date"],
      ["a date of quoted letters", { dateFormat: "'d M y'" }, ["dateFormat"], "short date"],
      ["a date of two lines", { dateFormat: "dd/MM\n/yyyy" }, ["dateFormat"], "one line"],
      ["a time with a month", { timeFormat: "HH:mm MM" }, ["timeFormat"], "short time"],
      ["a time without end", { timeFormat: "HH:mm".repeat(20) }, ["timeFormat"], "at most 80"],
    ])("%s", async (_name, changes, path, says) => {
      const { mailbox, errors } = await update(changes);

      expect(mailbox).toBeNull();
      expect(errors).toMatchObject([{ code: "INVALID_INPUT", path, message: expect.stringContaining(says) }]);
      expect(proxy.take()).toEqual([]);
    });
  });

  test("says what Microsoft blamed", async () => {
    const late = await update({ workingHours: { startTime: "23:00" } });
    const foreign = await update({ locale: "tlh-AQ" });

    expect(late.errors).toMatchObject([{ code: "INVALID_INPUT", path: ["workingHours"] }]);
    expect(foreign.errors).toMatchObject([{ code: "INVALID_INPUT", path: [] }]);
    expect(foreign.errors[0]!.message).toContain("InvalidArguments");
  });

  test("without the permission names it, and the connection stays as healthy as it was", async () => {
    const other = await makeOrganization(gateway, { addresses: [ines.address] });

    const { mailbox, errors } = await update({ locale: "en-GB" }, other);

    expect(mailbox).toBeNull();
    expect(errors).toMatchObject([{ code: "CONSENT_MISSING" }]);
    expect(errors[0]!.message).toContain("MailboxSettings.ReadWrite");
    expect(errors[0]!.message).toContain("connectionGuide");
  });

  test.each(["READ", "FREE_BUSY"] as const)("at the level %s is refused before Microsoft is asked", async (level) => {
    const other = await makeOrganization(gateway, { app: DIRECTORY_APP, addresses: [ines.address] });
    await other.admin.data(UpdateConnectionDocument, { input: { id: other.connectionId, permissionLevel: level } });
    gateway.emulator.log.clear();

    const { errors } = await update({ locale: "en-GB" }, other);

    expect(errors).toMatchObject([{ code: "CONNECTION_READ_ONLY", message: expect.stringContaining(level) }]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });
});
