import { badRequest } from "../graph-failure.js";
import { type Literal, readTokens, syntaxError, type Token } from "./filter-lexer.js";

export const COMPARISONS = ["eq", "ne", "gt", "ge", "lt", "le"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** A `$filter` as it is written, before its names mean anything. */
export type FilterNode =
  | { readonly kind: "literal"; readonly literal: Literal }
  | { readonly kind: "path"; readonly steps: readonly string[] }
  | { readonly kind: "call"; readonly name: string; readonly parts: readonly FilterNode[] }
  | {
      readonly kind: "lambda";
      readonly steps: readonly string[];
      readonly quantifier: "any" | "all";
      /** Absent in `any()`, which asks for any element at all. */
      readonly test: { readonly variable: string; readonly node: FilterNode } | undefined;
    }
  | { readonly kind: "compare"; readonly operator: Comparison; readonly left: FilterNode; readonly right: FilterNode }
  | { readonly kind: "in"; readonly left: FilterNode; readonly items: readonly Literal[] }
  | { readonly kind: "and" | "or"; readonly parts: readonly FilterNode[] }
  | { readonly kind: "not"; readonly part: FilterNode };

/** Parentheses, negations and calls inside each other; deeper ones are refused before they are understood. */
const MAX_DEPTH = 64;

/** Parses a `$filter`: `or` binds weaker than `and`, that weaker than `not`. Throws 400 `BadRequest`. */
export function parseFilter(text: string): FilterNode {
  const parser = new FilterParser(text);
  return parser.whole();
}

class FilterParser {
  readonly #tokens: readonly Token[];
  #next = 0;
  #depth = 0;

  constructor(readonly text: string) {
    this.#tokens = readTokens(text);
  }

  whole(): FilterNode {
    const node = this.#or();
    if (this.#peek().kind !== "end") throw this.#error();
    return node;
  }

  #or(): FilterNode {
    return this.#chain("or", () => this.#and());
  }

  #and(): FilterNode {
    return this.#chain("and", () => this.#not());
  }

  #chain(word: "and" | "or", part: () => FilterNode): FilterNode {
    const first = part();
    const parts = [first];
    while (this.#takeWord(word)) parts.push(part());
    return parts.length === 1 ? first : { kind: word, parts };
  }

  #not(): FilterNode {
    if (this.#takeWord("not")) return this.#deeper(() => ({ kind: "not", part: this.#not() }));
    return this.#comparison();
  }

  #comparison(): FilterNode {
    const left = this.#operand();
    const token = this.#peek();
    if (token.kind !== "word") return left;
    const operator = COMPARISONS.find((name) => name === token.text.toLowerCase());
    if (operator !== undefined) {
      this.#next += 1;
      return { kind: "compare", operator, left, right: this.#operand() };
    }
    return this.#takeWord("in") ? { kind: "in", left, items: this.#items() } : left;
  }

  #items(): readonly Literal[] {
    this.#expect("(");
    const items: Literal[] = [];
    do {
      const token = this.#take();
      if (token.kind !== "literal") throw this.#error(token);
      items.push(token.literal);
    } while (this.#takeSign(","));
    this.#expect(")");
    return items;
  }

  #operand(): FilterNode {
    const token = this.#take();
    if (token.kind === "literal") return { kind: "literal", literal: token.literal };
    if (token.kind === "sign" && token.text === "(") {
      const node = this.#deeper(() => this.#or());
      this.#expect(")");
      return node;
    }
    if (token.kind !== "word") throw this.#error(token);
    return this.#takeSign("(") ? this.#call(token.text) : this.#path(token.text);
  }

  #call(name: string): FilterNode {
    const parts: FilterNode[] = [];
    if (!this.#takeSign(")")) {
      do parts.push(this.#deeper(() => this.#or()));
      while (this.#takeSign(","));
      this.#expect(")");
    }
    return { kind: "call", name: name.toLowerCase(), parts };
  }

  #path(first: string): FilterNode {
    const steps = [first];
    while (this.#takeSign("/")) {
      const token = this.#take();
      if (token.kind !== "word") throw this.#error(token);
      if (this.#takeSign("(")) return this.#lambda(steps, token);
      steps.push(token.text);
    }
    return { kind: "path", steps };
  }

  #lambda(steps: readonly string[], operator: Token & { readonly text: string }): FilterNode {
    const quantifier = operator.text.toLowerCase();
    if (quantifier !== "any" && quantifier !== "all") throw this.#error(operator);
    if (quantifier === "any" && this.#takeSign(")")) return { kind: "lambda", steps, quantifier, test: undefined };
    const variable = this.#take();
    if (variable.kind !== "word") throw this.#error(variable);
    this.#expect(":");
    const node = this.#deeper(() => this.#or());
    this.#expect(")");
    return { kind: "lambda", steps, quantifier, test: { variable: variable.text, node } };
  }

  #deeper(read: () => FilterNode): FilterNode {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) throw badRequest(`The filter is nested more than ${MAX_DEPTH} levels deep.`);
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: "end", text: "", at: this.text.length };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #takeWord(text: string): boolean {
    // Microsoft's own samples write the operators in either case.
    return this.#takeIf("word", text);
  }

  #takeSign(text: string): boolean {
    return this.#takeIf("sign", text);
  }

  #takeIf(kind: "word" | "sign", text: string): boolean {
    const token = this.#peek();
    if (token.kind !== kind || token.text.toLowerCase() !== text) return false;
    this.#next += 1;
    return true;
  }

  #expect(sign: string): void {
    if (!this.#takeSign(sign)) throw this.#error();
  }

  #error(token = this.#peek()) {
    return syntaxError(this.text, token.at);
  }
}
