/** What a path leads to: the route, or only the methods that are offered there. */
export type RouteMatch<Route> =
  | { readonly kind: "found"; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: "wrongMethod"; readonly allowed: readonly string[] }
  /** `depth` is the index of the first segment that no route has there. */
  | { readonly kind: "unknown"; readonly depth: number };

interface Leaf<Route> {
  readonly route: Route;
  readonly names: readonly string[];
}

interface Node<Route> {
  readonly literals: Map<string, Node<Route>>;
  parameter: Node<Route> | undefined;
  readonly leaves: Map<string, Leaf<Route>>;
}

/**
 * Finds the route for a method and a path of decoded segments. A pattern like `/users/{user}/events` has literal
 * segments, which match in any case and win, and `{parameters}`, which keep their case.
 */
export class Router<Route> {
  readonly #root: Node<Route> = newNode();

  add(method: string, pattern: string, route: Route): void {
    const names: string[] = [];
    let node = this.#root;
    for (const segment of pattern.split("/").filter((text) => text !== "")) {
      const name = /^\{(\w+)\}$/.exec(segment)?.[1];
      if (name !== undefined) {
        names.push(name);
        node.parameter ??= newNode();
        node = node.parameter;
      } else {
        const key = segment.toLowerCase();
        const next = node.literals.get(key) ?? newNode<Route>();
        node.literals.set(key, next);
        node = next;
      }
    }
    if (node.leaves.has(method)) throw new Error(`There are two routes for ${method} ${pattern}.`);
    node.leaves.set(method, { route, names });
  }

  match(method: string, segments: readonly string[]): RouteMatch<Route> {
    const seen: Seen = { allowed: new Set(), depth: 0 };
    const found = search(this.#root, method, segments, 0, [], seen);
    if (found !== undefined) return found;
    const { allowed, depth } = seen;
    return allowed.size > 0 ? { kind: "wrongMethod", allowed: [...allowed] } : { kind: "unknown", depth };
  }
}

/** What a search came across. */
interface Seen {
  readonly allowed: Set<string>;
  depth: number;
}

function search<Route>(
  node: Node<Route>,
  method: string,
  segments: readonly string[],
  depth: number,
  values: readonly string[],
  seen: Seen,
): RouteMatch<Route> | undefined {
  const segment = segments[depth];
  seen.depth = Math.max(seen.depth, depth);
  if (segment === undefined) {
    const leaf = node.leaves.get(method);
    if (leaf === undefined) {
      for (const other of node.leaves.keys()) seen.allowed.add(other);
      return undefined;
    }
    const params = Object.fromEntries(leaf.names.map((name, index) => [name, values[index] ?? ""]));
    return { kind: "found", route: leaf.route, params };
  }
  const literal = node.literals.get(segment.toLowerCase());
  const byLiteral = literal && search(literal, method, segments, depth + 1, values, seen);
  if (byLiteral !== undefined) return byLiteral;
  return node.parameter && search(node.parameter, method, segments, depth + 1, [...values, segment], seen);
}

function newNode<Route>(): Node<Route> {
  return { literals: new Map(), parameter: undefined, leaves: new Map() };
}
