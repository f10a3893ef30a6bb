import { AppError } from "../lib/app-error.js";

/** The same for what is not there and for what the viewer may not see, so that existence does not leak. */
export function notFound(what: string, path: readonly string[] = ["id"]): AppError {
  return new AppError("NOT_FOUND", `There is no such ${what}, or this API key may not see it.`, { path });
}

/** Somebody else changed the row between reading and writing it. */
export function changedMeanwhile(what: string): AppError {
  return new AppError("CONFLICT", `The ${what} was changed by somebody else meanwhile. Read it again, then repeat.`, {
    retryable: true,
  });
}

/** A member of an enum that stands for words of Microsoft's that the gateway does not know. */
export function unknownWritten(path: readonly string[]): AppError {
  return new AppError("INVALID_INPUT", "UNKNOWN can be read but not written. Choose another value.", { path });
}

/** The value, or the error that stands for it. */
export function valueOrThrow<T>(value: T): Exclude<T, Error> {
  if (value instanceof Error) throw value;
  return value as Exclude<T, Error>;
}

/** What `null` in a change means for a field that cannot be emptied: leave it as it is. */
export function orUnchanged<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

/** An earlier attempt at the same write was interrupted, and doing it again could do it twice. */
export function outcomeUnknown(): AppError {
  const message =
    "An earlier attempt with this idempotency key was interrupted, and whether it was done cannot be told. Doing it again could do it twice, so nothing was done. Look at the object, and repeat with a new key only where it was not done.";
  return new AppError("OUTCOME_UNKNOWN", message, { path: ["idempotencyKey"] });
}
