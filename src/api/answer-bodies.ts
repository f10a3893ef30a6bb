import { randomBytes } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import type { HTTPGraphQLResponse } from "@apollo/server";
import { type AnswerMembers, AnswerPieces } from "./execution/answer-pieces.js";
import type { PlanNode } from "./execution/answer-plan.js";

/** No JSON text begins like this, so nothing that a client can cause to be answered is taken for a ticket. */
const TICKET = "ticket:";

/** Characters that are written at once: as much as a socket takes without a stop. */
export const CHUNK_LENGTH = 65_536;

/** How Apollo ends a text that it writes itself. */
const END = "\n";

/**
 * Makes the bodies of answers. Small ones are texts. Of a large one only the first chunk is made; the rest follows as
 * the client takes it, and others are answered in between. Apollo knows only whole texts, so it is given a ticket
 * instead, which `exchange` turns into the body again (docs/decisions/0010-answers.md).
 */
export class AnswerBodies {
  readonly #waiting = new Map<string, AsyncIterableIterator<string>>();

  constructor(
    private readonly plans: WeakMap<object, PlanNode>,
    private readonly chunkLength = CHUNK_LENGTH,
  ) {}

  /** For Apollo: an answer's text, or a ticket for it. */
  readonly stringify = (answer: AnswerMembers): string => {
    const root = isObject(answer.data) ? this.plans.get(answer.data) : undefined;
    // Without long lists there is nothing to divide, and the whole is faster.
    if (root === undefined || root.fields.size === 0) return JSON.stringify(answer) + END;
    const pieces = new AnswerPieces(answer, root, this.chunkLength);
    const { text, isLast } = pieces.next();
    if (isLast) return text + END;
    const ticket = TICKET + randomBytes(16).toString("base64url");
    this.#waiting.set(ticket, chunksOf(text, pieces, this.chunkLength));
    return ticket;
  };

  /** The answer that Apollo gave, with its body in the place of a ticket. Every ticket is good for once. */
  exchange(response: HTTPGraphQLResponse): HTTPGraphQLResponse {
    if (response.body.kind !== "complete" || !response.body.string.startsWith(TICKET)) return response;
    const asyncIterator = this.#waiting.get(response.body.string);
    if (asyncIterator === undefined) throw new Error("An answer's ticket is not known.");
    this.#waiting.delete(response.body.string);
    return { ...response, body: { kind: "chunked", asyncIterator } };
  }
}

async function* chunksOf(first: string, pieces: AnswerPieces, chunkLength: number): AsyncGenerator<string, undefined> {
  let text = first;
  for (;;) {
    if (text.length >= chunkLength) {
      yield text;
      text = "";
    }
    await turn();
    const next = pieces.next();
    text += next.text;
    if (next.isLast) break;
  }
  yield text + END;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
