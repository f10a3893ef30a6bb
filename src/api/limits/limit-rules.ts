import type { ASTVisitor, ValidationContext, ValidationRule } from "graphql";
import { measureDocument, type OperationMeasure } from "./document-measure.js";
import { limitError } from "./limit-error.js";
import type { QueryLimits } from "./query-limits.js";

/**
 * Nested fields below `__schema` and `__type`. The introspection query of graphql-js 16, which GraphiQL sends, goes
 * 15 deep; how often it may pass through lists is limited by graphql-js itself.
 */
const MAX_INTROSPECTION_DEPTH = 20;

/** Validation rules for the limits that can be read off the document alone. One walk serves them all. */
export function createLimitRules(limits: QueryLimits): ValidationRule[] {
  const checks: readonly [name: string, max: number, found: (measure: OperationMeasure) => number, noun: string][] = [
    ["depth", limits.maxDepth, (m) => m.depth, "levels of nested fields"],
    ["introspectionDepth", MAX_INTROSPECTION_DEPTH, (m) => m.introspectionDepth, "levels of introspection"],
    ["aliases", limits.maxAliases, (m) => m.aliases, "aliases"],
    ["rootFields", limits.maxRootFields, (m) => m.rootFields, "root fields"],
    ["directives", limits.maxDirectives, (m) => m.directives, "directives"],
  ];

  function limitsRule(context: ValidationContext): ASTVisitor {
    return {
      Document(document) {
        for (const measure of measureDocument(document)) {
          for (const [name, max, found, noun] of checks) {
            const actual = found(measure);
            if (actual <= max) continue;
            const message = `An operation may have ${max} ${noun}; this one has ${actual}.`;
            context.reportError(limitError(message, { name, max, actual }, measure.operation));
          }
        }
      },
    };
  }
  return [limitsRule];
}
