import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from "graphql";
import { collectFields, type FieldGroup, type OperationFacts } from "./collect-fields.js";
import type { FieldWeights } from "./field-weights.js";
import { limitError } from "./limit-error.js";
import type { QueryLimits } from "./query-limits.js";

/** Selections looked at before an estimate is given up. Honest documents need as many as they have selections. */
const MAX_STEPS = 100_000;

export interface CostEstimate {
  readonly cost: number;
  /** Whether the operation costs the same with any other variables that fit it. */
  readonly isFixed: boolean;
}

/**
 * The most an operation can cost, from the document and its variables: each field's weight, times the page sizes above
 * it. Throws a limit error for a page over the maximum, and for documents built to be entangled.
 *
 * Equal selections on equal types are estimated once, so that fragments which spread each other twice at every level
 * take linear time.
 */
export function estimateCost(
  operation: OperationDefinitionNode,
  facts: Omit<OperationFacts, "onSelection">,
  weights: FieldWeights,
  limits: QueryLimits,
): CostEstimate {
  const root = facts.schema.getRootType(operation.operation);
  if (root === undefined || root === null) return { cost: 0, isFixed: true };
  const estimate = new Estimate(facts, weights, limits);
  return { cost: estimate.of(root, [operation.selectionSet]), isFixed: !estimate.readsVariables };
}

class Estimate {
  readsVariables = false;
  readonly #known = new Map<string, number>();
  readonly #setIds = new Map<SelectionSetNode, number>();
  readonly #facts: OperationFacts;
  #steps = 0;

  constructor(
    facts: Omit<OperationFacts, "onSelection">,
    private readonly weights: FieldWeights,
    private readonly limits: QueryLimits,
  ) {
    this.#facts = { ...facts, onSelection: (selection) => this.#onSelection(selection) };
  }

  of(type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): number {
    const key = `${type.name}:${sets.map((set) => this.#idOf(set)).join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    let sum = 0;
    for (const group of collectFields(this.#facts, type, sets)) {
      sum = plus(sum, this.#ofGroup(group));
    }
    this.#known.set(key, sum);
    return sum;
  }

  #ofGroup({ parent, nodes }: FieldGroup): number {
    const [node] = nodes;
    const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    // Only the introspection fields are on no type; they are limited by depth.
    if (field === undefined) return 0;
    const weight = this.weights.of(parent, field);
    const given = weight.ofArguments?.(this.#valuesOf(field, node) ?? {});
    const items =
      given?.items ?? (node.arguments?.length || field.args.length ? this.#itemsOf(field, node, weight.perItemOf) : 1);
    const type = getNamedType(field.type);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const below = isCompositeType(type) && sets.length > 0 ? this.of(type, sets) : 0;
    return plus(plus(weight.cost, given?.cost ?? 0), times(items, below));
  }

  /** How many objects a field may give: its page size, or the length of the list it was given. */
  #itemsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, perItemOf: string | undefined): number {
    const isPaged = field.args.some(({ name }) => name === "first" || name === "last");
    if (!isPaged && perItemOf === undefined) return 1;
    const values = this.#valuesOf(field, node);
    if (perItemOf !== undefined) {
      const list = values?.[perItemOf];
      return Array.isArray(list) ? list.length : 1;
    }
    const sizes = [values?.first, values?.last].filter((size) => typeof size === "number");
    const size = sizes.length === 0 ? this.limits.maxPageSize : Math.max(...sizes);
    if (size > this.limits.maxPageSize) {
      const { maxPageSize: max } = this.limits;
      throw limitError(
        `A page of "${field.name}" may have ${max} entries; this one asks for ${size}. Ask for ${max} and follow \`pageInfo\`.`,
        { name: "pageSize", max, actual: size },
        node,
      );
    }
    return Math.max(size, 0);
  }

  #valuesOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Record<string, unknown> | undefined {
    this.readsVariables ||= node.arguments?.some(({ value }) => holdsVariable(value)) ?? false;
    return argumentsOf(field, node, this.#facts.variables);
  }

  #onSelection(node: SelectionNode): void {
    // `@skip(if: true)` reads no variable, but is too rare to look for.
    if (node.directives?.length) this.readsVariables = true;
    this.#steps += 1;
    if (this.#steps <= MAX_STEPS) return;
    throw limitError(
      `The fragments of this operation come to more than ${MAX_STEPS} selections. Spread fewer fragments inside each other.`,
      { name: "selections", max: MAX_STEPS, actual: this.#steps },
      node,
    );
  }

  #idOf(set: SelectionSetNode): number {
    const id = this.#setIds.get(set) ?? this.#setIds.size;
    this.#setIds.set(set, id);
    return id;
  }
}

/** Argument values, or undefined where execution will refuse them; such a field is counted as if it were full. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return undefined;
  }
}

function holdsVariable(value: ValueNode): boolean {
  switch (value.kind) {
    case Kind.VARIABLE:
      return true;
    case Kind.LIST:
      return value.values.some(holdsVariable);
    case Kind.OBJECT:
      return value.fields.some((field) => holdsVariable(field.value));
    default:
      return false;
  }
}

function plus(a: number, b: number): number {
  return Math.min(a + b, Number.MAX_SAFE_INTEGER);
}

function times(a: number, b: number): number {
  return Math.min(a * b, Number.MAX_SAFE_INTEGER);
}
