import type { EventContent } from "../../core/mailbox.model.js";

type Body = EventContent["body"];

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " };

/** A body in the form that was asked for. HTML reads back as a whole document, whatever was written. */
export function bodyInForm(body: Body, form: Body["contentType"]): Body {
  if (form === "text") return { contentType: "text", content: bodyText(body) };
  if (body.content === "") return { contentType: "html", content: "" };
  const inner = body.contentType === "html" ? body.content : `<div class="PlainText">${escapeHtml(body.content)}</div>`;
  if (/<html[\s>]/i.test(inner)) return { contentType: "html", content: inner };
  const head = '<head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n</head>';
  return { contentType: "html", content: `<html>\r\n${head}\r\n<body>\r\n${inner}\r\n</body>\r\n</html>\r\n` };
}

/** The readable text of a body. */
export function bodyText(body: Body): string {
  if (body.contentType === "text") return body.content;
  return body.content
    .replace(/<(head|style|script)\b[^>]*>.*?<\/\1>/gis, "")
    .replace(/<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6])>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/[ \t]*\r?\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>\n");
}
