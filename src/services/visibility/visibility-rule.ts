import { DEFAULT_VISIBILITY, type Visibility, type VisibilityRule } from "../../entities/visibility.js";
import type { PermissionLevel } from "../connections/connection.model.js";

export type { Visibility, VisibilityRule };

/** At which level a copy of an event is shown; BASIC is what Calendars.ReadBasic shows. */
export const EVENT_VISIBILITIES = ["FULL", "BASIC", "LIMITED", "BUSY_ONLY"] as const;
export type EventVisibility = (typeof EVENT_VISIBILITIES)[number];

/** What a viewer is shown of a mailbox: no more of private events than of others. */
export interface ShownRule {
  readonly events: EventVisibility | "HIDDEN";
  readonly privateEvents: EventVisibility | "HIDDEN";
}

type Level = EventVisibility | "HIDDEN";

const RANK: Readonly<Record<Level, number>> = { FULL: 4, BASIC: 3, LIMITED: 2, BUSY_ONLY: 1, HIDDEN: 0 };

/** What a permission level can show at most. Microsoft's own rule for private events has no part in app-only reads. */
const CEILINGS: Readonly<Record<PermissionLevel, ShownRule>> = {
  READ_WRITE: { events: "FULL", privateEvents: "FULL" },
  READ: { events: "FULL", privateEvents: "FULL" },
  FREE_BUSY: { events: "BASIC", privateEvents: "BUSY_ONLY" },
};

/** The strictest of what the key, the connection and its permission level allow. */
export function ruleFor(
  key: Partial<VisibilityRule>,
  connection: Partial<VisibilityRule> | undefined,
  permissionLevel: PermissionLevel,
): ShownRule {
  const ceiling = CEILINGS[permissionLevel];
  const ofKey = completed(key);
  const ofConnection = completed(connection);
  const all = stricter(ceiling.events, stricter(ofKey.visibility, ofConnection.visibility));
  const ofPrivate = stricter(ceiling.privateEvents, stricter(ofKey.privateEvents, ofConnection.privateEvents));
  return { events: all, privateEvents: stricter(all, ofPrivate) };
}

/** Named one by one: what is given is a whole row, once for each mailbox of a question. */
function completed(rule: Partial<VisibilityRule> | undefined): VisibilityRule {
  return {
    visibility: rule?.visibility ?? DEFAULT_VISIBILITY.visibility,
    privateEvents: rule?.privateEvents ?? DEFAULT_VISIBILITY.privateEvents,
  };
}

/** Whether a level shows what is shown from another level on. */
export function reaches(level: Level, least: EventVisibility): boolean {
  return RANK[level] >= RANK[least];
}

function stricter(one: Level, other: Level): Level {
  return RANK[one] <= RANK[other] ? one : other;
}
