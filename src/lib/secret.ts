const PLACEHOLDER = "[secret]";

/**
 * A value that must never be printed. Logging, JSON, template strings and `util.inspect` show a placeholder;
 * only `reveal()` gives the text, so every place that reads a secret can be found by that name.
 */
export class Secret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toString(): string {
    return PLACEHOLDER;
  }

  toJSON(): string {
    return PLACEHOLDER;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return PLACEHOLDER;
  }
}
