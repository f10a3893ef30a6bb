import { type DocumentNode, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from "graphql";
import { fragmentsOf } from "./collect-fields.js";
import { estimateCost } from "./cost-estimate.js";
import type { CostWeights } from "./cost-weights.js";
import { FieldWeights } from "./field-weights.js";
import type { QueryLimits } from "./query-limits.js";

/**
 * Costs of operations on one schema. A cost that no variable can change is estimated once for each parsed document;
 * Apollo parses a text that it has seen before only when it had to forget it.
 */
export class SchemaCosts {
  readonly #known = new WeakMap<OperationDefinitionNode, number>();
  readonly #weights: FieldWeights;

  constructor(
    private readonly schema: GraphQLSchema,
    weights: CostWeights,
    private readonly limits: QueryLimits,
  ) {
    this.#weights = new FieldWeights(schema, weights);
  }

  /** The estimate, or undefined when the variables do not fit: execution then says what is wrong with them. */
  of(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    given: Readonly<Record<string, unknown>>,
  ): number | undefined {
    const { coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
    if (coerced === undefined) return undefined;
    const known = this.#known.get(operation);
    if (known !== undefined) return known;
    const facts = { schema: this.schema, fragments: fragmentsOf(document), variables: coerced };
    const { cost, isFixed } = estimateCost(operation, facts, this.#weights, this.limits);
    if (isFixed) this.#known.set(operation, cost);
    return cost;
  }
}
