import { Parser } from "htmlparser2";

const SILENT = new Set(["head", "script", "style", "title", "noscript", "template"]);
/** Each stands on lines of its own. */
const BLOCKS = new Set(
  "address article aside blockquote dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul".split(
    " ",
  ),
);
/** An empty line goes before and after them. */
const PARAGRAPHS = new Set(["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre"]);

/**
 * The readable text of HTML: blocks on lines of their own, list items with a dash, cells apart by tabs, and a link's address
 * behind its text where the text is another one.
 */
export function textOfHtml(html: string): string {
  const writer = new TextWriter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => writer.open(name, attributes),
      ontext: (text) => writer.text(text),
      onclosetag: (name) => writer.close(name),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  return writer.finish();
}

/** Plain text as HTML that reads the same. */
export function htmlOfText(text: string): string {
  const escaped = text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
  return `<div>${escaped.replace(/\r\n|\r|\n/g, "<br>\n")}</div>`;
}

class TextWriter {
  readonly #parts: string[] = [];
  /** Line breaks that are due before the next text. */
  #breaks = 0;
  /** Whether a space is due before the next text. */
  #isSpaced = false;
  #isEmpty = true;
  #silence = 0;
  #preformatted = 0;
  readonly #links: { readonly href: string; text: string }[] = [];

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (SILENT.has(name)) this.#silence += 1;
    if (name === "pre") this.#preformatted += 1;
    if (name === "br") this.#breaks = Math.min(this.#breaks + 1, 2);
    if (BLOCKS.has(name)) this.#break(PARAGRAPHS.has(name) ? 2 : 1);
    if ((name === "td" || name === "th") && this.#breaks === 0 && !this.#isEmpty) this.#write("\t");
    if (name === "li") this.#write("- ");
    if (name === "img" && attributes.alt) this.text(attributes.alt);
    if (name === "a") this.#links.push({ href: attributes.href ?? "", text: "" });
  }

  close(name: string): void {
    if (SILENT.has(name)) this.#silence -= 1;
    if (name === "pre") this.#preformatted -= 1;
    if (name === "a") this.#endLink();
    if (BLOCKS.has(name)) this.#break(PARAGRAPHS.has(name) ? 2 : 1);
  }

  text(text: string): void {
    if (this.#silence > 0) return;
    if (this.#preformatted > 0) {
      this.#write(text);
      return;
    }
    // A space that does not break is one for whoever reads text; all others come together as one.
    const words = text.replace(/[ \t\r\n\f]+/g, " ");
    if (words.startsWith(" ")) this.#isSpaced = true;
    const inner = words.replace(/^ | $/g, "");
    if (inner === "") return;
    this.#write(inner.replaceAll("\u00a0", " "));
    this.#isSpaced = words.endsWith(" ");
  }

  finish(): string {
    return this.#parts
      .join("")
      .replace(/[ \t]+\n/g, "\n")
      .trim();
  }

  #break(lines: number): void {
    if (!this.#isEmpty) this.#breaks = Math.max(this.#breaks, lines);
    this.#isSpaced = false;
  }

  #write(text: string): void {
    if (this.#silence > 0) return;
    if (this.#breaks > 0 && !this.#isEmpty) this.#parts.push("\n".repeat(this.#breaks));
    else if (this.#isSpaced && !this.#isEmpty) this.#parts.push(" ");
    this.#breaks = 0;
    this.#isSpaced = false;
    this.#isEmpty = false;
    this.#parts.push(text);
    for (const link of this.#links) link.text += text;
  }

  #endLink(): void {
    const link = this.#links.pop();
    if (link === undefined || !/^(https?|mailto|tel):/i.test(link.href)) return;
    const bare = link.href.replace(/^(mailto|tel):/i, "");
    if (link.text.trim() === bare || link.text.trim() === link.href) return;
    this.#isSpaced = link.text !== "";
    this.#write(`<${bare}>`);
  }
}
