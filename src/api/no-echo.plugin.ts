import type { ApolloServerPlugin } from "@apollo/server";
import { Lexer, Source, TokenKind } from "graphql";
import type { RequestContext } from "../resolvers/common/request-context.js";

/** Shorter texts are repeated, so that a misspelled name is found; client secrets and tokens have over 30 characters. */
const MIN_LENGTH = 16;

/** Longer messages repeat whole inputs. The bound also keeps the search for texts short. */
const MAX_MESSAGE = 500;

/**
 * Takes the caller's own long texts out of error messages. graphql-js repeats what it refuses: a forgotten field beside
 * a client secret would put that secret into an answer, and from there into the logs of whoever called.
 */
export function noEchoPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, source, response }) {
          if (response.body.kind !== "single") return;
          const { singleResult } = response.body;
          if (singleResult.errors === undefined) return;
          const texts = new Set([
            ...textsIn([request.variables, request.operationName]),
            ...textsOfDocument(source ?? request.query ?? ""),
          ]);
          singleResult.errors = withoutTexts(singleResult.errors, texts);
        },
      };
    },
  };
}

function withoutTexts<E extends { readonly message: string }>(errors: readonly E[], texts: Iterable<string>): E[] {
  const messages = errors.map(({ message }) => shortened(message));
  const all = messages.join("\n");
  // As they are, and as they stand in quotes; the longest first, because one may be a part of another.
  const forms = [...texts].flatMap((text) => [...new Set([text, JSON.stringify(text).slice(1, -1)])]);
  const found = forms.filter((form) => all.includes(form)).sort((a, b) => b.length - a.length);
  return errors.map((error, index) => ({
    ...error,
    message: found.reduce((message, form) => message.replaceAll(form, "…"), messages[index] ?? ""),
  }));
}

/** What is wrong stands at the end, behind what was given. */
function shortened(message: string): string {
  if (message.length <= MAX_MESSAGE) return message;
  const reason = message.slice(message.lastIndexOf("; ") + 2);
  return reason.length <= MAX_MESSAGE ? `A value cannot be used: ${reason}` : "A value cannot be used.";
}

/** Without recursion: variables may be nested deeper than a stack is. */
function textsIn(value: unknown): string[] {
  const texts: string[] = [];
  const pending = [value];
  while (pending.length > 0) {
    const next = pending.pop();
    if (typeof next === "string") texts.push(...linesOf(next));
    if (typeof next !== "object" || next === null) continue;
    for (const member of Object.values(next)) pending.push(member);
  }
  return texts;
}

/** Texts in quotes, also those before a place where the document cannot be read. */
function textsOfDocument(source: string): string[] {
  const lexer = new Lexer(new Source(source));
  const texts: string[] = [];
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
      if (token.kind === TokenKind.STRING || token.kind === TokenKind.BLOCK_STRING) texts.push(...linesOf(token.value));
    }
  } catch {
    // The parser has said where and why.
  }
  return texts;
}

/** Block texts are repeated with other indents, so each line counts by itself. */
function linesOf(text: string): string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line.length >= MIN_LENGTH);
}
