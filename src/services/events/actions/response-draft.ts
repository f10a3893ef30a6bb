import { AppError } from "../../../lib/app-error.js";
import type { MeetingScope } from "./acting-event.js";

export const MEETING_RESPONSES = ["ACCEPT", "TENTATIVE", "DECLINE"] as const;
export type MeetingResponse = (typeof MEETING_RESPONSES)[number];

/** Graph's words for an answer that was given. */
export const GIVEN_WORDS = {
  ACCEPT: "accepted",
  TENTATIVE: "tentativelyAccepted",
  DECLINE: "declined",
} as const satisfies Readonly<Record<MeetingResponse, string>>;

/** An answer to an invitation as its caller gives it. */
export interface ResponseDraft {
  readonly response: MeetingResponse;
  readonly scope: MeetingScope;
  readonly comment?: string | null | undefined;
  /** Null: as the organizer asked for. */
  readonly sendResponse?: boolean | null | undefined;
  readonly proposedNewTime?: { readonly start: Date; readonly end: Date } | null | undefined;
}

/** What can be said of an answer without knowing the meeting. @throws AppError INVALID_INPUT naming the field. */
export function assertResponse({ response, comment, sendResponse, proposedNewTime }: ResponseDraft): void {
  if (proposedNewTime) {
    if (response === "ACCEPT") {
      throw invalid("proposedNewTime", "Another time can be proposed with TENTATIVE or DECLINE, and not with ACCEPT.");
    }
    if (proposedNewTime.end <= proposedNewTime.start) {
      throw new AppError("INVALID_INPUT", "The proposed end must be after the proposed start.", {
        path: ["proposedNewTime", "end"],
      });
    }
  }
  if (sendResponse !== false) return;
  const unsent = unsentPart({ comment, proposedNewTime });
  if (unsent) throw invalid(unsent, "This travels with the response: with `sendResponse: false` nobody would see it.");
}

/**
 * Whether the organizer is mailed. A meeting that asks for no responses takes none: Graph refuses one, so that by default
 * the answer stays in the own calendar.
 *
 * @throws AppError RESPONSE_NOT_REQUESTED where something was to be sent all the same.
 */
export function isSent({ sendResponse, ...draft }: ResponseDraft, isRequested: boolean): boolean {
  if (isRequested) return sendResponse ?? true;
  const unsendable = sendResponse === true ? "sendResponse" : unsentPart(draft);
  if (unsendable === undefined) return false;
  throw new AppError(
    "RESPONSE_NOT_REQUESTED",
    "The organizer asks for no responses to this meeting, so that none can be sent. Leave out `comment` and `proposedNewTime`, and leave out `sendResponse` or set it to false: the answer then stays in this calendar.",
    { path: [unsendable] },
  );
}

function unsentPart({ comment, proposedNewTime }: Pick<ResponseDraft, "comment" | "proposedNewTime">) {
  if (proposedNewTime) return "proposedNewTime";
  return comment ? "comment" : undefined;
}

function invalid(field: string, message: string): AppError {
  return new AppError("INVALID_INPUT", message, { path: [field] });
}
