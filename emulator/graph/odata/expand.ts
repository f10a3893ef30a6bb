import { badRequest, parseUriFailure } from "../graph-failure.js";
import type { View } from "./view.js";

/** One name of `$expand` with the options in its parentheses. */
export interface ExpandItem {
  readonly name: string;
  readonly filter: string | undefined;
  readonly select: readonly string[] | undefined;
}

/** Makes what one navigation of an item shows; undefined leaves it out. */
export type Expansion<T> = (
  item: T,
  options: ExpandItem,
  view: View,
  /** The names that `$select` of the item itself holds. */
  selected: readonly string[] | undefined,
) => unknown;

export type Expansions<T> = Readonly<Record<string, Expansion<T>>>;

const MAX_ITEMS = 20;

/** Reads `$expand`. Throws 400 `BadRequest` for its syntax and options that are not supported there. */
export function readExpand(text: string): readonly ExpandItem[] {
  const items = split(text, ",").map((part) => {
    const match = /^\s*([A-Za-z_][\w.]*)\s*(?:\((.*)\))?\s*$/s.exec(part);
    if (match?.[1] === undefined) throw badRequest(`Syntax error in the $expand clause '${part.trim()}'.`);
    const options = match[2] === undefined ? new Map<string, string>() : readOptions(match[2]);
    const select = options.get("select")?.split(",");
    return { name: match[1], filter: options.get("filter"), select: select?.map((name) => name.trim()) };
  });
  if (items.length > MAX_ITEMS) throw badRequest(`$expand can hold ${MAX_ITEMS} names at most.`);
  return items;
}

/** Adds what `$expand` asks for to the JSON of an item. Throws 400 for a name that cannot be expanded. */
export function expandInto<T>(
  json: Record<string, unknown>,
  item: T,
  asked: readonly ExpandItem[],
  expansions: Expansions<T>,
  view: View,
  selected: readonly string[] | undefined,
): Record<string, unknown> {
  const result = { ...json };
  for (const each of asked) {
    const name = Object.keys(expansions).find((known) => known.toLowerCase() === each.name.toLowerCase());
    const expansion = name === undefined ? undefined : expansions[name];
    if (name === undefined || expansion === undefined) throw notExpandable(each.name);
    const value = expansion(item, each, view, selected);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** Throws before any item is shown, so that an empty list refuses as well. */
export function assertExpandable<T>(asked: readonly ExpandItem[], expansions: Expansions<T>): void {
  for (const { name } of asked) {
    const isKnown = Object.keys(expansions).some((known) => known.toLowerCase() === name.toLowerCase());
    if (!isKnown) throw notExpandable(name);
  }
}

const notExpandable = (name: string) => parseUriFailure(`The navigation '${name}' cannot be expanded.`);

function readOptions(text: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const part of split(text, ";")) {
    const match = /^\s*\$?(\w+)\s*=(.*)$/s.exec(part);
    const name = match?.[1]?.toLowerCase();
    if (name !== "filter" && name !== "select")
      throw badRequest(`The option '${part.trim()}' is not supported in $expand.`);
    options.set(name, (match?.[2] ?? "").trim());
  }
  return options;
}

/** Cuts at a sign that stands outside of parentheses and quoted text. */
function split(text: string, sign: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (letter === "'") isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (letter === "(") depth += 1;
    else if (letter === ")") depth -= 1;
    else if (letter === sign && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, text.slice(from)];
}
