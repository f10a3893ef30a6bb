import { describe, expect, test } from "vitest";
import { zoneOfBound } from "../../../src/services/events/event-zone.js";

describe("the zone of a bound is the first of these that there is [user-demands 27]", () => {
  test.each([
    ["the IANA zone that it names", "Europe/Berlin", "Asia/Tokyo", "Europe/Berlin", "EVENT"],
    ["the Windows zone that it names", "Morocco Standard Time", null, "Africa/Casablanca", "EVENT"],
    ["UTC where it says so in Exchange's words", "tzone://Microsoft/Utc", null, "UTC", "EVENT"],
    ["a zone of the offset in its name", "GMT+6:30", "Asia/Tokyo", "Asia/Yangon", "EVENT_OFFSET"],
    ["a zone of whole hours", "(UTC-03:00) Somewhere", null, "Etc/GMT+3", "EVENT_OFFSET"],
    ["the zone of the other bound", "tzone://Microsoft/Custom", "Tokyo Standard Time", "Asia/Tokyo", "OTHER_BOUND"],
    ["the same for a made-up name", "Customized Time Zone", "Asia/Tokyo", "Asia/Tokyo", "OTHER_BOUND"],
    ["the same for no name", null, "Asia/Tokyo", "Asia/Tokyo", "OTHER_BOUND"],
    ["UTC where nothing is known", "Mars/Olympus", "Customized Time Zone", "UTC", "FALLBACK_UTC"],
    ["UTC where an offset is all that the other bound has", "Mars/Olympus", "GMT+6:30", "UTC", "FALLBACK_UTC"],
    ["UTC where nothing is named", undefined, undefined, "UTC", "FALLBACK_UTC"],
  ])("%s", (_name, own, other, timeZone, timeZoneSource) => {
    // Twice: the second answer is the remembered one.
    expect(zoneOfBound(own, other)).toEqual({ timeZone, timeZoneSource });
    expect(zoneOfBound(own, other)).toEqual({ timeZone, timeZoneSource });
  });

  test("names without end are not remembered without end, and stay right", () => {
    for (let n = 0; n < 3_000; n++) zoneOfBound(`GMT+2 ${n}`, null);
    expect(zoneOfBound("GMT+2 1", null)).toEqual({ timeZone: "Etc/GMT-2", timeZoneSource: "EVENT_OFFSET" });
  });

  test("whoever knows better than UTC may say so", () => {
    const fallback = { timeZone: "Asia/Kathmandu", timeZoneSource: "EVENT" } as const;
    expect(zoneOfBound("Mars/Olympus", null, fallback)).toBe(fallback);
    expect(zoneOfBound("Asia/Tokyo", null, fallback).timeZone).toBe("Asia/Tokyo");
  });
});
