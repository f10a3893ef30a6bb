import type { GraphMailboxSettings } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import { given } from "../../lib/given.js";
import { word } from "../events/graph-words.js";
import { orUnchanged } from "../outcomes.js";
import type { AutomaticRepliesChange } from "./mailbox-settings.model.js";
import { AUDIENCES, REPLY_STATUSES } from "./settings-words.js";

type GraphReplies = NonNullable<GraphMailboxSettings["automaticRepliesSetting"]>;

/** Microsoft names no limit; this is far above what anybody writes and far below what a request may hold. */
const LONGEST_MESSAGE = 50_000;

/**
 * Graph's automatic replies with what was given and nothing else.
 *
 * @throws AppError INVALID_INPUT for the first field that is wrong, and where nothing was given.
 */
export function toGraphReplies(change: AutomaticRepliesChange, now: number): GraphReplies {
  assertSpan(change, now);
  const { status, externalAudience, start, end } = change;
  const replies: GraphReplies = given({
    status: status ? word(REPLY_STATUSES, status, "automaticReplies", "status") : undefined,
    externalAudience: externalAudience
      ? word(AUDIENCES, externalAudience, "automaticReplies", "externalAudience")
      : undefined,
    internalReplyMessage: message(change.internalMessage, "internalMessage"),
    externalReplyMessage: message(change.externalMessage, "externalMessage"),
    scheduledStartDateTime: start ? inUtc(start) : undefined,
    scheduledEndDateTime: end ? inUtc(end) : undefined,
  });
  if (Object.keys(replies).length === 0) throw invalid("Nothing of the automatic replies was given.");
  return replies;
}

/** A span is given whole or not at all: half of one would be joined to what some client left there years ago. */
function assertSpan({ status, start, end }: AutomaticRepliesChange, now: number): void {
  if (status !== "SCHEDULED") {
    const field = start ? "start" : "end";
    if (start || end) throw invalid("A span belongs to the status SCHEDULED; give that with it.", field);
    return;
  }
  if (!start) throw invalid("The status SCHEDULED needs a start.", "start");
  if (!end) throw invalid("The status SCHEDULED needs an end.", "end");
  if (end <= start) throw invalid("The span of automatic replies ends after it starts.", "end");
  if (end.getTime() <= now) throw invalid("The span of automatic replies is over already.", "end");
}

function message(text: string | null | undefined, field: string): string | undefined {
  const html = orUnchanged(text);
  if (html !== undefined && html.length > LONGEST_MESSAGE) {
    throw invalid("The text of an automatic reply has at most 50,000 characters.", field);
  }
  return html;
}

function inUtc(instant: Date) {
  return { dateTime: instant.toISOString().slice(0, -1), timeZone: "UTC" };
}

function invalid(text: string, ...path: string[]): AppError {
  return new AppError("INVALID_INPUT", text, { path: ["automaticReplies", ...path] });
}
