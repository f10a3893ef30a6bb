import { isGraphError } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";

/** Names are those of Exchange's folders. */
const LONGEST_NAME = 255;
/** The field that holds a name, unless another one is said to. */
const NAME = ["name"];

/** A name as it is stored. @throws AppError INVALID_INPUT for one that is empty, too long, or of several lines. */
export function assertName(name: string, what: string, path: readonly string[] = NAME): string {
  const invalid = (message: string) => new AppError("INVALID_INPUT", message, { path });
  const text = name.trim();
  if (text === "") throw invalid(`${what} needs a name.`);
  if (text.length > LONGEST_NAME) throw invalid(`The name of ${what.toLowerCase()} has at most 255 characters.`);
  if (/\p{Cc}/u.test(text)) throw invalid(`The name of ${what.toLowerCase()} is one line, without control characters.`);
  return text;
}

/** Writes a name. @throws AppError CONFLICT for one that is taken: they are unique in a mailbox, in any case. */
export async function withNameTaken<T>(
  what: string,
  write: () => Promise<T>,
  path: readonly string[] = NAME,
): Promise<T> {
  try {
    return await write();
  } catch (error) {
    // The code differs by report; of what is written here nothing but a name can clash.
    if (!isGraphError(error) || error.status !== 409) throw error;
    throw new AppError(
      "CONFLICT",
      `${what} of this name is in the mailbox already. Choose another name; upper and lower case are the same.`,
      { path, upstream: { code: error.code, status: error.status } },
      { cause: error },
    );
  }
}
