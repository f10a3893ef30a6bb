import { Secret } from "../../lib/secret.js";

/** The member by which a value that JSON does not know is told from others. */
const TAG = "$";

/** A payload as it is stored. */
export interface EncodedOutcome {
  readonly text: string;
  /** Whether something that is shown once was left out. */
  readonly isPartial: boolean;
}

/**
 * The JSON of a payload. Dates stay dates, absent members stay absent; members of the given names and all secrets become
 * null, wherever they are: what is shown once is not kept.
 *
 * @throws TypeError for a value that could not be made again, such as a Map.
 */
export function encodeOutcome(payload: object, shownOnce: ReadonlySet<string>): EncodedOutcome {
  let isPartial = false;
  const encode = (value: unknown): unknown => {
    if (value === null || typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    if (Array.isArray(value)) return value.map((item: unknown) => encode(item === undefined ? null : item));
    if (value instanceof Date) return { [TAG]: value.getTime() };
    if (value instanceof Secret) {
      isPartial = true;
      return null;
    }
    if (typeof value !== "object" || isForeign(value)) throw new TypeError("A payload holds plain values only.");
    const members = Object.entries(value).flatMap(([name, member]): [string, unknown][] => {
      if (member === undefined) return [];
      if (!shownOnce.has(name) || member === null) return [[name, encode(member)]];
      isPartial = true;
      return [[name, null]];
    });
    const plain = Object.fromEntries(members);
    return Object.hasOwn(plain, TAG) ? { [TAG]: plain } : plain;
  };
  const encoded = encode(payload);
  return { text: JSON.stringify({ isPartial, payload: encoded }), isPartial };
}

/** What `encodeOutcome` stored. */
export function decodeOutcome(text: string): { readonly payload: object; readonly isPartial: boolean } {
  const { isPartial, payload } = JSON.parse(text) as { isPartial: boolean; payload: unknown };
  return { isPartial, payload: decode(payload) as object };
}

function decode(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(decode);
  if (typeof value !== "object" || value === null) return value;
  const tagged: unknown = (value as Record<string, unknown>)[TAG];
  if (typeof tagged === "number") return new Date(tagged);
  const plain = typeof tagged === "object" && tagged !== null ? tagged : value;
  return Object.fromEntries(Object.entries(plain).map(([name, member]) => [name, decode(member)]));
}

/** Objects whose members are not all that they are. Classes of payloads and errors are plain in this sense. */
function isForeign(value: object): boolean {
  return value instanceof Map || value instanceof Set || value instanceof Promise || ArrayBuffer.isView(value);
}
