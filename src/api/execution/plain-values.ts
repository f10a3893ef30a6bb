import {
  GraphQLBoolean,
  type GraphQLEnumType,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  type GraphQLScalarType,
  GraphQLString,
  isEnumType,
} from "graphql";
import { isoText } from "../../lib/iso-text.js";

/** How the values of a scalar or enum become JSON. */
export interface LeafWriter {
  /**
   * True when graphql-js would answer the value without an error, and `text` gives its JSON. Values that graphql-js
   * would convert first (a number for a String, a promise, a method) count as not plain.
   */
  isPlain(value: unknown): boolean;
  /** Only for values that are plain. */
  text(value: unknown): string;
}

const MAX_INT = 2 ** 31;

/** What JSON escapes; a half of a surrogate pair too, and a whole one is rare enough to be looked at closely. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what JSON escapes.
const ESCAPED = /[\0-\x1f"\\\ud800-\udfff]/;

/** Two to three times as fast as `JSON.stringify`, of which most texts do not need more. */
export function quoted(value: string): string {
  return ESCAPED.test(value) ? JSON.stringify(value) : `"${value}"`;
}

const isText = (value: unknown) => typeof value === "string";
const textLeaf: LeafWriter = { isPlain: isText, text: (value) => quoted(value as string) };
const SPECIFIED: ReadonlyMap<GraphQLLeafType, LeafWriter> = new Map<GraphQLLeafType, LeafWriter>([
  [GraphQLString, textLeaf],
  [GraphQLID, textLeaf],
  [GraphQLBoolean, { isPlain: (value) => typeof value === "boolean", text: String }],
  [GraphQLInt, { isPlain: isInt, text: JSON.stringify }],
  [GraphQLFloat, { isPlain: Number.isFinite, text: JSON.stringify }],
]);

export function leafWriter(type: GraphQLLeafType): LeafWriter {
  return SPECIFIED.get(type) ?? (isEnumType(type) ? enumWriter(type) : scalarWriter(type));
}

/** A value that may have members: no list, no promise, and no error standing in for one. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Error) &&
    typeof (value as { readonly then?: unknown }).then !== "function"
  );
}

function isInt(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) < MAX_INT && (value as number) >= -MAX_INT;
}

function enumWriter(type: GraphQLEnumType): LeafWriter {
  const names = new Map<unknown, string>(type.getValues().map(({ value, name }) => [value, JSON.stringify(name)]));
  return { isPlain: (value) => names.has(value), text: (value) => names.get(value) ?? "null" };
}

function scalarWriter(type: GraphQLScalarType): LeafWriter {
  return {
    isPlain(value) {
      if (typeof value !== "string" && !(value instanceof Date)) return false;
      try {
        return (type.serialize(value) ?? null) !== null;
      } catch {
        return false;
      }
    },
    text(value) {
      const serialized = type.serialize(value);
      if (typeof serialized === "string") return quoted(serialized);
      return serialized instanceof Date ? `"${isoText(serialized)}"` : JSON.stringify(serialized);
    },
  };
}
