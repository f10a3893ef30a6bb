/** How much of a series a write concerns. */
export const EVENT_SCOPES = ["THIS", "THIS_AND_FOLLOWING", "ALL"] as const;
export type EventScope = (typeof EVENT_SCOPES)[number];

/** Whether a write concerns more of a series than the event that is named. */
export function isWholeSeries(scope: EventScope | null | undefined): boolean {
  return scope === "ALL" || scope === "THIS_AND_FOLLOWING";
}
