import { describe, expect, test } from "vitest";
import { isKnownTimeZone, toIanaZone, toWindowsZone } from "../../../src/graph/index.js";

describe("names of time zones", () => {
  test.each([
    ["W. Europe Standard Time", "Europe/Berlin", "WINDOWS"],
    ["w. europe standard time", "Europe/Berlin", "WINDOWS"],
    ["Tokyo Standard Time", "Asia/Tokyo", "WINDOWS"],
    ["Europe/Berlin", "Europe/Berlin", "IANA"],
    ["europe/berlin", "Europe/Berlin", "IANA"],
    ["Asia/Kolkata", "Asia/Kolkata", "IANA"],
    ["Europe/Kyiv", "Europe/Kyiv", "IANA"],
    ["UTC", "UTC", "IANA"],
    ["tzone://Microsoft/Utc", "UTC", "WINDOWS"],
    ["tzone://Microsoft/Custom", "UTC", "CUSTOM"],
    ["Atlantis Standard Time", "UTC", "UNKNOWN"],
    ["Customized Time Zone", "UTC", "CUSTOM"],
    ["+02:00", "Etc/GMT-2", "OFFSET"],
    ["GMT+6:30", "Asia/Yangon", "OFFSET"],
    ["UTC-05:00", "Etc/GMT+5", "OFFSET"],
    ["(UTC+05:45) Kathmandu", "Asia/Kathmandu", "OFFSET"],
    ["GMT-9:30", "Pacific/Marquesas", "OFFSET"],
    ["UTC+00:00", "UTC", "OFFSET"],
    ["GMT+15", "UTC", "UNKNOWN"],
    ["GMT+6:17", "UTC", "UNKNOWN"],
    ["", "UTC", "UNKNOWN"],
  ])("%s reads as %s, by %s", (name, zone, source) => {
    expect(toIanaZone(name)).toEqual({ zone, source });
    expect(() => new Intl.DateTimeFormat("en-US", { timeZone: zone })).not.toThrow();
  });

  test.each([
    ["Europe/Berlin", "W. Europe Standard Time"],
    ["Asia/Kolkata", "India Standard Time"],
    ["Asia/Calcutta", "India Standard Time"],
    ["Europe/Kyiv", "FLE Standard Time"],
    ["Africa/Casablanca", "Morocco Standard Time"],
    ["tokyo standard time", "Tokyo Standard Time"],
    ["Atlantis/Harbour", undefined],
  ])("%s is %s in Windows", (name, windows) => {
    expect(toWindowsZone(name)).toBe(windows);
  });

  test.each(["Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+6", "Pacific Standard Time", "UTC"])(
    "%s is known",
    (name) => expect(isKnownTimeZone(name)).toBe(true),
  );

  test.each(["", "+02:00", "GMT+6:30", "tzone://Microsoft/Custom", "Mars/Olympus", "Europe/Berlin "])(
    "%j is not known",
    (name) => expect(isKnownTimeZone(name)).toBe(false),
  );
});
