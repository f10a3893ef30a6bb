/** Controls, among them line ends, and marks that turn the direction of what follows or show nothing at all. */
const UNSEEN = /[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/g;
/** Half of a character, which JSON can carry, has no UTF-8. */
const HALVES = /\p{Surrogate}/gu;

/** One line for a heading or a header, whatever was typed. */
export function oneLine(text: string, maxLength: number): string {
  const spaced = whole(text)
    .replace(LINE_END, " ")
    .replace(/[\n\t]/g, " ");
  return cut(spaced.replace(UNSEEN, "").replace(/\s+/g, " ").trim(), maxLength);
}

/** Text of several lines without what cannot be seen. */
export function plainLines(text: string, maxLength: number): string {
  const lines = whole(text).replace(LINE_END, "\n").split("\n");
  const clean = lines.map((line) => line.replaceAll("\t", " ").replace(UNSEEN, "").trimEnd()).join("\n");
  return cut(clean.replace(/\n{3,}/g, "\n\n").trim(), maxLength);
}

function whole(text: string): string {
  return text.replace(HALVES, "\ufffd");
}

/** By characters, so that none is halved. */
function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  return `${[...text].slice(0, maxLength - 1).join("")}…`;
}
