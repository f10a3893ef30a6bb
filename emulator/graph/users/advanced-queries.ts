import type { GraphCall } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { type FilterNode, parseFilter } from "../odata/filter-parser.js";

/** What users can be sorted by without the parameters of an advanced query. */
const SORTABLE = new Set(["displayname", "userprincipalname"]);

const unsupported = (message: string) => new GraphFailure(400, "Request_UnsupportedQuery", message);

/** Whether the request accepts what the directory's index knows, which may be a little behind. */
export function isEventual({ request }: GraphCall): boolean {
  return request.headers.consistencylevel?.trim().toLowerCase() === "eventual";
}

/**
 * Throws 400 for what the directory does in advanced queries only: `$search` needs `ConsistencyLevel: eventual`, and
 * `ne`, `not`, `endswith`, `$filter` with `$orderby`, and sorting by most members need `$count=true` besides.
 */
export function assertQueryParameters(call: GraphCall): void {
  const { filter, orderBy, search, count } = call.options;
  if (search !== undefined && !isEventual(call)) {
    throw unsupported("$search works with the request header 'ConsistencyLevel: eventual' only.");
  }
  if (isEventual(call) && (count || search !== undefined)) return;
  const operator = filter === undefined ? undefined : advancedPart(parseFilter(filter));
  if (operator !== undefined) throw missing(`The operator '${operator}'`);
  if (orderBy === undefined) return;
  if (filter !== undefined) throw missing("Sorting a filtered list");
  for (const key of orderBy.split(",")) {
    const name = key.trim().split(/\s/)[0] ?? "";
    if (!SORTABLE.has(name.toLowerCase())) throw missing(`Sorting by '${name}'`);
  }
}

function missing(what: string): GraphFailure {
  return unsupported(`${what} needs $count=true and the request header 'ConsistencyLevel: eventual'.`);
}

/** The first operator or function of a filter that is advanced. */
function advancedPart(node: FilterNode): string | undefined {
  switch (node.kind) {
    case "not":
      return "not";
    case "compare":
      return node.operator === "ne" ? "ne" : (advancedPart(node.left) ?? advancedPart(node.right));
    case "call":
      return node.name === "endswith" ? "endsWith" : firstOf(node.parts);
    case "and":
    case "or":
      return firstOf(node.parts);
    case "lambda":
      return node.test === undefined ? undefined : advancedPart(node.test.node);
    case "in":
      return advancedPart(node.left);
    case "path":
      return node.steps.at(-1)?.toLowerCase() === "$count" ? "$count" : undefined;
    default:
      return undefined;
  }
}

function firstOf(nodes: readonly FilterNode[]): string | undefined {
  for (const node of nodes) {
    const found = advancedPart(node);
    if (found !== undefined) return found;
  }
  return undefined;
}
