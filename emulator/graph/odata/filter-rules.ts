import type { GraphFailure } from "../graph-failure.js";
import type { View } from "./view.js";

/**
 * What a value of a filter is. `wall` is a `dateTimeTimeZone`'s text, which a filter compares in UTC and with quoted
 * literals; `id` is text in which case counts.
 */
export type ScalarType = "string" | "id" | "guid" | "number" | "boolean" | "instant" | "wall" | "enum";

export type Scalar = string | number | boolean | null | undefined;

/** A name that filters may use, and what it stands for in an item. */
export type FilterProperty<T> =
  | {
      readonly kind: "scalar";
      readonly type: ScalarType;
      /** An enum's values, in their order. */
      readonly values?: readonly string[];
      /** Instants and walls in milliseconds since the Unix epoch. */
      read(item: T, view: View): Scalar;
    }
  | { readonly kind: "complex"; readonly members: FilterProperties<T> }
  | {
      readonly kind: "collection";
      items(item: T): readonly unknown[];
      readonly element: FilterProperty<unknown>;
    };

export type FilterProperties<T> = Readonly<Record<string, FilterProperty<T>>>;

/** What `$filter` may do with a resource. */
export interface FilterRules<T> {
  readonly properties: FilterProperties<T>;
  readonly functions: readonly string[];
  /** Whether the size of a collection can be compared, as in `proxyAddresses/$count eq 0`. */
  readonly counts?: boolean;
  /** The refusal of a name that exists but cannot be filtered by. */
  unsupported(path: string): GraphFailure;
}

export const STRING_FUNCTIONS = ["contains", "startswith", "endswith"] as const;

type Read<T> = Extract<FilterProperty<T>, { kind: "scalar" }>["read"];

export const scalar = <T>(type: Exclude<ScalarType, "enum">, read: Read<T>): FilterProperty<T> => ({
  kind: "scalar",
  type,
  read,
});
export const choice = <T>(values: readonly string[], read: Read<T>): FilterProperty<T> => ({
  kind: "scalar",
  type: "enum",
  values,
  read,
});
export const members = <T>(properties: FilterProperties<T>): FilterProperty<T> => ({
  kind: "complex",
  members: properties,
});
export const listOf = <T, E>(items: (item: T) => readonly E[], element: FilterProperty<E>): FilterProperty<T> => ({
  kind: "collection",
  items,
  element,
});
