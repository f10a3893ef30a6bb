import type { HttpAnswer } from "../../core/http-message.js";
import type { GraphCall, MailboxCall } from "../graph-call.js";
import { type EntityType, filterItems, renderEntity, selectedMembers, sortItems, type View } from "./entity-type.js";
import { assertExpandable, expandInto, readExpand } from "./expand.js";
import { refuseUnsupported } from "./query-options.js";

/** How the call's caller sees items. */
export function viewOf(call: GraphCall | MailboxCall): View {
  return {
    prefer: call.prefer,
    switches: call.world.switches,
    basic: "access" in call && call.access === "basic",
  };
}

/** An answer with one resource. `path` is its collection as `@odata.context` names it, for example `users('…')/events`. */
export function entityAnswer<T>(
  call: GraphCall,
  type: EntityType<T>,
  item: T,
  path: string,
  extra: { status?: number; headers?: Record<string, string> } = {},
): HttpAnswer {
  refuseUnsupported(call.options, { expand: type.expand !== undefined });
  const names = selectedMembers(type, call.options.select);
  const show = shower(call, type, names);
  return {
    status: extra.status ?? 200,
    headers: { ...appliedHeader(call), ...extra.headers },
    json: {
      "@odata.context": contextUrl(call, path, names, "/$entity"),
      ...show(item),
    },
  };
}

export interface PageRules {
  readonly defaultTop: number;
  readonly maxTop: number;
}

/** An answer with one page of a list that pages by `$skip`, as Outlook's lists do. */
export function pageAnswer<T>(
  call: GraphCall,
  type: EntityType<T>,
  items: readonly T[],
  path: string,
  rules: PageRules = call.world.switches,
): HttpAnswer {
  refuseUnsupported(call.options, { filter: type.filter !== undefined, expand: type.expand !== undefined });
  const { options } = call;
  const view = viewOf(call);
  const names = selectedMembers(type, options.select);
  const show = shower(call, type, names);
  const found = options.filter === undefined ? items : filterItems(type, items, options.filter, view);
  const sorted = options.orderBy === undefined ? found : sortItems(type, found, options.orderBy, view);
  const from = options.skip ?? 0;
  const to = from + Math.min(options.top ?? rules.defaultTop, rules.maxTop);
  const page = sorted.slice(from, to);
  return {
    status: 200,
    headers: appliedHeader(call),
    json: {
      "@odata.context": contextUrl(call, path, names, ""),
      ...(options.count ? { "@odata.count": sorted.length } : {}),
      value: page.map(show),
      ...(to < sorted.length && page.length > 0 ? { "@odata.nextLink": nextLink(call, "skip", String(to)) } : {}),
    },
  };
}

/** Shows items with their chosen members, and what `$expand` adds. */
function shower<T>(
  call: GraphCall,
  type: EntityType<T>,
  names: readonly string[],
): (item: T) => Record<string, unknown> {
  const view = viewOf(call);
  const { expand, select } = call.options;
  if (expand === undefined || type.expand === undefined) return (item) => renderEntity(type, item, view, names);
  const asked = readExpand(expand);
  const { expand: expansions } = type;
  assertExpandable(asked, expansions);
  return (item) => expandInto(renderEntity(type, item, view, names), item, asked, expansions, view, select);
}

/** The request's own URL, absolute, with this paging option in place of the one it had. */
export function nextLink(call: GraphCall, option: "skip" | "skiptoken", value: string): string {
  const kept: string[] = [];
  for (const pair of call.request.query.split("&")) {
    const [rawName = ""] = new URLSearchParams(pair).keys();
    const name = rawName.toLowerCase().replace(/^\$/, "");
    if (name !== "" && name !== "skip" && name !== "skiptoken") kept.push(pair);
  }
  kept.push(`$${option}=${encodeURIComponent(value)}`);
  return `${call.world.origin()}${call.request.path}?${kept.join("&")}`;
}

export function contextUrl(call: GraphCall, path: string, names: readonly string[], ending: string): string {
  const chosen = call.options.select === undefined ? "" : `(${names.join(",")})`;
  return `${call.world.origin()}/v1.0/$metadata#${path}${chosen}${ending}`;
}

export function appliedHeader(call: GraphCall): Record<string, string> {
  const { applied } = call.prefer;
  return applied.length === 0 ? {} : { "Preference-Applied": applied.join(", ") };
}
