import { createHash } from "node:crypto";
import { GraphFailure } from "../graph-failure.js";

/** What a round of change tracking goes by; the client carries it in its links. */
export interface DeltaState {
  readonly userId: string;
  readonly calendarId: string;
  /** The window, in milliseconds since the Unix epoch. */
  readonly from: number;
  readonly until: number;
  /** Number of the last change that earlier rounds have told; undefined in the first round. */
  readonly since: number | undefined;
  /** Number of the last change when this round began. */
  readonly upTo: number;
  /** Id of the last event that this round has told; undefined at its beginning. */
  readonly after: string | undefined;
  /** When the token was made, in milliseconds of emulated time. */
  readonly issuedAt: number;
}

const CHECK_LENGTH = 12;

/** Writes a state as the text of a `$deltatoken` or `$skiptoken`. */
export function writeDeltaToken(state: DeltaState): string {
  const { userId, calendarId, from, until, since, upTo, after, issuedAt } = state;
  const fields = [userId, calendarId, from, until, since ?? null, upTo, after ?? null, issuedAt];
  const text = Buffer.from(JSON.stringify(fields)).toString("base64url");
  return text + checkOf(text);
}

/** Reads a token back. Throws 400 `InvalidDeltaToken` for text that was never given out as one. */
export function readDeltaToken(token: string): DeltaState {
  const text = token.slice(0, -CHECK_LENGTH);
  if (text === "" || checkOf(text) !== token.slice(-CHECK_LENGTH)) throw invalidToken();
  // The check proves that the fields are those that were written.
  const [userId, calendarId, from, until, since, upTo, after, issuedAt] = JSON.parse(
    Buffer.from(text, "base64url").toString("utf8"),
  ) as [string, string, number, number, number | null, number, string | null, number];
  return { userId, calendarId, from, until, since: since ?? undefined, upTo, after: after ?? undefined, issuedAt };
}

export function invalidToken(): GraphFailure {
  return new GraphFailure(400, "InvalidDeltaToken", "The delta token is badly formed or was not given out here.");
}

function checkOf(text: string): string {
  return createHash("sha256").update("delta").update(text).digest("base64url").slice(0, CHECK_LENGTH);
}
