import { findZone } from "../../core/time-zones.js";
import { readIso, sevenDigits } from "../../core/zoned-time.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, isJsonObject, type JsonObject } from "../json-body.js";
import { jsonText } from "../json-text.js";
import { SUPPORTED_LANGUAGES } from "./supported-languages.js";

const REPLY_STATUSES = ["disabled", "alwaysEnabled", "scheduled"];
const AUDIENCES = ["none", "contactsOnly", "all"];
const DELEGATE_OPTIONS = [
  "sendToDelegateAndInformationToPrincipal",
  "sendToDelegateAndPrincipal",
  "sendToDelegateOnly",
];
const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

const invalidArguments = (message: string) => new GraphFailure(400, "InvalidArguments", message);
const invalidHours = (message: string) => new GraphFailure(400, "ErrorInvalidTimeSettings", message);
const invalidZone = (name: string) => new GraphFailure(400, "InvalidTimeZone", `The time zone '${name}' is not valid.`);

type Reader = (value: unknown, current: JsonObject) => unknown;

/** What a PATCH of the settings may name, with the value to keep. */
export const SETTING_READERS: Readonly<Record<string, Reader>> = {
  timeZone: (value) => zoneName(value),
  dateFormat: (value) => text(value, "dateFormat"),
  timeFormat: (value) => text(value, "timeFormat"),
  delegateMeetingMessageDeliveryOptions: (value) => choice(value, DELEGATE_OPTIONS),
  language: (value) => readLanguage(value),
  automaticRepliesSetting: (value, current) => readReplies(value, current),
  workingHours: (value, current) => readWorkingHours(value, current),
};

function readReplies(value: unknown, current: JsonObject): JsonObject {
  return mergeMembers(value, current, "automaticRepliesSetting", {
    status: (item) => choice(item, REPLY_STATUSES),
    externalAudience: (item) => choice(item, AUDIENCES),
    internalReplyMessage: (item) => (item === null ? "" : text(item, "internalReplyMessage")),
    externalReplyMessage: (item) => (item === null ? "" : text(item, "externalReplyMessage")),
    scheduledStartDateTime: readMoment,
    scheduledEndDateTime: readMoment,
  });
}

function readWorkingHours(value: unknown, current: JsonObject): JsonObject {
  const hours = mergeMembers(value, current, "workingHours", {
    daysOfWeek: (item) => {
      if (!Array.isArray(item)) throw bodyUnreadable("'daysOfWeek' must be a list.");
      return item.map((day) => {
        const known = DAYS.find((name) => name === String(day).toLowerCase());
        if (known === undefined) throw invalidHours(`'${String(day)}' is no day of the week.`);
        return known;
      });
    },
    startTime: readTimeOfDay,
    endTime: readTimeOfDay,
    timeZone: readHoursZone,
  });
  if (String(hours.startTime) >= String(hours.endTime))
    throw invalidHours("Working hours have to end after they start.");
  return hours;
}

/** A zone by name, or with its own rules (`customTimeZone`), which is kept as it was sent. */
function readHoursZone(value: unknown): JsonObject {
  if (!isJsonObject(value) || typeof value.name !== "string") throw bodyUnreadable("'timeZone' must have a name.");
  const isCustom = jsonText(value["@odata.type"]).toLowerCase().endsWith("customtimezone");
  if (!isCustom) return { name: zoneName(value.name) };
  if (typeof value.bias !== "number") throw invalidHours("A custom time zone needs its bias in minutes.");
  return value;
}

function readTimeOfDay(value: unknown): string {
  const match =
    typeof value === "string" ? /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.\d{1,9})?)?$/.exec(value) : null;
  if (match === null) throw invalidHours(`'${jsonText(value)}' is no time of day.`);
  return `${match[1]}:${match[2]}:${match[3] ?? "00"}.0000000`;
}

function readMoment(value: unknown): JsonObject {
  const iso = isJsonObject(value) && typeof value.dateTime === "string" ? readIso(value.dateTime) : undefined;
  if (!isJsonObject(value) || iso === undefined)
    throw invalidArguments("A scheduled time needs dateTime and timeZone.");
  return { dateTime: sevenDigits(iso.wall), timeZone: zoneName(value.timeZone) };
}

function readLanguage(value: unknown): JsonObject {
  if (!isJsonObject(value) || typeof value.locale !== "string") throw bodyUnreadable("'language' must have a locale.");
  const wanted = value.locale.toLowerCase();
  const known = SUPPORTED_LANGUAGES.find(({ locale }) => locale.toLowerCase() === wanted);
  if (known === undefined) throw invalidArguments(`The language '${jsonText(value.locale)}' is not supported.`);
  return { ...known };
}

function mergeMembers(
  value: unknown,
  current: JsonObject,
  member: string,
  readers: Readonly<Record<string, (item: unknown) => unknown>>,
): JsonObject {
  if (!isJsonObject(value)) throw bodyUnreadable(`'${member}' must be an object.`);
  const merged: Record<string, unknown> = { ...current };
  for (const [name, item] of Object.entries(value)) {
    if (name.includes("@odata.")) continue;
    const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
    if (reader === undefined) throw bodyUnreadable(`'${member}' has no member '${name}'.`);
    merged[name] = reader(item);
  }
  return merged;
}

function text(value: unknown, member: string): string {
  if (typeof value !== "string") throw bodyUnreadable(`'${member}' must be a text.`);
  return value;
}

function zoneName(value: unknown): string {
  if (typeof value !== "string") throw bodyUnreadable("A time zone is given by its name.");
  if (findZone(value) === undefined) throw invalidZone(value);
  return value;
}

function choice(value: unknown, choices: readonly string[]): string {
  const known = choices.find((name) => name.toLowerCase() === jsonText(value).toLowerCase());
  if (typeof value !== "string" || known === undefined)
    throw invalidArguments(`'${jsonText(value)}' is not a valid value.`);
  return known;
}
