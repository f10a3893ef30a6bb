import { setImmediate as turn } from "node:timers/promises";
import type { EventBody } from "./event.model.js";
import { htmlOfText, textOfHtml } from "./html-text.js";
import { type SanitizeOptions, sanitizedHtml } from "./sanitized-html.js";

export const BODY_FORMATS = ["HTML", "TEXT", "SANITIZED_HTML"] as const;
export type BodyFormat = (typeof BODY_FORMATS)[number];

/**
 * A body in another form. Graph's own conversion is a header of the whole request: each format would be a read, and a kept
 * view, of its own. One conversion takes about a millisecond; others are served between two.
 */
export async function bodyAs(body: EventBody, format: BodyFormat, options: SanitizeOptions): Promise<EventBody> {
  await turn();
  const isText = body.contentType === "TEXT";
  switch (format) {
    case "TEXT":
      return { contentType: "TEXT", content: isText ? body.content : textOfHtml(body.content) };
    case "HTML":
      return { contentType: "HTML", content: isText ? htmlOfText(body.content) : body.content };
    case "SANITIZED_HTML":
      return {
        contentType: "HTML",
        content: isText ? htmlOfText(body.content) : sanitizedHtml(body.content, options),
      };
  }
}
