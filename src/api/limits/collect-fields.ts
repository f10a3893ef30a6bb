import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isCompositeType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";

/** Field nodes that are answered together: one response name on one type. */
export interface FieldGroup {
  readonly parent: GraphQLCompositeType;
  readonly nodes: [FieldNode, ...FieldNode[]];
}

export interface OperationFacts {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced values of the operation's variables. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Told of every selection that is looked at; may throw to end the work. */
  readonly onSelection: (selection: SelectionNode) => void;
}

export function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/**
 * The fields of selection sets that are merged into one object, as execution groups them: equal response names are one
 * field, a fragment counts once, and what `@skip` or `@include` leaves out is left out. Fields under different type
 * conditions stay apart, because the type of the object is not known yet.
 */
export function collectFields(
  facts: OperationFacts,
  parent: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
): FieldGroup[] {
  const groups = new Map<string, FieldGroup>();
  const seen = new Set<string>();
  const pending = sets.map((set) => ({ set, type: parent }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { set, type } = next;
    for (const selection of set.selections) {
      facts.onSelection(selection);
      if (!isIncluded(selection, facts.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = `${type.name}.${(selection.alias ?? selection.name).value}`;
        const group = groups.get(key);
        if (group === undefined) groups.set(key, { parent: type, nodes: [selection] });
        else group.nodes.push(selection);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : facts.fragments.get(selection.name.value);
      if (fragment === undefined) continue;
      const onType = conditionOf(facts.schema, fragment.typeCondition?.name.value) ?? type;
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (seen.has(selection.name.value)) continue;
        seen.add(selection.name.value);
      }
      pending.push({ set: fragment.selectionSet, type: onType });
    }
  }
  return [...groups.values()];
}

function conditionOf(schema: GraphQLSchema, name: string | undefined): GraphQLCompositeType | undefined {
  const type = name === undefined ? undefined : schema.getType(name);
  return isCompositeType(type) ? type : undefined;
}

function isIncluded(selection: SelectionNode, variables: Readonly<Record<string, unknown>>): boolean {
  if (!selection.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.if !== false;
}
