import { WINDOWS_TO_IANA_MAP } from "windows-iana";
import type { HttpAnswer } from "../../core/http-message.js";
import { functionArguments } from "../../core/path-segments.js";
import { findZone, offsetAt } from "../../core/time-zones.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { accessDenied, badRequest, parseUriFailure } from "../graph-failure.js";
import { pageAnswer } from "../odata/answers.js";
import { type EntityType, primitive } from "../odata/entity-type.js";
import { type Language, SUPPORTED_LANGUAGES } from "./supported-languages.js";

const READERS = ["User.Read", "User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"];
/** Both lists come whole. */
const ONE_PAGE = { defaultTop: 1_000, maxTop: 1_000 };
/** Midwinter and midsummer, in one of which no zone is ahead of its standard time. */
const SEASONS = [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)];

interface ZoneInfo {
  readonly alias: string;
  readonly displayName: string;
}

const unknownMember = (name: string) => parseUriFailure(`Could not find a property named '${name}'.`);

const zoneType: EntityType<ZoneInfo> = {
  members: { alias: primitive((zone) => zone.alias), displayName: primitive((zone) => zone.displayName) },
  always: [],
  unknownMember,
};
const languageType: EntityType<Language> = {
  members: { locale: primitive(({ locale }) => locale), displayName: primitive(({ displayName }) => displayName) },
  always: [],
  unknownMember,
};

/** Windows names, or the IANA names that Unicode's table gives for them. */
function zoneNames(standard: "windows" | "iana"): readonly string[] {
  const names = WINDOWS_TO_IANA_MAP.filter(({ territory }) => standard === "iana" || territory === "001").flatMap(
    ({ windowsName, iana }) => (standard === "windows" ? [windowsName] : iana),
  );
  return [...new Set(names)].filter((name) => findZone(name) !== undefined).sort();
}

function zoneInfo(alias: string): ZoneInfo {
  const zone = findZone(alias);
  const minutes = Math.min(...SEASONS.map((at) => (zone === undefined ? 0 : offsetAt(zone, at)))) / 60_000;
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const offset = `${minutes < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(rest).padStart(2, "0")}`;
  return { alias, displayName: `(UTC${minutes === 0 ? "" : offset}) ${alias}` };
}

function listZones(call: MailboxCall): HttpAnswer {
  assertAllowed(call);
  const standard =
    functionArguments(call.params.arguments ?? "")
      .get("timezonestandard")
      ?.toLowerCase() ?? "windows";
  if (standard !== "windows" && standard !== "iana") throw badRequest(`'${standard}' is no timeZoneStandard.`);
  return pageAnswer(
    call,
    zoneType,
    zoneNames(standard).map(zoneInfo),
    "Collection(microsoft.graph.timeZoneInformation)",
    ONE_PAGE,
  );
}

function listLanguages(call: MailboxCall): HttpAnswer {
  assertAllowed(call);
  return pageAnswer(call, languageType, SUPPORTED_LANGUAGES, "Collection(microsoft.graph.localeInfo)", ONE_PAGE);
}

/** By their pages these lists have no app-only form, by the permission data they do. */
function assertAllowed(call: MailboxCall): void {
  if (call.caller.delegated === undefined && call.world.switches.supportedTimeZonesAppOnly === "refuse")
    throw accessDenied();
}

const route = (path: string, handle: MailboxRoute["handle"]): MailboxRoute => ({
  kind: "mailbox",
  method: "GET",
  path: `/outlook/${path}`,
  needs: "basic",
  anyOf: READERS,
  handle,
});

export const supportedListRoutes: readonly MailboxRoute[] = [
  route("supportedTimeZones", listZones),
  route("supportedTimeZones/{arguments}", listZones),
  route("supportedLanguages", listLanguages),
];
