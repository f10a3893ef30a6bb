import { badRequest } from "../graph-failure.js";
import type { FilterRules } from "../odata/filter-rules.js";
import type { View } from "../odata/view.js";

/** Members in which words are looked for; in any other one the text has to be the beginning. */
const TOKENIZED = new Set(["displayname", "description"]);
const MAX_DEPTH = 32;

type Test<T> = (item: T) => boolean;
/** Quoted clauses with backslashes before quotes and backslashes, the two operators, and parentheses. */
const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|(AND|OR)\b|([()]))\s*/sy;
const WORDS = /\p{Lu}*[\p{Ll}\p{Lo}\p{M}]+|\p{Lu}+|\p{L}+|\p{N}+/gu;

/**
 * Makes a test of users or groups from a `$search` of the directory: clauses in double quotes, each with a property and a text,
 * joined by `AND`, `OR` and parentheses. Throws 400 `BadRequest` for its syntax and for what cannot be searched.
 */
export function compileSearch<T>(text: string, rules: FilterRules<T>, view: View): Test<T> {
  const parser = new SearchParser(text, rules, view);
  return parser.whole();
}

class SearchParser<T> {
  readonly #tokens: readonly RegExpExecArray[];
  #next = 0;
  #depth = 0;

  constructor(
    readonly text: string,
    readonly rules: FilterRules<T>,
    readonly view: View,
  ) {
    this.#tokens = readTokens(text);
  }

  whole(): Test<T> {
    const test = this.#or();
    if (this.#next < this.#tokens.length) throw syntaxError(this.text);
    return test;
  }

  #or(): Test<T> {
    const parts = [this.#and()];
    while (this.#take(2, "OR")) parts.push(this.#and());
    return (item) => parts.some((part) => part(item));
  }

  #and(): Test<T> {
    const parts = [this.#operand()];
    while (this.#take(2, "AND")) parts.push(this.#operand());
    return (item) => parts.every((part) => part(item));
  }

  #operand(): Test<T> {
    if (this.#take(3, "(")) {
      this.#depth += 1;
      if (this.#depth > MAX_DEPTH) throw badRequest(`The search is nested more than ${MAX_DEPTH} levels deep.`);
      const test = this.#or();
      this.#depth -= 1;
      if (!this.#take(3, ")")) throw syntaxError(this.text);
      return test;
    }
    const clause = this.#tokens[this.#next]?.[1];
    if (clause === undefined) throw syntaxError(this.text);
    this.#next += 1;
    return this.#clause(clause.replace(/\\(.)/gs, "$1"));
  }

  #clause(clause: string): Test<T> {
    const colon = clause.indexOf(":");
    const wanted = clause.slice(colon + 1).trim();
    if (colon < 1 || wanted === "") throw syntaxError(this.text);
    const name = clause.slice(0, colon).trim().toLowerCase();
    const known = Object.keys(this.rules.properties).find((key) => key.toLowerCase() === name);
    const property = known === undefined ? undefined : this.rules.properties[known];
    if (property?.kind !== "scalar" || property.type !== "string") {
      throw badRequest(`The property '${clause.slice(0, colon)}' cannot be used in $search.`);
    }
    const matches = TOKENIZED.has(name) ? wordsMatch(wanted) : startsWith(wanted);
    return (item) => matches(String(property.read(item, this.view) ?? ""));
  }

  #take(group: 2 | 3, text: string): boolean {
    if (this.#tokens[this.#next]?.[group] !== text) return false;
    this.#next += 1;
    return true;
  }
}

function startsWith(wanted: string): (value: string) => boolean {
  const beginning = wanted.toLowerCase();
  return (value) => value.toLowerCase().startsWith(beginning);
}

/** Every word that is looked for begins some word of the value, in any order. */
function wordsMatch(wanted: string): (value: string) => boolean {
  const beginnings = wordsOf(wanted);
  return (value) => {
    const words = [...wordsOf(value), ...joinedWords(value)];
    return beginnings.length > 0 && beginnings.every((beginning) => words.some((word) => word.startsWith(beginning)));
  };
}

/** Cut at blanks, signs, and where letters and digits or small and capital letters meet. */
function wordsOf(text: string): readonly string[] {
  return (text.match(WORDS) ?? []).map((word) => word.toLowerCase());
}

/** `hello-world` is found by `helloworld` as well. */
function joinedWords(text: string): readonly string[] {
  return text.split(/\s+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase());
}

function readTokens(text: string): readonly RegExpExecArray[] {
  const tokens: RegExpExecArray[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.length; at = TOKEN.lastIndex) {
    const token = TOKEN.exec(text);
    if (token === null) throw syntaxError(text);
    tokens.push(token);
  }
  return tokens;
}

function syntaxError(text: string) {
  return badRequest(`Syntax error in the $search clause '${text}'; a clause is "property:text" in double quotes.`);
}
