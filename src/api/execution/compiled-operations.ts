import {
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  visit,
} from "graphql";
import { type CompiledQuery, compileQuery, isCompiledQuery } from "graphql-jit";
import { inputTypesWithDefaults, takesAny } from "./input-defaults.js";

/** A compiled operation; or undefined for one that must be interpreted. */
export type Compiled = CompiledQuery | undefined;

/**
 * Operations turned into functions, kept as long as their documents are. Apollo gives the same document for the same
 * text as long as its own, bounded cache holds it, so this needs no bound of its own.
 */
export class CompiledOperations {
  readonly #byDocument = new WeakMap<DocumentNode, Map<string, Compiled>>();

  readonly #defaulting: ReturnType<typeof inputTypesWithDefaults>;

  constructor(private readonly schema: GraphQLSchema) {
    this.#defaulting = inputTypesWithDefaults(schema);
  }

  get(document: DocumentNode, operation: OperationDefinitionNode): Compiled {
    // Mutations are never hot.
    if (operation.operation !== OperationTypeNode.QUERY) return undefined;
    let byName = this.#byDocument.get(document);
    if (byName === undefined) {
      byName = new Map();
      this.#byDocument.set(document, byName);
    }
    const name = operation.name?.value ?? "";
    if (!byName.has(name)) byName.set(name, this.#compile(document, operation.name?.value));
    return byName.get(name);
  }

  #compile(document: DocumentNode, operationName: string | undefined): Compiled {
    // Where two fields merge and one of them is conditional, compiled code answers the members of both
    // (graphql-jit 0.8.9). Speed never changes an answer, so such documents are interpreted.
    if (isConditional(document)) return undefined;
    // Compiled code misses the defaults of input fields, and refuses what leaves them out (graphql-jit 0.8.9).
    if (takesAny(this.#defaulting, this.schema, document)) return undefined;
    const compiled = compileQuery(this.schema, document, operationName, {
      // Stacks are never shown, and making one for each error of a long list is dear.
      disablingCapturingStackErrors: true,
    });
    // What cannot be compiled is left to graphql-js, whose errors for it clients know.
    return isCompiledQuery(compiled) ? compiled : undefined;
  }
}

/** True when `@skip` or `@include` stands anywhere in the document. */
function isConditional(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive(node) {
      if (node.name.value !== "skip" && node.name.value !== "include") return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}
