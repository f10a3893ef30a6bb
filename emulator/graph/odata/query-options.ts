import { badRequest, notEmulated } from "../graph-failure.js";

/** OData options of a request. Their names work with and without the dollar sign, in any case. */
export interface QueryOptions {
  readonly select: readonly string[] | undefined;
  readonly orderBy: string | undefined;
  readonly top: number | undefined;
  readonly skip: number | undefined;
  readonly skipToken: string | undefined;
  readonly count: boolean;
  readonly filter: string | undefined;
  readonly expand: string | undefined;
  readonly search: string | undefined;
  /** Everything else, by name in lower case. */
  readonly others: ReadonlyMap<string, string>;
}

const NAMES = new Set(["select", "orderby", "top", "skip", "skiptoken", "count", "filter", "expand", "search"]);

/** Reads a query string. Throws 400 `BadRequest` for a number that is none and for an option given twice. */
export function readQueryOptions(query: string): QueryOptions {
  const own = new Map<string, string>();
  const others = new Map<string, string>();
  for (const [rawName, value] of new URLSearchParams(query)) {
    const name = rawName.toLowerCase();
    const bare = name.replace(/^\$/, "");
    const target = NAMES.has(bare) ? own : others;
    const key = NAMES.has(bare) ? bare : name;
    if (target.has(key)) throw badRequest(`Query option '${rawName}' was specified more than once.`);
    target.set(key, value);
  }
  return {
    select: own
      .get("select")
      ?.split(",")
      .map((name) => name.trim())
      .filter((name) => name !== ""),
    orderBy: own.get("orderby"),
    top: wholeNumber("$top", own.get("top")),
    skip: wholeNumber("$skip", own.get("skip")),
    skipToken: own.get("skiptoken"),
    count: readFlag(own.get("count")),
    filter: own.get("filter"),
    expand: own.get("expand"),
    search: own.get("search"),
    others,
  };
}

/** Refuses the options that an endpoint does not read, rather than ignoring them silently. */
export function refuseUnsupported(options: QueryOptions, has: { filter?: boolean; expand?: boolean } = {}): void {
  for (const name of ["filter", "expand", "search"] as const) {
    if (options[name] !== undefined && (name === "search" || has[name] !== true)) throw notEmulated(`$${name}`);
  }
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw badRequest(`Invalid value '${text}' for ${name} query option found.`);
  return Number(text);
}

function readFlag(text: string | undefined): boolean {
  if (text === undefined || text.toLowerCase() === "false") return false;
  if (text.toLowerCase() === "true") return true;
  throw badRequest(`Invalid value '${text}' for $count query option found.`);
}
