import { AppError } from "../../lib/app-error.js";
import { type SealedBox, SealedBoxError } from "../../lib/sealed-box.js";

/**
 * Cursors hold Graph's own link to the next page, which must be followed as it is. They are sealed for one question of
 * one connection: a link that a caller could write would be a way around the list of specified mailboxes.
 */
export class DirectoryCursors {
  constructor(private readonly box: SealedBox) {}

  cursorOf(nextLink: string, question: readonly string[]): string {
    return this.box.seal(nextLink, contextOf(question));
  }

  /** @throws AppError INVALID_INPUT for a cursor of another list, or of none. */
  linkOf(cursor: string, question: readonly string[]): string {
    try {
      return this.box.open(cursor, contextOf(question));
    } catch (error) {
      if (!(error instanceof SealedBoxError)) throw error;
      throw new AppError("INVALID_INPUT", "`after` is not a cursor of this list. Use a cursor as it was answered.", {
        path: ["after"],
      });
    }
  }
}

function contextOf(question: readonly string[]): string {
  return `directory-page:${JSON.stringify(question)}`;
}
