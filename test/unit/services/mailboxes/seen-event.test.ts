import { describe, expect, test } from "vitest";
import { seenEvent } from "../../../../src/services/mailboxes/seen-event.js";

const PLACE = { organizationId: "O", mailboxId: "M" };
const SLOT = { seriesMasterId: "S", originalStart: "2026-03-02T08:00:00Z" };

describe("which event an answer of Graph's is", () => {
  test.each([
    [{ type: "singleInstance" }, "EVENT"],
    [{ type: "seriesMaster" }, "EVENT"],
    // Graph says null for what is no part of a series.
    [{ seriesMasterId: null }, "EVENT"],
    [{}, "LISTED"],
    [{ ...SLOT }, "OCCURRENCE"],
    [{ ...SLOT, type: "exception" }, "OCCURRENCE"],
    [{ type: "occurrence" }, undefined],
    [{ type: "occurrence", seriesMasterId: "S" }, undefined],
    [{ seriesMasterId: "S" }, undefined],
    [{ seriesMasterId: "S", originalStart: "soon" }, undefined],
  ] as const)("%j is %s", (members, kind) => {
    const seen = seenEvent(PLACE, { id: "A", iCalUId: "u", ...members }, 1);

    expect(seen?.kind).toBe(kind);
    if (seen?.kind === "OCCURRENCE")
      expect(seen.slot).toMatchObject({ masterGraphId: "S", originalStart: 1772438400000 });
  });

  const uid = (date: string) =>
    `040000008200E00074C5B7101A82E008${date}0123456789ABDC010000000000000000100000000123456789ABCDEF0123456789ABCDEF`;

  test.each([
    [{ type: "occurrence" }, "LISTED"],
    [{ type: "exception", seriesMasterId: "S" }, "LISTED"],
    [{ seriesMasterId: "S", originalStart: "soon" }, "LISTED"],
    [{}, "LISTED"],
    [{ ...SLOT }, "OCCURRENCE"],
    [{ type: "singleInstance" }, "EVENT"],
  ] as const)("%j with the `iCalUId` of an occurrence is %s", (members, kind) => {
    const seen = seenEvent(PLACE, { id: "A", iCalUId: uid("07EA0302"), ...members }, 1);

    expect(seen?.kind).toBe(kind);
    expect(seen?.seriesUid).toBe(kind === "LISTED" ? uid("00000000") : null);
  });

  test.each([{ id: "A" }, { iCalUId: "u" }, { id: "A", iCalUId: "" }])("%j says nothing", (members) => {
    expect(seenEvent(PLACE, { type: "singleInstance", ...members }, 1)).toBeUndefined();
  });
});
