import type { GatewayExecutor, GatewayInterface } from "@apollo/server-gateway-interface";
import {
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from "graphql";
import { CompiledOperations } from "./compiled-operations.js";
import { repairErrors } from "./repair-errors.js";

/**
 * Runs operations compiled by graphql-jit. Apollo has no option for another executor, but takes one from a gateway; it
 * still parses, validates, caches documents and runs its plugins (docs/decisions/0007-compiled-execution.md).
 */
export function compiledGateway(schema: GraphQLSchema): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    load: async () => ({ executor: compiledExecutor(schema) }),
    stop: async () => {},
  };
}

/** The executor alone: one operation in, its result out. */
export function compiledExecutor(schema: GraphQLSchema): GatewayExecutor {
  const operations = new CompiledOperations(schema);
  return async ({ document, operation, request, context }) => {
    const variableValues = request.variables ?? {};
    // Apollo asks even when no operation has the name that was given: graphql-js then says so.
    const isFound = (operation as OperationDefinitionNode | undefined) !== undefined;
    const compiled = isFound ? operations.get(document, operation) : undefined;
    if (compiled === undefined) {
      const operationName = request.operationName ?? null;
      return (await execute({ schema, document, operationName, variableValues, contextValue: context })) as Answer;
    }
    // graphql-js coerces: its messages are those that clients know, and Apollo tells bad variables by them.
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues, {
      maxErrors: 50,
    });
    if (errors !== undefined) return { errors };
    return repairErrors(
      (await compiled.query(undefined, context, variableValues)) as ExecutionResult,
      document,
    ) as Answer;
  };
}

type Answer = Awaited<ReturnType<GatewayExecutor>>;
