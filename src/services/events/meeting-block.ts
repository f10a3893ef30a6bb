import { DomUtils, parseDocument } from "htmlparser2";

type Node = ReturnType<typeof parseDocument>["children"][number];
type Element = Extract<Node, { attribs: object }>;

/** Where a part of a text stands: the index of its first character, and of the first behind it. */
interface Span {
  readonly start: number;
  readonly end: number;
}

interface BlockSpan extends Span {
  /** The element that has to be closed at its end. */
  readonly closing: string;
}

export type BlockSearch =
  | { readonly kind: "FOUND"; readonly span: Span }
  | { readonly kind: "ABSENT" }
  /** The link is there, and what of the text around it is Microsoft's cannot be told. */
  | { readonly kind: "UNCERTAIN"; readonly reason: string };

/** The class of the block that Teams writes. */
const BLOCK_CLASS = "me-email-text";
/** The lines that Teams draws before and behind its block. */
const RULER = /^\s*_{20,}\s*$/;

/**
 * The block of an online meeting in an HTML body: Teams' element with the link to join, and the lines drawn around it.
 * Positions are those of the source, so that what is not ours is kept to the letter.
 */
export function findMeetingBlock(html: string, joinUrl: string): BlockSearch {
  const links = elementsOf(html).filter(({ attribs }) => leadsTo(attribs.href, joinUrl));
  if (links.length === 0) return { kind: "ABSENT" };
  const spans = new Map<string, BlockSpan>();
  for (const link of links) {
    const span = blockAround(link);
    if (span !== undefined) spans.set(`${span.start}-${span.end}`, span);
  }
  const [span, ...others] = spans.values();
  if (span === undefined) return uncertain("the link to join stands in it without the block that Microsoft writes");
  if (others.length > 0) return uncertain("the block with the link to join is in it more than once");
  // A block whose elements are not closed may reach further than the parser thinks.
  const block = html.slice(span.start, span.end);
  const closing = /<\/([a-z][a-z0-9]*)\s*>$/i.exec(block)?.[1]?.toLowerCase();
  if (!block.startsWith("<") || closing !== span.closing) return uncertain("its HTML is broken");
  return { kind: "FOUND", span };
}

/** Where the text of a document stands: between the tags of its body, or all of it where there are none. */
export function spanOfContent(html: string): Span {
  const body = elementsOf(html).find(({ name }) => name === "body");
  const [first, last] = [body?.children.at(0), body?.children.at(-1)];
  if (body === undefined) return { start: 0, end: html.length };
  if (first === undefined || last === undefined) {
    const end = html.slice(0, endOf(body)).search(/<\/body\s*>$/i);
    return end === -1 ? { start: html.length, end: html.length } : { start: end, end };
  }
  return { start: first.startIndex ?? 0, end: endOf(last) };
}

function elementsOf(html: string): readonly Element[] {
  const document = parseDocument(html, { withStartIndices: true, withEndIndices: true });
  return DomUtils.findAll(() => true, document.children);
}

/** Mail filters wrap links into their own address, which holds the first one in encoded form. */
function leadsTo(href: string | undefined, joinUrl: string): boolean {
  return href !== undefined && (href === joinUrl || href.includes(encodeURIComponent(joinUrl)));
}

function blockAround(link: Element): BlockSpan | undefined {
  const around = [link, ...ancestorsOf(link)];
  const block = around.filter((element) => element.attribs.class?.split(/\s+/).includes(BLOCK_CLASS)).at(-1);
  if (block !== undefined) return spanOf(neighbour(block, "prev") ?? block, neighbour(block, "next") ?? block);
  for (const element of around) {
    const [before, behind] = [rulerFrom(element, "prev"), rulerFrom(element, "next")];
    if (before !== undefined && behind !== undefined) return spanOf(before, behind);
  }
  return undefined;
}

function spanOf(first: Node, last: Node): BlockSpan {
  const closing = "name" in last ? last.name.toLowerCase() : "";
  return { start: first.startIndex ?? 0, end: endOf(last), closing };
}

/** The ruler right beside an element, with nothing but space between them. */
function neighbour(element: Element, side: "prev" | "next"): Node | undefined {
  for (let node = element[side]; node !== null; node = node[side]) {
    if (isRuler(node)) return node;
    const isSpace = DomUtils.textContent(node).trim() === "" && !("children" in node && node.children.length > 0);
    if (!isSpace) return undefined;
  }
  return undefined;
}

/** The nearest ruler among those who stand beside an element. */
function rulerFrom(element: Element, side: "prev" | "next"): Node | undefined {
  for (let node = element[side]; node !== null; node = node[side]) if (isRuler(node)) return node;
  return undefined;
}

function isRuler(node: Node): boolean {
  return "children" in node && RULER.test(DomUtils.textContent(node));
}

function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let parent = element.parent; parent !== null && "attribs" in parent; parent = parent.parent) found.push(parent);
  return found;
}

/** The parser gives the index of the last character. */
function endOf(node: Node): number {
  return (node.endIndex ?? 0) + 1;
}

function uncertain(reason: string): BlockSearch {
  return { kind: "UNCERTAIN", reason };
}
