/** What a path leads to: the route, or only the methods that are offered there. */
export type RouteMatch<Route> =
  | { readonly kind: "found"; readonly route: Route; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: "wrongMethod"; readonly allowed: readonly string[] }
  | { readonly kind: "unknown" };

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
    const allowed = new Set<string>();
    const found = search(this.#root, method, segments, 0, [], allowed);
    if (found !== undefined) return found;
    return allowed.size > 0 ? { kind: "wrongMethod", allowed: [...allowed] } : { kind: "unknown" };
  }
}

function search<Route>(
  node: Node<Route>,
  method: string,
  segments: readonly string[],
  depth: number,
  values: readonly string[],
  allowed: Set<string>,
): RouteMatch<Route> | undefined {
  const segment = segments[depth];
  if (segment === undefined) {
    const leaf = node.leaves.get(method);
    if (leaf === undefined) {
      for (const other of node.leaves.keys()) allowed.add(other);
      return undefined;
    }
    const params = Object.fromEntries(leaf.names.map((name, index) => [name, values[index] ?? ""]));
    return { kind: "found", route: leaf.route, params };
  }
  const literal = node.literals.get(segment.toLowerCase());
  const byLiteral = literal && search(literal, method, segments, depth + 1, values, allowed);
  if (byLiteral !== undefined) return byLiteral;
  return node.parameter && search(node.parameter, method, segments, depth + 1, [...values, segment], allowed);
}

function newNode<Route>(): Node<Route> {
  return { literals: new Map(), parameter: undefined, leaves: new Map() };
}
