/** Text that is markup already. Only `html` makes it, so whatever else reaches a page is escaped. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Part = string | Markup | null | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Markup from a template. What is put in is escaped, for elements and for quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.map((text, index) => text + rendered(parts[index] ?? null)).join(""));
}

/** An address for a link: https, mail, or this gateway's own. Null for any other scheme, such as `javascript:`. */
export function safeLink(address: string): string | null {
  if (/^https:\/\//i.test(address) || /^mailto:/i.test(address) || /^http:\/\/localhost(?=[:/]|$)/.test(address)) {
    return address;
  }
  return null;
}

function rendered(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.toString();
  if (typeof part === "string") return part.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
  return part.map(rendered).join("");
}
