import {
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { type AnswerPlan, nodeAt, planAnswer } from "./answer-plan.js";
import { EarlyTexts } from "./early-texts.js";
import { eventLeafSchema } from "./event-leaf-schema.js";
import { inputTypesWithDefaults, takesAny } from "./input-defaults.js";
import { Selections } from "./selected-fields.js";

/** A compiled operation. */
export type Query = CompiledQuery["query"];

/** An operation that has passed validation, made ready to run. What is dear is made when it is first needed. */
export class PreparedOperation {
  readonly #compiled: () => Query | undefined;
  readonly #leaving: () => Query | undefined;

  constructor(
    readonly plan: AnswerPlan,
    /** False: it has to be interpreted. */
    readonly isCompilable: boolean,
    compiled: () => Query | undefined,
    leaving: () => Query | undefined,
  ) {
    this.#compiled = once(compiled);
    this.#leaving = once(leaving);
  }

  /** The operation as a function; undefined where it cannot be one. */
  get compiled(): Query | undefined {
    return this.#compiled();
  }

  /** The same, but the events of lists stay in the result as they are; undefined where that does not serve. */
  get leavingEvents(): Query | undefined {
    return this.plan.hasPlainEvents ? this.#leaving() : undefined;
  }
}

/**
 * Operations turned into functions, kept as long as their documents are. Apollo gives the same document for the same
 * text as long as its own, bounded cache holds it, so this needs no bound of its own.
 */
export class CompiledOperations {
  readonly #byDocument = new WeakMap<DocumentNode, Map<string, PreparedOperation>>();
  /** Made for the first list of events, not for the start: it takes as long as a tenth of that. */
  readonly #leafSchema: () => GraphQLSchema;
  readonly #plans = new WeakMap<OperationDefinitionNode, AnswerPlan>();
  readonly #defaulting: ReturnType<typeof inputTypesWithDefaults>;

  constructor(private readonly schema: GraphQLSchema) {
    const earlyTexts = new EarlyTexts();
    this.#leafSchema = once(() =>
      eventLeafSchema(schema, (events, context, { operation, path }) => {
        const root = this.#plans.get(operation)?.root;
        const writer = root && nodeAt(root, path)?.events;
        return (writer && earlyTexts.of(events, writer, context)) ?? events;
      }),
    );
    this.#defaulting = inputTypesWithDefaults(schema);
  }

  get(document: DocumentNode, operation: OperationDefinitionNode): PreparedOperation {
    let byName = this.#byDocument.get(document);
    if (byName === undefined) {
      byName = new Map();
      this.#byDocument.set(document, byName);
    }
    const name = operation.name?.value ?? "";
    let prepared = byName.get(name);
    if (prepared === undefined) {
      prepared = this.#prepare(document, operation);
      byName.set(name, prepared);
    }
    return prepared;
  }

  #prepare(document: DocumentNode, operation: OperationDefinitionNode): PreparedOperation {
    const plan = planAnswer(new Selections(this.schema, document), operation);
    this.#plans.set(operation, plan);
    const isCompilable = operation.operation === OperationTypeNode.QUERY && !this.#holdsTraps(document);
    const compile = (schema: () => GraphQLSchema) => () => compiledQuery(schema(), document, operation.name?.value);
    return new PreparedOperation(
      plan,
      isCompilable,
      compile(() => this.schema),
      compile(this.#leafSchema),
    );
  }

  /**
   * True where compiled code answers otherwise than graphql-js (graphql-jit 0.8.9); speed never changes an answer. It
   * misses the defaults of input fields, and refuses what leaves them out. Mutations are never hot and never compiled.
   */
  #holdsTraps(document: DocumentNode): boolean {
    return hasTrappedFields(document) || takesAny(this.#defaulting, this.schema, document);
  }
}

function compiledQuery(schema: GraphQLSchema, document: DocumentNode, name: string | undefined): Query | undefined {
  const compiled = compileQuery(schema, document, name, {
    // Stacks are never shown, and making one for each error of a long list is dear.
    disablingCapturingStackErrors: true,
  });
  // What cannot be compiled is left to graphql-js, whose errors for it clients know.
  return isCompiledQuery(compiled) ? compiled.query : undefined;
}

/**
 * Where two fields merge and one has `@skip` or `@include`, compiled code answers the members of both; a field that is
 * answered as `__proto__` is lost.
 */
function hasTrappedFields(document: DocumentNode): boolean {
  let found = false;
  const stop = () => {
    found = true;
    return BREAK;
  };
  visit(document, {
    Directive: ({ name }) => (name.value === "skip" || name.value === "include" ? stop() : undefined),
    Field: ({ alias }) => (alias?.value === "__proto__" ? stop() : undefined),
  });
  return found;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
