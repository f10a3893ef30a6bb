import type { GatewayExecutor, GatewayInterface } from "@apollo/server-gateway-interface";
import {
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
} from "graphql";
import { AppError } from "../../lib/app-error.js";
import type { RequestContext } from "../../resolvers/common/request-context.js";
import type { PlanNode } from "./answer-plan.js";
import { bindEvents } from "./bind-events.js";
import { CompiledOperations } from "./compiled-operations.js";
import type { EventTexts } from "./event-texts.js";
import type { JoinedQueries } from "./joined-queries.js";
import { repairErrors } from "./repair-errors.js";

export interface ExecutionDeps {
  readonly schema: GraphQLSchema;
  /** Texts of events between requests. */
  readonly texts: EventTexts;
  /** Told of the data of every answer how its text is best made; asked for by the identity of the data. */
  readonly plans: WeakMap<object, PlanNode>;
  /** Queries for lists of events that equal ones may join; default: each is executed by itself. */
  readonly joined?: JoinedQueries;
}

/**
 * Runs operations compiled by graphql-jit. Apollo has no option for another executor, but takes one from a gateway; it
 * still parses, validates, caches documents and runs its plugins (docs/decisions/0007-compiled-execution.md).
 */
export function compiledGateway(deps: ExecutionDeps): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: deps.schema, coreSupergraphSdl: "" });
      return () => {};
    },
    load: async () => ({ executor: compiledExecutor(deps) }),
    stop: async () => {},
  };
}

/**
 * The executor alone: one operation in, its result out. In the data, an event of a list may stand as a part that has
 * its JSON text (docs/decisions/0010-answers.md); `JSON.stringify` makes the same of it.
 */
export function compiledExecutor({ schema, texts, plans, joined }: ExecutionDeps): GatewayExecutor {
  const operations = new CompiledOperations(schema);
  const forget = () => joined?.forget();
  return async ({ document, operation, request, context }) => {
    const variableValues = request.variables ?? {};
    const interpret = async (contextValue: unknown) => {
      const operationName = request.operationName ?? null;
      return execute({ schema, document, operationName, variableValues, contextValue });
    };
    // Apollo asks even when no operation has the name that was given: graphql-js then says so.
    const isFound = (operation as OperationDefinitionNode | undefined) !== undefined;
    if (!isFound) return (await interpret(context)) as Answer;

    const prepared = operations.get(document, operation);
    const answer = async (contextValue: unknown): Promise<ExecutionResult> => {
      if (!prepared.isCompilable) return interpret(contextValue);
      // graphql-js coerces: its messages are those that clients know, and Apollo tells bad variables by them.
      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues, {
        maxErrors: 50,
      });
      if (errors !== undefined) return { errors };
      const query = prepared.leavingEvents ?? prepared.compiled;
      if (query === undefined) return interpret(contextValue);
      const made = (await query(undefined, contextValue, variableValues)) as ExecutionResult;
      const result = repairErrors(made, document);
      // A value that graphql-js has to judge: all is executed again, and the loaders remember what was read.
      if (result.errors?.some(isOfValue)) return interpret(contextValue);
      if (query !== prepared.leavingEvents) return result;
      return (await bindEvents(result.data, prepared.plan.root, texts)) ? result : interpret(contextValue);
    };
    // Joining costs more than it spares where no list of events is asked for.
    const isJoinable = joined !== undefined && prepared.isCompilable && prepared.plan.hasPlainEvents;
    const ask = () =>
      isJoinable ? joined.answer(operation, variableValues, context as RequestContext, answer) : answer(context);
    const result = await (operation.operation === OperationTypeNode.QUERY ? ask() : answer(context).finally(forget));
    if (result.data) plans.set(result.data, prepared.plan.root);
    return result as Answer;
  };
}

/** True unless a resolver said what is wrong: messages about values are not in all cases those of graphql-js. */
function isOfValue({ originalError }: GraphQLError): boolean {
  return !(originalError instanceof AppError);
}

type Answer = Awaited<ReturnType<GatewayExecutor>>;
