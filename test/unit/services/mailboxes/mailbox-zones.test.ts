import { describe, expect, test } from "vitest";
import { MailboxZones } from "../../../../src/services/mailboxes/mailbox-zones.js";

const UTC = { timeZone: "UTC", timeZoneSource: "FALLBACK_UTC" };

describe("what is known of mailboxes' zones", () => {
  test("stands in for UTC for a day, and says so", () => {
    let now = 0;
    const zones = new MailboxZones({ now: () => now });
    zones.learn("a", "Asia/Kathmandu");

    expect(zones.of("a")).toEqual({ timeZone: "Asia/Kathmandu", timeZoneSource: "MAILBOX" });
    expect(zones.of("b")).toEqual(UTC);
    now = 86_400_000;
    expect(zones.of("a")).toEqual(UTC);
  });

  test("is what was learned last; a zone that nobody knows unlearns", () => {
    const zones = new MailboxZones({ now: () => 0 });
    zones.learn("a", "Asia/Kathmandu");
    zones.learn("a", "Europe/Berlin");
    expect(zones.of("a").timeZone).toBe("Europe/Berlin");
    zones.learn("a", null);
    expect(zones.of("a")).toEqual(UTC);
  });

  test("does not grow without end, and forgets the oldest first", () => {
    const zones = new MailboxZones({ now: () => 0 });
    for (let n = 0; n < 10_001; n++) zones.learn(`box ${n}`, "Asia/Tokyo");
    expect(zones.of("box 0")).toEqual(UTC);
    expect(zones.of("box 1").timeZone).toBe("Asia/Tokyo");
    expect(zones.of("box 10000").timeZone).toBe("Asia/Tokyo");
  });
});
