import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readOccurrenceUid } from "../../../src/graph/occurrence-uid.js";

const KIND = "040000008200E00074C5B7101A82E008";
const REST = "5025D461E473C8010000000000000000100000002A5844B3A444F74A9C246C60886F116B";

describe("the `iCalUId` of an occurrence", () => {
  test("tells its series' and its date, as Microsoft's own example has it", () => {
    // https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxocal, an exception of 25 March 2008.
    expect(readOccurrenceUid(`${KIND}07D80319${REST}`)).toEqual({
      seriesUid: `${KIND}00000000${REST}`,
      date: Date.UTC(2008, 2, 25),
    });
  });

  test("keeps the case of its letters, and data of any length", () => {
    const text = `${KIND}07e8021d${REST}00`.toLowerCase();

    expect(readOccurrenceUid(text)).toEqual({
      seriesUid: text.replace("07e8021d", "00000000"),
      date: Date.UTC(2024, 1, 29),
    });
  });

  test.each([
    ["a series' or a single event's", `${KIND}00000000${REST}`],
    ["29 February of another year", `${KIND}07E9021D${REST}`],
    ["a month that no year has", `${KIND}07D80D01${REST}`],
    ["day 0", `${KIND}07D80300${REST}`],
    ["day 32", `${KIND}07D80320${REST}`],
    ["a year that no calendar reaches", `${KIND}FFFF0101${REST}`],
    ["another kind of bytes", `${KIND.replace("74C5", "74C6")}07D80319${REST}`],
    ["bytes that end too soon", `${KIND}07D80319${REST.slice(0, 38)}`],
    ["half a byte more", `${KIND}07D80319${REST}0`],
    ["letters beyond F", `${KIND}07D80319${REST.replace("5025", "50G5")}`],
    ["something before it", ` ${KIND}07D80319${REST}`],
    ["the id of another program", "7kukuqrfedlm2f9t0vr1p3@google.example"],
    ["nothing", ""],
  ])("is not read in %s", (_, text) => {
    expect(readOccurrenceUid(text)).toBeUndefined();
  });

  test("any date is found again, and the series' own is never taken for one", () => {
    const days = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    const bytes = fc.uint8Array({ minLength: 20, maxLength: 80 });
    fc.assert(
      fc.property(days, bytes, (day, rest) => {
        const hex = (value: number, length: number) => value.toString(16).toUpperCase().padStart(length, "0");
        const date = hex(day.getUTCFullYear(), 4) + hex(day.getUTCMonth() + 1, 2) + hex(day.getUTCDate(), 2);
        const tail = Buffer.from(rest).toString("hex");
        const seriesUid = `${KIND}00000000${tail}`;

        const read = readOccurrenceUid(`${KIND}${date}${tail}`);

        expect(read?.seriesUid).toBe(seriesUid);
        expect(new Date(read?.date ?? Number.NaN).toISOString().slice(0, 10)).toBe(day.toISOString().slice(0, 10));
        expect(readOccurrenceUid(seriesUid)).toBeUndefined();
      }),
    );
  });

  test("any other text is none", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readOccurrenceUid(text)).toBeUndefined();
      }),
    );
  });
});
