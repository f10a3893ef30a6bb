import { badRequest, GraphFailure, notEmulated } from "../graph-failure.js";

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

/** Options of OData that are read elsewhere or say nothing here. */
const OTHER_SYSTEM_OPTIONS = new Set(["$deltatoken", "$format"]);
const NAMES = new Set(["select", "orderby", "top", "skip", "skiptoken", "count", "filter", "expand", "search"]);

/**
 * Reads a query string. Throws 400 `BadRequest` for a number that is none, an option given twice, and one with a dollar
 * sign that OData does not have.
 */
export function readQueryOptions(query: string): QueryOptions {
  const own = new Map<string, string>();
  const others = new Map<string, string>();
  for (const [rawName, value] of new URLSearchParams(query)) {
    const name = rawName.toLowerCase();
    const bare = name.replace(/^\$/, "");
    const target = NAMES.has(bare) ? own : others;
    const key = NAMES.has(bare) ? bare : name;
    if (target === others && name.startsWith("$") && !OTHER_SYSTEM_OPTIONS.has(name)) {
      throw badRequest(`The query option '${rawName}' is not recognized.`);
    }
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

/**
 * Refuses the options that an endpoint does not read, rather than ignoring them silently. Outlook's calendars cannot be
 * searched at all: the documentation names messages, people and directory objects (the code is unconfirmed).
 */
export function refuseUnsupported(
  options: QueryOptions,
  has: { filter?: boolean; expand?: boolean; search?: boolean } = {},
): void {
  if (options.search !== undefined && has.search !== true) {
    throw new GraphFailure(400, "ErrorInvalidUrlQuery", "The query parameter '$search' is not supported.");
  }
  for (const name of ["filter", "expand"] as const) {
    if (options[name] !== undefined && has[name] !== true) throw notEmulated(`$${name}`);
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
