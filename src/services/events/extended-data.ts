import type { GraphEvent } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { ExtendedDatum } from "./event.model.js";

/** The one open extension that the gateway keeps on an event; one name for all, because mailboxes have a quota of names. */
export const EXTENSION_NAME = "com.addsync.gateway";

export const EXTENDED_DATA_EXPANSION = `extensions($filter=id eq '${EXTENSION_NAME}')`;

/** A pair as callers give it; null removes the key. */
export interface ExtendedDatumDraft {
  readonly key: string;
  readonly value?: string | null | undefined;
}

/** The gateway's own limits: Microsoft states none for events, and an event is no database. */
export const MAX_ENTRIES = 50;
export const MAX_VALUE_LENGTH = 2_000;

/** They become names of JSON members, and OData takes only such ones: https://docs.oasis-open.org/odata/odata-csdl-json/v4.01/#sec_SimpleIdentifier */
const KEY = /^[A-Za-z_][A-Za-z0-9_]{0,63}$/;

/** Members of an extension that are not ours to name. */
const RESERVED = new Set(["id", "extensionName"]);

type GraphExtensions = NonNullable<GraphEvent["extensions"]>;
type NewExtension = GraphExtensions[number] & { readonly extensionName: string };

/** The gateway's pairs among an event's extensions, by key; what is not text is shown as its JSON. */
export function toExtendedData(extensions: GraphExtensions | null): readonly ExtendedDatum[] {
  const own = (extensions ?? []).find(({ id }) => isOwn(id));
  return own === undefined ? [] : pairsOf(own);
}

/** The pairs in the members of an extension. */
function pairsOf(members: object): readonly ExtendedDatum[] {
  return Object.entries(members)
    .filter(([key, value]) => KEY.test(key) && !RESERVED.has(key) && value !== null && value !== undefined)
    .map(([key, value]) => ({ key, value: typeof value === "string" ? value : JSON.stringify(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

/**
 * The members to set, and to remove by null.
 *
 * @throws AppError INVALID_INPUT or LIMIT_EXCEEDED that names the entry.
 */
export function toExtensionMembers(entries: readonly ExtendedDatumDraft[]): Readonly<Record<string, string | null>> {
  if (entries.length > MAX_ENTRIES) {
    throw new AppError("LIMIT_EXCEEDED", `At most ${MAX_ENTRIES} entries can be written at once.`, {
      path: ["extendedData"],
      limit: { name: "extendedDataEntries", max: MAX_ENTRIES, actual: entries.length },
    });
  }
  const members = new Map<string, string | null>();
  for (const [index, { key, value }] of entries.entries()) {
    const at = ["extendedData", String(index)];
    if (!KEY.test(key) || RESERVED.has(key)) {
      throw new AppError(
        "INVALID_INPUT",
        "A key has 1 to 64 Latin letters, digits and underscores, begins with no digit, and is not `id` or `extensionName`.",
        { path: [...at, "key"] },
      );
    }
    if (members.has(key)) throw new AppError("INVALID_INPUT", "Each key may come only once.", { path: [...at, "key"] });
    if (value && value.length > MAX_VALUE_LENGTH) {
      throw new AppError("LIMIT_EXCEEDED", `A value has at most ${MAX_VALUE_LENGTH} characters.`, {
        path: [...at, "value"],
        limit: { name: "extendedDataValue", max: MAX_VALUE_LENGTH, actual: value.length },
      });
    }
    members.set(key, value ?? null);
  }
  return Object.fromEntries(members);
}

/** The extension of an event that is about to be made; undefined when there is nothing to keep. */
export function newExtension(members: Readonly<Record<string, string | null>>): NewExtension | undefined {
  const kept = Object.entries(members).filter(([, value]) => value !== null);
  if (kept.length === 0) return undefined;
  const type = { "@odata.type": "microsoft.graph.openTypeExtension" };
  return { ...type, extensionName: EXTENSION_NAME, ...Object.fromEntries(kept) };
}

/** Graph answers the name with one of two prefixes. */
function isOwn(id: string | undefined): boolean {
  return id === EXTENSION_NAME || (id?.endsWith(`.${EXTENSION_NAME}`) ?? false);
}
