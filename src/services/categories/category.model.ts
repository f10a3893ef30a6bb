/** Colours by the names that Microsoft gives them in Outlook for Windows; `preset0` to `preset24` in Graph. */
export const CATEGORY_COLORS = {
  NONE: "none",
  RED: "preset0",
  ORANGE: "preset1",
  BROWN: "preset2",
  YELLOW: "preset3",
  GREEN: "preset4",
  TEAL: "preset5",
  OLIVE: "preset6",
  BLUE: "preset7",
  PURPLE: "preset8",
  CRANBERRY: "preset9",
  STEEL: "preset10",
  DARK_STEEL: "preset11",
  GRAY: "preset12",
  DARK_GRAY: "preset13",
  BLACK: "preset14",
  DARK_RED: "preset15",
  DARK_ORANGE: "preset16",
  DARK_BROWN: "preset17",
  DARK_YELLOW: "preset18",
  DARK_GREEN: "preset19",
  DARK_TEAL: "preset20",
  DARK_OLIVE: "preset21",
  DARK_BLUE: "preset22",
  DARK_PURPLE: "preset23",
  DARK_CRANBERRY: "preset24",
} as const;

/** Upstream enums end in UNKNOWN: a value that Microsoft adds later must not break an answer. */
export type CategoryColor = keyof typeof CATEGORY_COLORS | "UNKNOWN";

/** An entry of a mailbox's list of categories. Events name it by `displayName`. */
export interface Category {
  readonly kind: "Category";
  readonly mailboxId: string;
  readonly graphId: string;
  readonly displayName: string | null;
  readonly color: CategoryColor;
}

/** A category by our mailbox's id and Graph's id there. */
export interface CategoryKey {
  readonly mailboxId: string;
  readonly graphId: string;
}
