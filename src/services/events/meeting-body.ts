import type { GraphEvent } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import { findMeetingBlock, spanOfContent } from "./meeting-block.js";

type Body = NonNullable<GraphEvent["body"]>;
type Meeting = Pick<GraphEvent, "body" | "isOnlineMeeting" | "onlineMeeting">;

/** What has to be read of an event before its body may be written. */
export const MEETING_MEMBERS = ["body", "isOnlineMeeting", "onlineMeeting"] as const;

/**
 * The body to write so that an online meeting can still be joined: the text as given, with Microsoft's block behind it, or
 * where it stands in the text, if that holds it already. A body without a meeting is written as it is.
 *
 * @throws AppError INVALID_INPUT where the block cannot be told from the text with certainty; nothing is written then.
 */
export function bodyAroundMeeting(event: Meeting, body: Body): Body {
  if (!event.isOnlineMeeting) return body;
  const joinUrl = event.onlineMeeting?.joinUrl;
  if (!joinUrl) {
    throw new AppError(
      "CONFLICT",
      "Microsoft has not filled in how to join this online meeting yet. Repeat in a moment.",
      {
        path: ["body"],
        retryable: true,
      },
    );
  }
  const former = event.body?.content ?? "";
  const found = findMeetingBlock(former, joinUrl);
  if (found.kind !== "FOUND") {
    throw unsafe(found.kind === "UNCERTAIN" ? found.reason : "its text does not hold the link to join");
  }
  const block = former.slice(found.span.start, found.span.end);
  const text = body.contentType === "html" ? contentOf(body.content ?? "") : asHtml(body.content ?? "");
  const { start, end } = spanOfContent(former);
  const content = former.slice(0, start) + withBlock(text, block, joinUrl) + former.slice(end);
  return { contentType: "html", content };
}

/** A body for another event: without the block, which would lead to the meeting of this one. */
export function bodyWithoutMeeting({ body, isOnlineMeeting, onlineMeeting }: Meeting): Body | undefined {
  const content = body?.content;
  if (!content) return undefined;
  const joinUrl = onlineMeeting?.joinUrl;
  if (!isOnlineMeeting || !joinUrl) return { contentType: body.contentType ?? "html", content };
  const found = findMeetingBlock(content, joinUrl);
  if (found.kind === "UNCERTAIN") throw unsafe(found.reason);
  if (found.kind === "ABSENT") return { contentType: "html", content };
  return { contentType: "html", content: content.slice(0, found.span.start) + content.slice(found.span.end) };
}

/** A text that was read, edited and sent back holds the block, maybe sanitised: the true one takes its place. */
function withBlock(text: string, block: string, joinUrl: string): string {
  const own = findMeetingBlock(text, joinUrl);
  if (own.kind === "UNCERTAIN" && own.reason.includes("more than once"))
    throw unsafe(`the new text has a fault: ${own.reason}`);
  if (own.kind !== "FOUND") return `${text}\r\n${block}`;
  return text.slice(0, own.span.start) + block + text.slice(own.span.end);
}

function contentOf(html: string): string {
  const { start, end } = spanOfContent(html);
  return html.slice(start, end);
}

function asHtml(text: string): string {
  const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  return `<div>${escaped.replaceAll(/\r?\n/g, "<br>\r\n")}</div>`;
}

function unsafe(reason: string): AppError {
  return new AppError(
    "INVALID_INPUT",
    `The text of this online meeting was not written: ${reason}, so a new text could break the meeting. Edit it in Outlook.`,
    { path: ["body"] },
  );
}
