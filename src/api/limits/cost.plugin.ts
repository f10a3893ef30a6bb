import type { ApolloServerPlugin, BaseContext, GraphQLRequestContext } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { CostWeights } from "./cost-weights.js";
import { limitError } from "./limit-error.js";
import type { QueryLimits } from "./query-limits.js";
import { SchemaCosts } from "./schema-costs.js";

/** Cost as it stands in `extensions.cost` of an answer. */
export interface CostExtension {
  /** The estimate before execution: an upper bound. */
  readonly requestedCost: number;
  readonly maximumCost: number;
}

/** Refuses operations that could cost too much before they run, and tells every other caller what theirs may cost. */
export function costPlugin(limits: QueryLimits, weights: CostWeights): ApolloServerPlugin<BaseContext> {
  const bySchema = new WeakMap<GraphQLSchema, SchemaCosts>();
  const costsOn = (schema: GraphQLSchema) => {
    const known = bySchema.get(schema) ?? new SchemaCosts(schema, weights, limits);
    bySchema.set(schema, known);
    return known;
  };

  return {
    async requestDidStart() {
      let requestedCost: number | undefined;
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (operation === null || operation === undefined) return;
          requestedCost = costsOn(schema).of(document, operation, request.variables ?? {});
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
