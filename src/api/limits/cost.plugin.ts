import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from "@apollo/server";
import { type DocumentNode, type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from "graphql";
import { fragmentsOf } from "./collect-fields.js";
import { estimateCost } from "./cost-estimate.js";
import type { CostWeights } from "./cost-weights.js";
import { FieldWeights } from "./field-weights.js";
import { limitError } from "./limit-error.js";
import type { QueryLimits } from "./query-limits.js";

/** Cost as it stands in `extensions.cost` of an answer. */
export interface CostExtension {
  /** The estimate before execution: an upper bound. */
  readonly requestedCost: number;
  readonly maximumCost: number;
}

/** Refuses operations that could cost too much before they run, and tells every other caller what theirs may cost. */
export function costPlugin(limits: QueryLimits, weights: CostWeights): ApolloServerPlugin<BaseContext> {
  const bySchema = new WeakMap<GraphQLSchema, FieldWeights>();
  const weightsFor = (schema: GraphQLSchema) => {
    const known = bySchema.get(schema) ?? new FieldWeights(schema, weights);
    bySchema.set(schema, known);
    return known;
  };

  return {
    async requestDidStart() {
      let requestedCost: number | undefined;
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (operation === null || operation === undefined) return;
          requestedCost = costOf(schema, document, operation, request.variables ?? {}, weightsFor(schema), limits);
          if (requestedCost !== undefined && requestedCost > limits.maxCost) {
            throw limitError(
              `An operation may cost ${limits.maxCost}; this one could cost ${requestedCost}. Ask for smaller pages or fewer objects.`,
              { name: "cost", max: limits.maxCost, actual: requestedCost },
              operation,
            );
          }
        },
        async willSendResponse({ response }: GraphQLRequestContext<BaseContext>) {
          if (requestedCost === undefined || response.body?.kind !== "single") return;
          const result = response.body.singleResult;
          const cost: CostExtension = { requestedCost, maximumCost: limits.maxCost };
          result.extensions = { ...result.extensions, cost };
        },
      };
    },
  };
}

/** The estimate, or undefined when the variables do not fit: execution then says what is wrong with them. */
function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
  weights: FieldWeights,
  limits: QueryLimits,
): number | undefined {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  if (coerced === undefined) return undefined;
  const facts = { schema, fragments: fragmentsOf(document), variables: coerced };
  return estimateCost(operation, facts, weights, limits);
}
