import { readIso } from "../../core/zoned-time.js";
import type { GraphFailure } from "../graph-failure.js";
import { badRequest } from "../graph-failure.js";

/** A value written in a `$filter`. Instants are milliseconds since the Unix epoch. */
export type Literal =
  | { readonly type: "string" | "guid"; readonly value: string }
  | { readonly type: "number" | "instant"; readonly value: number }
  | { readonly type: "boolean"; readonly value: boolean }
  | { readonly type: "null"; readonly value: null };

export type Token =
  | { readonly kind: "literal"; readonly literal: Literal; readonly at: number }
  | { readonly kind: "word" | "sign"; readonly text: string; readonly at: number }
  | { readonly kind: "end"; readonly text: ""; readonly at: number };

const SPACE = /\s+/y;
const STRING = /'((?:[^']|'')*)'/y;
const GUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\w-])/iy;
const INSTANT = /\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2})?)?(?![\w-])/iy;
const NUMBER = /-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])/iy;
/** An enum value may stand behind the name of its type, as in `microsoft.graph.sensitivity'private'`. */
const ENUM = /[A-Za-z_]\w*(?:\.\w+)+'((?:[^']|'')*)'/y;
/** `$count` stands behind a collection in place of a member. */
const WORD = /\$count(?!\w)|[A-Za-z_]\w*/y;
const SIGN = /[(),/:]/y;

/** Cuts a `$filter` into tokens, with one of kind `end` at the end. Throws 400 `BadRequest` where none begins. */
export function readTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = match(SPACE, text, at);
    if (space !== undefined) {
      at += space[0].length;
      continue;
    }
    const [token, length] = tokenAt(text, at);
    tokens.push(token);
    at += length;
  }
  tokens.push({ kind: "end", text: "", at });
  return tokens;
}

export function syntaxError(text: string, at: number): GraphFailure {
  return badRequest(`Invalid filter clause: syntax error at position ${at} in '${text}'.`);
}

function tokenAt(text: string, at: number): [Token, number] {
  const quoted = match(STRING, text, at) ?? match(ENUM, text, at);
  if (quoted !== undefined) {
    const value = (quoted[1] ?? "").replaceAll("''", "'");
    return [{ kind: "literal", literal: { type: "string", value }, at }, quoted[0].length];
  }
  const guid = match(GUID, text, at)?.[0];
  if (guid !== undefined) return [{ kind: "literal", literal: { type: "guid", value: guid }, at }, guid.length];
  const instant = match(INSTANT, text, at)?.[0];
  if (instant !== undefined) {
    const iso = readIso(instant);
    if (iso === undefined) throw syntaxError(text, at);
    return [
      { kind: "literal", literal: { type: "instant", value: iso.wall - (iso.offsetMs ?? 0) }, at },
      instant.length,
    ];
  }
  const number = match(NUMBER, text, at)?.[0];
  if (number !== undefined) {
    return [{ kind: "literal", literal: { type: "number", value: Number(number) }, at }, number.length];
  }
  const sign = match(SIGN, text, at)?.[0];
  if (sign !== undefined) return [{ kind: "sign", text: sign, at }, sign.length];
  const word = match(WORD, text, at)?.[0];
  if (word === undefined) throw syntaxError(text, at);
  return [wordToken(word, at), word.length];
}

function wordToken(word: string, at: number): Token {
  if (word === "true" || word === "false") {
    return { kind: "literal", literal: { type: "boolean", value: word === "true" }, at };
  }
  if (word === "null") return { kind: "literal", literal: { type: "null", value: null }, at };
  return { kind: "word", text: word, at };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
