import { AppError } from "../../lib/app-error.js";

/** A line break, a tab or another character that no line of text has. Signs that only steer directions of writing are text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const NO_LINE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
/** What XML has no form for, in which Exchange keeps texts: https://www.w3.org/TR/xml/#charsets */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
const HALF_CHARACTER = /\p{Surrogate}/u;

/** @throws AppError INVALID_INPUT for a text of several lines, or with characters that are none. */
export function assertLine(text: string, name: string, ...path: string[]): void {
  if (NO_LINE.test(text)) {
    const message = `${name} is one line, without line breaks, tabs and other control characters.`;
    throw new AppError("INVALID_INPUT", message, { path });
  }
  assertText(text, name, ...path);
}

/** @throws AppError INVALID_INPUT for a text with characters that are none. */
export function assertText(text: string, name: string, ...path: string[]): void {
  if (NO_TEXT.test(text)) {
    throw new AppError("INVALID_INPUT", `${name} holds control characters, which Microsoft does not keep.`, { path });
  }
  if (HALF_CHARACTER.test(text)) {
    throw new AppError("INVALID_INPUT", `${name} holds half of a character: a surrogate without its partner.`, {
      path,
    });
  }
}
