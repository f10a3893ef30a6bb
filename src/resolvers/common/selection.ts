import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getDirectiveValues,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** Where the nodes of a Relay connection are selected. */
export const RELAY_NODE_PATHS = [["nodes"], ["edges", "node"]] as const;

/**
 * Names of the fields that a query selects below the current one along any of the given paths, fragments opened and
 * `@skip`/`@include` obeyed. For a Relay connection the paths are `["nodes"]` and `["edges", "node"]`.
 */
export function selectedFields(info: GraphQLResolveInfo, paths: readonly (readonly string[])[]): ReadonlySet<string> {
  const { fieldNodes, variableValues } = info;
  const known = found.get(variableValues) ?? new Map<unknown, Found>();
  found.set(variableValues, known);
  const latest = known.get(fieldNodes);
  if (latest?.paths === paths) return latest.names;
  const names = namesBelow(info, paths);
  known.set(fieldNodes, { paths, names });
  return names;
}

interface Found {
  readonly paths: readonly (readonly string[])[];
  readonly names: ReadonlySet<string>;
}

/**
 * By a request's variables, and then by the field's nodes: executors resolve a field of all mailboxes with the same two
 * objects, and what it selects is looked up once.
 */
const found = new WeakMap<object, Map<unknown, Found>>();

function namesBelow(info: GraphQLResolveInfo, paths: readonly (readonly string[])[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const path of paths) {
    for (const field of descend(info, info.fieldNodes, path)) {
      for (const child of children(info, field.selectionSet)) names.add(child.name.value);
    }
  }
  return names;
}

function descend(info: GraphQLResolveInfo, from: readonly FieldNode[], path: readonly string[]): readonly FieldNode[] {
  let fields = from;
  for (const name of path) {
    fields = fields.flatMap((field) => children(info, field.selectionSet).filter((child) => child.name.value === name));
  }
  return fields;
}

/** Fields directly below a selection set. Validation has refused cyclic fragments before this runs. */
function children(info: GraphQLResolveInfo, set: SelectionSetNode | undefined): FieldNode[] {
  const fields: FieldNode[] = [];
  for (const selection of set?.selections ?? []) {
    if (!isIncluded(info, selection)) continue;
    if (selection.kind === Kind.FIELD) fields.push(selection);
    else fields.push(...children(info, fragmentSet(info, selection)));
  }
  return fields;
}

function fragmentSet(
  info: GraphQLResolveInfo,
  selection: Exclude<SelectionNode, FieldNode>,
): SelectionSetNode | undefined {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection.selectionSet;
  const fragment: FragmentDefinitionNode | undefined = info.fragments[selection.name.value];
  return fragment?.selectionSet;
}

function isIncluded(info: GraphQLResolveInfo, selection: SelectionNode): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, selection, info.variableValues);
  const include = getDirectiveValues(GraphQLIncludeDirective, selection, info.variableValues);
  return skip?.if !== true && include?.if !== false;
}
