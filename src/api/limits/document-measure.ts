import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/** Sizes of one operation with its fragments spread out. Numbers stop at the largest safe integer. */
export interface OperationMeasure {
  readonly operation: OperationDefinitionNode;
  readonly depth: number;
  /** Depth below `__schema` and `__type`. */
  readonly introspectionDepth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly rootFields: number;
}

interface Totals {
  depth: number;
  introspectionDepth: number;
  aliases: number;
  directives: number;
  /** Fields at the top of the selection set. */
  fields: number;
}

interface Spread {
  readonly name: string;
  /** Fields above the spread, inside the part that holds it. */
  readonly below: number;
  readonly inIntrospection: boolean;
}

/** What an operation or a fragment holds by itself, and which fragments it spreads. */
interface Part {
  readonly own: Totals;
  readonly spreads: Spread[];
}

/**
 * Measures every operation in time linear in the document: each fragment is walked once and added up once, however
 * often it is spread. A cycle of fragments counts nothing where it closes; graphql-js refuses it by a rule of its own.
 */
export function measureDocument(document: DocumentNode): OperationMeasure[] {
  const fragments = new Map<string, Part>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, partOf(definition));
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const totals = new Map<string, Totals>();
  return operations.map((operation) => {
    const part = partOf(operation);
    addUpFragments(part, fragments, totals);
    const { fields, ...rest } = addUp(part, totals);
    return { operation, ...rest, rootFields: fields };
  });
}

function partOf(definition: OperationDefinitionNode | FragmentDefinitionNode): Part {
  const part: Part = { own: emptyTotals(), spreads: [] };
  part.own.directives += definition.directives?.length ?? 0;
  for (const variable of definition.variableDefinitions ?? []) part.own.directives += variable.directives?.length ?? 0;
  walk(definition.selectionSet, 0, false, part);
  return part;
}

/** Adds a selection set that lies `below` fields deep in its part. Nesting is bounded by what the parser accepted. */
function walk(set: SelectionSetNode, below: number, inIntrospection: boolean, part: Part): void {
  const { own } = part;
  for (const selection of set.selections) {
    own.directives += selection.directives?.length ?? 0;
    switch (selection.kind) {
      case Kind.FRAGMENT_SPREAD:
        part.spreads.push({ name: selection.name.value, below, inIntrospection });
        break;
      case Kind.INLINE_FRAGMENT:
        walk(selection.selectionSet, below, inIntrospection, part);
        break;
      case Kind.FIELD: {
        if (below === 0) own.fields += 1;
        if (selection.alias !== undefined) own.aliases += 1;
        const name = selection.name.value;
        const introspects = inIntrospection || name === "__schema" || name === "__type";
        const depth = introspects ? "introspectionDepth" : "depth";
        own[depth] = Math.max(own[depth], below + 1);
        if (selection.selectionSet) walk(selection.selectionSet, below + 1, introspects, part);
        break;
      }
    }
  }
}

/** Fills `totals` for every fragment that can be reached; a stack of its own, because chains may be thousands long. */
function addUpFragments(root: Part, fragments: ReadonlyMap<string, Part>, totals: Map<string, Totals>): void {
  const open = new Set<string>();
  const stack = root.spreads.map(({ name }) => name);
  for (let name = stack.at(-1); name !== undefined; name = stack.at(-1)) {
    const part = fragments.get(name);
    if (part === undefined || totals.has(name)) {
      stack.pop();
    } else if (open.has(name)) {
      stack.pop();
      open.delete(name);
      totals.set(name, addUp(part, totals));
    } else {
      open.add(name);
      for (const spread of part.spreads) {
        if (!totals.has(spread.name) && !open.has(spread.name)) stack.push(spread.name);
      }
    }
  }
}

function addUp(part: Part, totals: ReadonlyMap<string, Totals>): Totals {
  const sum = { ...part.own };
  for (const { name, below, inIntrospection } of part.spreads) {
    const spread = totals.get(name);
    if (spread === undefined) continue;
    if (below === 0) sum.fields = plus(sum.fields, spread.fields);
    sum.aliases = plus(sum.aliases, spread.aliases);
    sum.directives = plus(sum.directives, spread.directives);
    // Inside __schema, what the fragment calls ordinary fields are fields of the introspection types.
    const depth = inIntrospection ? "introspectionDepth" : "depth";
    sum[depth] = Math.max(sum[depth], spread.depth === 0 ? 0 : below + spread.depth);
    if (spread.introspectionDepth > 0) {
      sum.introspectionDepth = Math.max(sum.introspectionDepth, below + spread.introspectionDepth);
    }
  }
  return sum;
}

function plus(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

function emptyTotals(): Totals {
  return { depth: 0, introspectionDepth: 0, aliases: 0, directives: 0, fields: 0 };
}
