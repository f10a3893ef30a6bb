import { badRequest, type GraphFailure } from "../graph-failure.js";
import { type FilterNode, parseFilter } from "./filter-parser.js";
import type { FilterProperty, FilterRules, Scalar } from "./filter-rules.js";
import { commonType, comparable, compare, type SideType } from "./filter-values.js";
import type { View } from "./view.js";

/** Values that the variables of enclosing lambdas have. */
type Scope = ReadonlyMap<string, unknown>;
type Variables = ReadonlyMap<string, FilterProperty<unknown>>;

interface Operand extends SideType {
  read(item: unknown, scope: Scope): Scalar;
}

export interface FilterSubject<T> {
  readonly rules: FilterRules<T>;
  /** Names that exist, whether filters may use them or not. */
  readonly known: readonly string[];
  unknownMember(name: string): GraphFailure;
}

/**
 * Makes a test of items from a `$filter`. Throws what Graph answers: 400 `BadRequest` for syntax and types, the
 * resource's own refusals for names.
 */
export function compileFilter<T>(text: string, subject: FilterSubject<T>, view: View): (item: T) => boolean {
  const compiler = new Compiler(subject, view);
  const condition = compiler.condition(parseFilter(text), new Map());
  const scope: Scope = new Map();
  return (item) => condition(item, scope);
}

class Compiler<T> {
  readonly #ignoreCase: boolean;

  constructor(
    readonly subject: FilterSubject<T>,
    readonly view: View,
  ) {
    this.#ignoreCase = view.switches.filterIgnoresCase;
  }

  condition(node: FilterNode, variables: Variables): (item: unknown, scope: Scope) => boolean {
    switch (node.kind) {
      case "and": {
        const parts = node.parts.map((part) => this.condition(part, variables));
        return (item, scope) => parts.every((part) => part(item, scope));
      }
      case "or": {
        const parts = node.parts.map((part) => this.condition(part, variables));
        return (item, scope) => parts.some((part) => part(item, scope));
      }
      case "not": {
        const part = this.condition(node.part, variables);
        return (item, scope) => !part(item, scope);
      }
      case "compare":
        return this.#comparison(node, variables);
      case "in":
        return this.#membership(node, variables);
      case "lambda":
        return this.#lambda(node, variables);
      default: {
        const operand = this.#operand(node, variables);
        if (operand.type !== "boolean") throw badRequest("The filter expression must evaluate to a boolean value.");
        return (item, scope) => operand.read(item, scope) === true;
      }
    }
  }

  #comparison(node: Extract<FilterNode, { kind: "compare" }>, variables: Variables) {
    const left = this.#operand(node.left, variables);
    const right = this.#operand(node.right, variables);
    const type = commonType(left, right);
    const value = (side: Operand, item: unknown, scope: Scope) =>
      comparable(side.read(item, scope), type, this.#ignoreCase);
    return (item: unknown, scope: Scope) => compare(node.operator, value(left, item, scope), value(right, item, scope));
  }

  #membership(node: Extract<FilterNode, { kind: "in" }>, variables: Variables) {
    const left = this.#operand(node.left, variables);
    const wanted = new Set(
      node.items.map((literal) => {
        const type = commonType(left, { type: literal.type, literal });
        return comparable(literal.value, type, this.#ignoreCase);
      }),
    );
    return (item: unknown, scope: Scope) => wanted.has(comparable(left.read(item, scope), left, this.#ignoreCase));
  }

  #lambda({ steps, quantifier, test }: Extract<FilterNode, { kind: "lambda" }>, variables: Variables) {
    const { property, source } = this.#resolve(steps, variables);
    if (property.kind !== "collection") {
      throw badRequest(`Any/All may only be used following a collection; '${steps.join("/")}' is none.`);
    }
    const itemsOf = (item: unknown, scope: Scope) => property.items(source(item, scope));
    if (test === undefined) return (item: unknown, scope: Scope) => itemsOf(item, scope).length > 0;
    const condition = this.condition(test.node, new Map([...variables, [test.variable, property.element]]));
    return (item: unknown, scope: Scope) => {
      const holds = (element: unknown) => condition(item, new Map([...scope, [test.variable, element]]));
      return quantifier === "any" ? itemsOf(item, scope).some(holds) : itemsOf(item, scope).every(holds);
    };
  }

  #operand(node: FilterNode, variables: Variables): Operand {
    switch (node.kind) {
      case "literal": {
        const { literal } = node;
        return { type: literal.type, literal, read: () => literal.value };
      }
      case "path": {
        if (node.steps.at(-1)?.toLowerCase() === "$count") return this.#size(node.steps.slice(0, -1), variables);
        const { property, source } = this.#resolve(node.steps, variables);
        if (property.kind !== "scalar") {
          throw badRequest(`'${node.steps.join("/")}' is no single value of primitive type.`);
        }
        const { type, values } = property;
        return { type, values, read: (item, scope) => property.read(source(item, scope), this.view) };
      }
      case "call":
        return this.#call(node, variables);
      default: {
        const condition = this.condition(node, variables);
        return { type: "boolean", read: condition };
      }
    }
  }

  #size(steps: readonly string[], variables: Variables): Operand {
    const { property, source } = this.#resolve(steps, variables);
    if (this.subject.rules.counts !== true || property.kind !== "collection") {
      throw badRequest(`$count is not supported on '${steps.join("/")}'.`);
    }
    return { type: "number", read: (item, scope) => property.items(source(item, scope)).length };
  }

  #call({ name, parts }: Extract<FilterNode, { kind: "call" }>, variables: Variables): Operand {
    if (!this.subject.rules.functions.includes(name)) {
      throw badRequest(`An unknown or unsupported function with name '${name}' was found.`);
    }
    const [text, wanted, ...others] = parts.map((part) => this.#operand(part, variables));
    if (text === undefined || wanted === undefined || others.length > 0 || !isText(text) || !isText(wanted)) {
      throw badRequest(`No function signature for the function with name '${name}' matches the arguments.`);
    }
    const textOf = (side: Operand, item: unknown, scope: Scope) =>
      comparable(side.read(item, scope), { type: "string" }, this.#ignoreCase);
    return {
      type: "boolean",
      read(item, scope) {
        const whole = textOf(text, item, scope);
        const part = textOf(wanted, item, scope);
        if (typeof whole !== "string" || typeof part !== "string") return false;
        if (name === "contains") return whole.includes(part);
        return name === "startswith" ? whole.startsWith(part) : whole.endsWith(part);
      },
    };
  }

  /** What a path names, and how to get from an item to what holds it. */
  #resolve(
    steps: readonly string[],
    variables: Variables,
  ): { property: FilterProperty<unknown>; source: (item: unknown, scope: Scope) => unknown } {
    const [first = "", ...rest] = steps;
    const variable = variables.get(first);
    let property = variable ?? this.#rootProperty(first);
    for (const step of rest) {
      if (property.kind !== "complex") throw badRequest(`'${steps.join("/")}' goes on behind a single value.`);
      const next = named(property.members, step);
      if (next === undefined) throw this.subject.unknownMember(step);
      property = next;
    }
    return { property, source: variable === undefined ? (item) => item : (_, scope) => scope.get(first) };
  }

  #rootProperty(name: string): FilterProperty<unknown> {
    const property = named(this.subject.rules.properties, name);
    if (property !== undefined) return property as FilterProperty<unknown>;
    const isKnown = this.subject.known.some((known) => known.toLowerCase() === name.toLowerCase());
    throw isKnown ? this.subject.rules.unsupported(name) : this.subject.unknownMember(name);
  }
}

const isText = ({ type }: Operand) => type === "string" || type === "id";

function named<T>(
  properties: Readonly<Record<string, FilterProperty<T>>>,
  name: string,
): FilterProperty<T> | undefined {
  const key = Object.keys(properties).find((known) => known.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : properties[key];
}
