import { LRUCache } from "lru-cache";
import type { CalendarEvent } from "../../services/events/event.model.js";
import type { TextWriter } from "./text-writer.js";

/** Selections whose texts can be found again; more are in use only when clients write each query anew. */
const MAX_SELECTIONS = 500;
/** What an entry takes beside its text. */
const ENTRY_BYTES = 200;

/** A member of an answer whose JSON text is made, or known, apart from the rest. */
export abstract class TextPart {
  abstract text(): string;
  /** For whoever turns the answer into JSON by other means. */
  abstract toJSON(): unknown;
}

/** A text that is there. */
export class KnownText extends TextPart {
  constructor(private readonly json: string) {
    super();
  }

  text(): string {
    return this.json;
  }

  toJSON(): unknown {
    return JSON.parse(this.json);
  }
}

/** An event whose members are known to be plain; its text is made when it is written, and not before. */
class EventText extends TextPart {
  constructor(
    private readonly event: CalendarEvent,
    private readonly writer: TextWriter,
    private readonly shelf: Shelf | undefined,
  ) {
    super();
  }

  text(): string {
    const json = this.writer.text(this.event);
    this.shelf?.keep(this.event, json);
    return json;
  }

  toJSON(): unknown {
    return JSON.parse(this.writer.text(this.event));
  }
}

/**
 * The texts of events that answer later requests too, by event and selection, bounded by bytes: what was used longest
 * ago goes first. An event is known by its identity: whoever keeps events makes a new object of one that has changed.
 */
export class EventTexts {
  readonly #texts: LRUCache<object, KnownText> | undefined;
  readonly #shelves = new LRUCache<string, Shelf>({ max: MAX_SELECTIONS });

  /** @param maxBytes 0 keeps nothing. */
  constructor(maxBytes: number) {
    if (maxBytes === 0) return;
    this.#texts = new LRUCache<object, KnownText>({
      maxSize: maxBytes,
      maxEntrySize: maxBytes,
      sizeCalculation: (known) => bytesOf(known.text()) + ENTRY_BYTES,
    });
  }

  get bytes(): number {
    return this.#texts?.calculatedSize ?? 0;
  }

  /** The texts of one selection. */
  shelf(writer: TextWriter): Shelf {
    let shelf = this.#shelves.get(writer.key);
    if (shelf === undefined) {
      shelf = new Shelf(writer, this.#texts);
      this.#shelves.set(writer.key, shelf);
    }
    return shelf;
  }
}

export class Shelf {
  readonly #tokens = new WeakMap<CalendarEvent, object>();

  constructor(
    private readonly writer: TextWriter,
    private readonly texts: LRUCache<object, KnownText> | undefined,
  ) {}

  /** What an event becomes in an answer; undefined when it is not plain. */
  partOf(event: CalendarEvent): TextPart | undefined {
    const isKept = event.isKept === true && this.texts !== undefined;
    if (isKept) {
      const token = this.#tokens.get(event);
      const known = token && this.texts?.get(token);
      if (known !== undefined) return known;
    }
    return this.writer.isPlain(event) ? new EventText(event, this.writer, isKept ? this : undefined) : undefined;
  }

  keep(event: CalendarEvent, json: string): void {
    const token = {};
    this.#tokens.set(event, token);
    this.texts?.set(token, new KnownText(flat(json)));
  }
}

/** V8 takes two bytes for every character of a text that has one beyond Latin-1. */
function bytesOf(text: string): number {
  return /[^\0-\xff]/.test(text) ? text.length * 2 : text.length;
}

/** A text that was put together stays a tree of its parts until somebody needs its characters. */
function flat(text: string): string {
  // Reading it as a number is the cheapest thing that V8 flattens a text for.
  Number(text);
  return text;
}
