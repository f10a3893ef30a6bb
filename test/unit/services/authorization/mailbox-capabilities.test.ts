import { describe, expect, test } from "vitest";
import { PERSONAL_ACCOUNTS_TENANT } from "../../../../src/auth/tenant-lookup.js";
import {
  capabilitiesOf,
  type MailboxCapabilityName,
} from "../../../../src/services/authorization/mailbox-capabilities.js";
import type { MailboxSignIn } from "../../../../src/services/authorization/mailbox-sign-in.model.js";

type Connection = Parameters<typeof capabilitiesOf>[0];

const APPLICATION: Connection = {
  access: "APPLICATION",
  supportedAccountTypes: "SINGLE_TENANT",
  permissionLevel: "READ_WRITE",
  cloud: "GLOBAL",
};
const DELEGATED: Connection = {
  ...APPLICATION,
  access: "DELEGATED",
  supportedAccountTypes: "MULTI_TENANT_AND_PERSONAL",
};

const signIn = (over: Partial<MailboxSignIn> = {}): MailboxSignIn => ({
  account: "ann@larkfield.example",
  tenantId: "7d1c5b52-4f0e-4c1a-9a6e-0d6a3c2f1b10",
  state: "ACTIVE",
  stateCode: null,
  signedInAt: new Date(0),
  refreshedAt: new Date(0),
  scopes: ["Calendars.ReadWrite", "User.Read"],
  ...over,
});
const of = (name: MailboxCapabilityName, ...args: Parameters<typeof capabilitiesOf>) =>
  capabilitiesOf(...args).find((capability) => capability.name === name)!;
const lacking = (...args: Parameters<typeof capabilitiesOf>) =>
  capabilitiesOf(...args)
    .filter(({ isAvailable }) => !isAvailable)
    .map(({ name }) => name);

const EVERYTHING = ["Calendars.ReadWrite", "MailboxSettings.ReadWrite", "Place.Read.All"];

describe("capabilities of a mailbox", () => {
  test("say of each what it is known by, why it is not there and who can mend it", () => {
    for (const connection of [APPLICATION, DELEGATED]) {
      for (const permissionLevel of ["FREE_BUSY", "READ", "READ_WRITE"] as const) {
        for (const own of [null, signIn()]) {
          for (const shown of [null, [], EVERYTHING]) {
            const all = capabilitiesOf({ ...connection, permissionLevel }, own, shown);
            expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
            for (const { isAvailable, reason, fixer } of all) {
              expect(isAvailable).toBe(reason === null);
              expect(isAvailable).toBe(fixer === null);
            }
          }
        }
      }
    }
  });

  test("are all there but suggestions for an application with every permission", () => {
    expect(lacking(APPLICATION, null, EVERYTHING)).toEqual(["MEETING_TIME_SUGGESTIONS"]);
  });

  test("are assumed while no token was seen", () => {
    expect(of("READ_SETTINGS", APPLICATION, null, null)).toMatchObject({ isAvailable: true, basis: "ASSUMED" });
    expect(of("WRITE_EVENTS", APPLICATION, null, null)).toMatchObject({ isAvailable: true, basis: "RULES" });
  });

  test("name the permission that a token does not show, and that Exchange may grant it besides", () => {
    const shown = ["Calendars.ReadWrite", "MailboxSettings.Read"];
    expect(of("READ_SETTINGS", APPLICATION, null, shown)).toMatchObject({ isAvailable: true, basis: "TOKEN" });
    expect(of("WRITE_CATEGORIES", APPLICATION, null, shown)).toEqual({
      name: "WRITE_CATEGORIES",
      isAvailable: false,
      reason: expect.stringMatching(/MailboxSettings\.ReadWrite.*Exchange/),
      fixer: "TENANT_ADMINISTRATOR",
      basis: "TOKEN",
    });
    // Exchange knows nothing of the directory of places.
    const rooms = of("ROOMS", APPLICATION, null, shown);
    expect(rooms.reason).toContain("Place.Read.All");
    expect(rooms.reason).not.toContain("Exchange");
  });

  test.each([
    ["READ", ["WRITE_EVENTS", "MEETING_TIME_SUGGESTIONS", "FORWARD_EVENTS", "WRITE_SETTINGS", "WRITE_CATEGORIES"]],
    [
      "FREE_BUSY",
      [
        "WRITE_EVENTS",
        "MEETING_TIME_SUGGESTIONS",
        "READ_DETAILS",
        "ATTACHMENTS",
        "FORWARD_EVENTS",
        "WRITE_SETTINGS",
        "WRITE_CATEGORIES",
      ],
    ],
  ] as const)("at the level %s lack %j", (permissionLevel, names) => {
    const connection = { ...APPLICATION, permissionLevel };
    expect(lacking(connection, null, EVERYTHING)).toEqual(names);
    expect(of("WRITE_EVENTS", connection, null, EVERYTHING)).toMatchObject({
      reason: expect.stringContaining(permissionLevel),
      fixer: "GATEWAY_OPERATOR",
    });
  });

  test("of a sign-in from before the level was raised are mended by its owner", () => {
    const own = signIn({ scopes: ["https://graph.microsoft.com/Calendars.Read"] });
    expect(of("WRITE_EVENTS", DELEGATED, own, null)).toMatchObject({
      reason: expect.stringContaining("beginMailboxAuthorization"),
      fixer: "USER",
    });
  });

  test("of a sign-in are those that Microsoft granted with it, however they are spelled", () => {
    const own = signIn({
      scopes: ["https://microsoftgraph.chinacloudapi.cn/MailboxSettings.Read", "Calendars.ReadWrite"],
    });
    expect(of("READ_CATEGORIES", DELEGATED, own, null)).toMatchObject({ isAvailable: true, basis: "TOKEN" });
    expect(of("READ_SETTINGS", DELEGATED, signIn(), EVERYTHING)).toMatchObject({ fixer: "TENANT_ADMINISTRATOR" });
    expect(of("READ_SETTINGS", DELEGATED, null, null)).toMatchObject({ basis: "ASSUMED" });
    expect(of("ROOMS", DELEGATED, own, null)).toMatchObject({ isAvailable: false, fixer: "NOBODY" });
  });

  test("of a personal account are those that Microsoft offers to it", () => {
    const own = signIn({ tenantId: PERSONAL_ACCOUNTS_TENANT });
    expect(lacking(DELEGATED, own, null)).toEqual([
      "FREE_BUSY_OF_OTHERS",
      "MEETING_TIME_SUGGESTIONS",
      "ROOMS",
      "TEAMS_MEETINGS",
      "SHARED_CALENDARS",
      "READ_SETTINGS",
      "WRITE_SETTINGS",
      "READ_CATEGORIES",
      "WRITE_CATEGORIES",
    ]);
    expect(of("READ_SETTINGS", DELEGATED, own, null).fixer).toBe("NOBODY");
  });

  test("differ between clouds where Microsoft's do", () => {
    const own = signIn();
    expect(of("FORWARD_EVENTS", { ...APPLICATION, cloud: "US_GOV_L4" }, null, null)).toMatchObject({ fixer: "NOBODY" });
    expect(of("FORWARD_EVENTS", APPLICATION, null, null).isAvailable).toBe(true);
    expect(of("MEETING_TIME_SUGGESTIONS", DELEGATED, own, null).isAvailable).toBe(true);
    expect(of("MEETING_TIME_SUGGESTIONS", { ...DELEGATED, cloud: "CHINA" }, own, null).isAvailable).toBe(false);
  });
});
