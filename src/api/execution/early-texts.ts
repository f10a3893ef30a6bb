import type { CalendarEvent } from "../../services/events/event.model.js";
import { KnownText, type TextPart } from "./event-texts.js";
import type { TextWriter } from "./text-writer.js";

/** Longer lists are written as their reader takes them: their texts would wait in memory. */
const MOST_EVENTS = 200;
/** Characters of one answer that are made early; two bytes each at most. */
const MOST_LENGTH = 2_000_000;

/**
 * Texts of a list's events as soon as Graph has answered for it. The answers of other mailboxes are still on their way
 * then, and nobody waits for the processor; behind the last of them, everybody does.
 */
export class EarlyTexts {
  /** Characters made so far, by the context of the request. */
  readonly #made = new WeakMap<object, number>();

  /** Parts in place of the events; undefined where they are better made when they are written. */
  of(events: readonly CalendarEvent[], writer: TextWriter, context: object): readonly TextPart[] | undefined {
    const [first] = events;
    // Those that are kept between requests have their texts kept as well.
    if (first === undefined || first.isKept === true || events.length > MOST_EVENTS) return undefined;
    const made = this.#made.get(context) ?? 0;
    if (made > MOST_LENGTH || !events.every(writer.isPlain)) return undefined;
    const texts = events.map(writer.text);
    // One flat text for all: each alone would be a tree of its parts, several times its size.
    const all = texts.join("");
    this.#made.set(context, made + all.length);
    let start = 0;
    return texts.map(({ length }) => {
      start += length;
      return new KnownText(all.slice(start - length, start));
    });
  }
}
