import type { GraphCalendar, GraphCalendarGroup } from "../../graph/index.js";
import type { OnlineMeetingProvider } from "../events/event.model.js";
import { unknownWritten } from "../outcomes.js";
import type { Calendar, CalendarColor, CalendarGroup } from "./calendar.model.js";

/** Members of Graph's calendar that our fields are read from. */
export const CALENDAR_SELECT = [
  "id",
  "name",
  "isDefaultCalendar",
  "canEdit",
  "canShare",
  "canViewPrivateItems",
  "isRemovable",
  "isTallyingResponses",
  "color",
  "hexColor",
  "allowedOnlineMeetingProviders",
  "defaultOnlineMeetingProvider",
  "owner",
];
export const CALENDAR_GROUP_SELECT = ["id", "name", "classId"];

/** The class of the default group, the same in every mailbox. */
const DEFAULT_GROUP_CLASS = "0006f0b7-0000-0000-c000-000000000046";

const COLORS = {
  AUTO: "auto",
  LIGHT_BLUE: "lightBlue",
  LIGHT_GREEN: "lightGreen",
  LIGHT_ORANGE: "lightOrange",
  LIGHT_GRAY: "lightGray",
  LIGHT_YELLOW: "lightYellow",
  LIGHT_TEAL: "lightTeal",
  LIGHT_PINK: "lightPink",
  LIGHT_BROWN: "lightBrown",
  LIGHT_RED: "lightRed",
  MAX_COLOR: "maxColor",
} as const;
const COLORS_BY_WORD = new Map(Object.entries(COLORS).map(([color, word]) => [word.toLowerCase(), color]));

const PROVIDERS: ReadonlyMap<string, OnlineMeetingProvider> = new Map([
  ["teamsforbusiness", "TEAMS_FOR_BUSINESS"],
  ["skypeforbusiness", "SKYPE_FOR_BUSINESS"],
  ["skypeforconsumer", "SKYPE_FOR_CONSUMER"],
]);

export function toCalendar(mailboxId: string, calendar: GraphCalendar): Calendar {
  const { owner, allowedOnlineMeetingProviders: allowed, defaultOnlineMeetingProvider: byDefault } = calendar;
  return {
    kind: "Calendar",
    mailboxId,
    graphId: calendar.id ?? "",
    name: calendar.name ?? null,
    isDefault: calendar.isDefaultCalendar ?? null,
    canEdit: calendar.canEdit ?? null,
    canShare: calendar.canShare ?? null,
    canViewPrivateItems: calendar.canViewPrivateItems ?? null,
    isRemovable: calendar.isRemovable ?? null,
    isTallyingResponses: calendar.isTallyingResponses ?? null,
    color: calendar.color ? toColor(calendar.color) : null,
    hexColor: calendar.hexColor || null,
    allowedOnlineMeetingProviders: allowed ? allowed.map(toProvider) : null,
    // Graph says `unknown` where there is none.
    defaultOnlineMeetingProvider: !byDefault || byDefault === "unknown" ? null : toProvider(byDefault),
    owner: owner ? { name: owner.name ?? null, address: owner.address ?? null } : null,
  };
}

export function toCalendarGroup(mailboxId: string, { id, name, classId }: GraphCalendarGroup): CalendarGroup {
  const isDefault = classId ? classId.toLowerCase() === DEFAULT_GROUP_CLASS : null;
  return { kind: "CalendarGroup", mailboxId, graphId: id ?? "", name: name ?? null, isDefault };
}

/** Graph's word for a colour. @throws AppError INVALID_INPUT for UNKNOWN, which can be read but never written. */
export function toGraphColor(color: CalendarColor): (typeof COLORS)[keyof typeof COLORS] {
  if (color !== "UNKNOWN") return COLORS[color];
  throw unknownWritten(["color"]);
}

function toColor(word: string): CalendarColor {
  return (COLORS_BY_WORD.get(word.toLowerCase()) ?? "UNKNOWN") as CalendarColor;
}

function toProvider(word: string | null): OnlineMeetingProvider {
  return PROVIDERS.get(word?.toLowerCase() ?? "") ?? "UNKNOWN";
}
