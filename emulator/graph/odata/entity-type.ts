import type { Switches } from "../../core/switches.js";
import type { GraphFailure } from "../graph-failure.js";
import { badRequest } from "../graph-failure.js";
import type { Expansions } from "./expand.js";
import { compileFilter } from "./filter.js";
import type { FilterRules } from "./filter-rules.js";
import type { View } from "./view.js";

export type { View } from "./view.js";

/** One member of a resource: how it is shown, and what queries may do with it. */
export interface Member<T> {
  readonly kind: "primitive" | "complex" | "collection" | "navigation";
  /** Members of a complex one that can be sorted by. */
  readonly parts?: readonly string[];
  /** The JSON value; undefined leaves the member out. */
  render(item: T, view: View): unknown;
}

/** A resource type as OData sees it: one table that answers `$select`, `$orderby` and rendering alike. */
export interface EntityType<T> {
  readonly members: Readonly<Record<string, Member<T>>>;
  /** Shown without `$select`; undefined shows all. */
  readonly byDefault?: readonly string[];
  /** Shown besides whatever `$select` names. */
  readonly always: readonly string[];
  etag?(item: T): string;
  unknownMember(name: string): GraphFailure;
  /** What `$filter` may do; absent for a resource without lists that can be filtered. */
  readonly filter?: (switches: Switches) => FilterRules<T>;
  readonly expand?: Expansions<T>;
}

export const primitive = <T>(render: Member<T>["render"]): Member<T> => ({ kind: "primitive", render });
export const collection = <T>(render: Member<T>["render"]): Member<T> => ({ kind: "collection", render });
export const complex = <T>(render: Member<T>["render"], ...parts: string[]): Member<T> => ({
  kind: "complex",
  render,
  parts,
});

/** The members to show, in their own spelling. Throws the type's error for a name that does not exist. */
export function selectedMembers<T>(type: EntityType<T>, select: readonly string[] | undefined): readonly string[] {
  if (select === undefined || select.includes("*")) return type.byDefault ?? Object.keys(type.members);
  return select.map((name) => memberName(type, name));
}

/** A member of a derived type stands behind that type's name, as in `microsoft.graph.fileAttachment/contentId`. */
const CAST = /^microsoft\.graph\.\w+\//i;

function memberName<T>(type: EntityType<T>, path: string): string {
  const wanted = path.replace(CAST, "").split("/")[0] ?? "";
  const name = Object.keys(type.members).find((key) => key.toLowerCase() === wanted.toLowerCase());
  if (name === undefined) throw type.unknownMember(wanted);
  return name;
}

export function renderEntity<T>(
  type: EntityType<T>,
  item: T,
  view: View,
  names: readonly string[],
): Record<string, unknown> {
  const json: Record<string, unknown> = {};
  if (type.etag !== undefined) json["@odata.etag"] = type.etag(item);
  for (const name of new Set([...type.always, ...names])) {
    const value = type.members[name]?.render(item, view);
    if (value !== undefined) json[name] = value;
  }
  return json;
}

/** The items that pass `$filter`. */
export function filterItems<T>(type: EntityType<T>, items: readonly T[], filter: string, view: View): readonly T[] {
  const rules = type.filter?.(view.switches);
  if (rules === undefined) throw badRequest("$filter is not supported on this resource.");
  const { unknownMember } = type;
  return items.filter(compileFilter(filter, { rules, known: Object.keys(type.members), unknownMember }, view));
}

/** Sorts by `$orderby`, which takes primitive paths only. */
export function sortItems<T>(type: EntityType<T>, items: readonly T[], orderBy: string, view: View): T[] {
  const keys = orderBy.split(",").map((text) => readOrderKey(type, text.trim()));
  const ranked = items.map((item) => ({ item, values: keys.map(({ read }) => read(item, view)) }));
  ranked.sort((a, b) => {
    for (const [index, { sign }] of keys.entries()) {
      const order = compareValues(a.values[index], b.values[index]);
      if (order !== 0) return order * sign;
    }
    return 0;
  });
  return ranked.map(({ item }) => item);
}

interface OrderKey<T> {
  readonly sign: 1 | -1;
  read(item: T, view: View): unknown;
}

function readOrderKey<T>(type: EntityType<T>, text: string): OrderKey<T> {
  const match = /^([\w/]+)(?:\s+(asc|desc))?$/i.exec(text);
  if (match?.[1] === undefined) throw badRequest(`Syntax error in the $orderby clause '${text}'.`);
  const sign = match[2]?.toLowerCase() === "desc" ? -1 : 1;
  const name = memberName(type, match[1]);
  const member = type.members[name];
  const rest = match[1].split("/").slice(1);
  const part = member?.parts?.find((candidate) => candidate.toLowerCase() === rest.join("/").toLowerCase());
  const isPrimitive = member?.kind === "primitive" ? rest.length === 0 : part !== undefined;
  if (member === undefined || !isPrimitive) {
    throw badRequest("The $orderby expression must evaluate to a single value of primitive type.");
  }
  return {
    sign,
    read(item, view) {
      let value = member.render(item, view);
      for (const step of part?.split("/") ?? []) value = (value as Record<string, unknown> | null | undefined)?.[step];
      return value;
    },
  };
}

function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === undefined || a === null) return -1;
  if (b === undefined || b === null) return 1;
  if (typeof a === "string" && typeof b === "string") return a.localeCompare(b, "en");
  return Number(a) - Number(b);
}
