/** How much of events is shown, the most first. */
export const VISIBILITIES = ["FULL", "LIMITED", "BUSY_ONLY", "HIDDEN"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** What a connection or an API key shows of events. */
export interface VisibilityRule {
  readonly visibility: Visibility;
  /** Of those that their owner marked as private. */
  readonly privateEvents: Visibility;
}

/** What holds until an administrator decides otherwise, also for what was there before there were rules. */
export const DEFAULT_VISIBILITY: VisibilityRule = { visibility: "FULL", privateEvents: "BUSY_ONLY" };
