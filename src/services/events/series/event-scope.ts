/** How much of a series a write concerns. */
export const EVENT_SCOPES = ["THIS", "THIS_AND_FOLLOWING", "ALL"] as const;
export type EventScope = (typeof EVENT_SCOPES)[number];
