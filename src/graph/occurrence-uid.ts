/** What the `iCalUId` of one occurrence tells. */
export interface OccurrenceUid {
  /** The `iCalUId` of its series. */
  readonly seriesUid: string;
  /** Midnight UTC of the date that its slot has in the series, in milliseconds since the Unix epoch. */
  readonly date: number;
}

/** Sixteen bytes that say what it is; a year, a month and a day; a moment, eight spare bytes, the length of what follows. */
const FORM = /^(040000008200E00074C5B7101A82E008)([\dA-F]{4})([\dA-F]{2})([\dA-F]{2})((?:[\dA-F]{2}){20,})$/i;

const DATE_AT = 32;
const NO_DATE = "00000000";

/**
 * Reads the `iCalUId` of an occurrence where it has Outlook's form: PidLidGlobalObjectId in hexadecimal digits, in which the
 * date stands that is zero in the series' own (MS-OXOCAL 2.2.1.27 and 2.2.1.28). Graph does not promise it: what is made of
 * it has to be compared with what Graph answers. Undefined for a series' or a single event's, and for any other text.
 */
export function readOccurrenceUid(iCalUId: string): OccurrenceUid | undefined {
  // Most are no occurrence's: they need no closer look.
  if (iCalUId.startsWith(NO_DATE, DATE_AT)) return undefined;
  const [, kind, year = "", month = "", day = "", rest] = FORM.exec(iCalUId) ?? [];
  if (kind === undefined) return undefined;
  const [wantedYear, wantedMonth, wantedDay] = [year, month, day].map((digits) => Number.parseInt(digits, 16));
  const iso = `${pad(wantedYear, 4)}-${pad(wantedMonth, 2)}-${pad(wantedDay, 2)}`;
  const date = Date.parse(`${iso}T00:00:00Z`);
  // Dates that no calendar has are read as others, or not at all.
  if (Number.isNaN(date) || new Date(date).toISOString().slice(0, 10) !== iso) return undefined;
  return { seriesUid: `${kind}${NO_DATE}${rest}`, date };
}

function pad(value: number | undefined, length: number): string {
  return String(value).padStart(length, "0");
}
