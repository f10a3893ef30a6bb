import { type GraphMailboxSettings, isKnownTimeZone, toWindowsZone } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import { given } from "../../lib/given.js";
import { word } from "../events/graph-words.js";
import { orUnchanged } from "../outcomes.js";
import type { MailboxSettingsChange, WorkingHoursChange } from "./mailbox-settings.model.js";
import { toGraphReplies } from "./replies-draft.js";
import { DELEGATE_DELIVERIES } from "./settings-words.js";

type GraphHours = NonNullable<GraphMailboxSettings["workingHours"]>;

/** Longer than any culture's short format (https://learn.microsoft.com/dotnet/standard/base-types/custom-date-and-time-format-strings). */
const LONGEST_FORMAT = 80;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const LOCALE = /^[a-z]{2,3}(-[a-z]{4})?-([a-z]{2}|\d{3})$/i;

/**
 * Graph's settings with what was given and nothing else.
 *
 * @throws AppError INVALID_INPUT for the first field that is wrong, and where nothing was given.
 */
export function toGraphSettings(change: MailboxSettingsChange, now: number): GraphMailboxSettings {
  const { timeZone, locale, dateFormat, timeFormat, delegateMeetingMessageDeliveryOptions: delivery } = change;
  const settings: GraphMailboxSettings = given({
    timeZone: timeZone == null ? undefined : zoneName(timeZone, "timeZone"),
    workingHours: change.workingHours ? toGraphHours(change.workingHours) : undefined,
    automaticRepliesSetting: change.automaticReplies ? toGraphReplies(change.automaticReplies, now) : undefined,
    language: locale == null ? undefined : { locale: localeName(locale) },
    dateFormat: dateFormat == null ? undefined : dateFormatText(dateFormat),
    timeFormat: timeFormat == null ? undefined : timeFormatText(timeFormat),
    delegateMeetingMessageDeliveryOptions: delivery
      ? word(DELEGATE_DELIVERIES, delivery, "delegateMeetingMessageDeliveryOptions")
      : undefined,
  });
  if (Object.keys(settings).length === 0) throw new AppError("INVALID_INPUT", "Nothing to change was given.");
  return settings;
}

/** Windows names are those that every mailbox takes; a zone that Windows does not have goes by its IANA name. */
function zoneName(name: string, ...path: string[]): string {
  if (isKnownTimeZone(name)) return toWindowsZone(name) ?? name;
  throw invalid("This time zone is not known. Use an IANA name such as `Europe/Berlin`.", ...path);
}

function toGraphHours({ daysOfWeek, startTime, endTime, timeZone }: WorkingHoursChange): GraphHours {
  if (daysOfWeek != null && new Set(daysOfWeek).size < daysOfWeek.length) {
    throw invalid("A day of the week is named twice.", "workingHours", "daysOfWeek");
  }
  const [start, end] = [clock(startTime, "startTime"), clock(endTime, "endTime")];
  if (start !== undefined && end !== undefined && end <= start) {
    throw invalid(
      "Working hours end after they start, on the same day: Outlook has no night shifts.",
      "workingHours",
      "endTime",
    );
  }
  const hours: GraphHours = given({
    daysOfWeek: orUnchanged(daysOfWeek)?.map((day) => day.toLowerCase() as Lowercase<typeof day>),
    startTime: start,
    endTime: end,
    timeZone: timeZone == null ? undefined : { name: zoneName(timeZone, "workingHours", "timeZone") },
  });
  if (Object.keys(hours).length === 0) throw invalid("Nothing of the working hours was given.", "workingHours");
  return hours;
}

function clock(text: string | null | undefined, field: "startTime" | "endTime"): string | undefined {
  if (text == null) return undefined;
  if (!CLOCK.test(text)) throw invalid("A time of the day is written as `09:00`.", "workingHours", field);
  return `${text}:00.0000000`;
}

function localeName(text: string): string {
  const [name] = LOCALE.test(text) ? Intl.getCanonicalLocales(text) : [];
  if (name === undefined) throw invalid("A locale names a language and a country, such as `en-GB`.", "locale");
  return name;
}

function dateFormatText(text: string): string {
  const letters = formatLetters(text, "dateFormat");
  if (/d/.test(letters) && /M/.test(letters) && /y/.test(letters) && !/[hHmst]/.test(letters)) return text;
  throw invalid("A short date has a day (d), a month (M) and a year (y), such as `dd/MM/yyyy`.", "dateFormat");
}

function timeFormatText(text: string): string {
  const letters = formatLetters(text, "timeFormat");
  if (/[hH]/.test(letters) && /m/.test(letters) && !/[dMy]/.test(letters)) return text;
  throw invalid("A short time has hours (H or h) and minutes (m), such as `HH:mm` or `h:mm tt`.", "timeFormat");
}

/** What of a format stands for something: texts in quotes and escaped letters stand for themselves. */
function formatLetters(text: string, field: "dateFormat" | "timeFormat"): string {
  if (text.length > LONGEST_FORMAT || /\p{Cc}/u.test(text)) {
    throw invalid(`A format is one line of at most ${LONGEST_FORMAT} characters.`, field);
  }
  return text.replace(/'[^']*'|"[^"]*"|\\./g, "");
}

function invalid(message: string, ...path: string[]): AppError {
  return new AppError("INVALID_INPUT", message, { path });
}
