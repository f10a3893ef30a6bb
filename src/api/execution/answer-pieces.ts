import type { PlanNode } from "./answer-plan.js";
import { TextPart } from "./event-texts.js";
import { TimeSlice } from "./time-slice.js";

/** What Apollo hands over to be written; members that are undefined are left out. */
export interface AnswerMembers {
  readonly errors?: unknown;
  readonly data?: unknown;
  readonly extensions?: unknown;
}

/** The text of an answer in the making: exactly what `JSON.stringify` makes of it, piece by piece. */
export class AnswerPieces {
  readonly #slice = new TimeSlice();
  readonly #writing: Generator<void, void>;
  #text = "";

  /** @param chunkLength characters after which a piece is handed over */
  constructor(
    answer: AnswerMembers,
    root: PlanNode,
    private readonly chunkLength: number,
  ) {
    this.#writing = this.#members(answer, new Map([["data", root]]));
  }

  /** Works until its time is up, a chunk is full, or all is written. Gives the text and whether that was all. */
  next(): { readonly text: string; readonly isLast: boolean } {
    this.#slice.begin();
    const isLast = this.#writing.next().done === true;
    const text = this.#text;
    this.#text = "";
    return { text, isLast };
  }

  *#value(value: object, node: PlanNode): Generator<void, void> {
    if (value instanceof TextPart) this.#text += value.text();
    else if (Array.isArray(value)) yield* this.#items(value, node);
    else yield* this.#members(value, node.fields);
  }

  *#items(items: readonly unknown[], node: PlanNode): Generator<void, void> {
    let separator = "[";
    for (const item of items) {
      this.#text += separator;
      separator = ",";
      if (item instanceof TextPart) this.#text += item.text();
      else if (node.fields.size > 0 && isObject(item)) yield* this.#value(item, node);
      else this.#text += JSON.stringify(item) ?? "null";
      if (this.#isTurn()) yield;
    }
    this.#text += separator === "[" ? "[]" : "]";
  }

  *#members(value: object, fields: ReadonlyMap<string, PlanNode>): Generator<void, void> {
    let separator = "{";
    for (const [name, member] of Object.entries(value)) {
      const node = fields.get(name);
      if (isObject(member) && (node !== undefined || member instanceof TextPart)) {
        this.#text += `${separator}${JSON.stringify(name)}:`;
        if (node === undefined) this.#text += (member as TextPart).text();
        else yield* this.#value(member, node);
      } else {
        const text = JSON.stringify(member);
        if (text === undefined) continue;
        this.#text += `${separator}${JSON.stringify(name)}:${text}`;
      }
      separator = ",";
    }
    this.#text += separator === "{" ? "{}" : "}";
    if (this.#isTurn()) yield;
  }

  #isTurn(): boolean {
    return this.#text.length >= this.chunkLength || this.#slice.isOver();
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
