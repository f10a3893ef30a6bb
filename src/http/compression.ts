import type { Transform } from "node:stream";
import { promisify } from "node:util";
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from "node:zlib";

/** Content codings that answers are sent in, besides none; the better one first. */
const CODINGS = ["br", "gzip"] as const;
export type Coding = (typeof CODINGS)[number];

/**
 * The fastest levels: JSON shrinks to a tenth or less with them already, and the next ones cost several times the
 * processor time for a few percent.
 */
const GZIP = { level: 1 };
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 18 } };

const brotliText = promisify(brotliCompress);
const gzipText = promisify(gzip);

/** Text in all its kinds; pictures and fonts are packed already. */
const COMPRESSIBLE = /^(?:text\/|application\/(?:[\w.-]+\+)?json\b|application\/javascript\b)/;

export function isCompressible(headers: Readonly<Record<string, string>>): boolean {
  if (headers["cache-control"]?.includes("no-transform")) return false;
  return headers["content-encoding"] === undefined && COMPRESSIBLE.test(headers["content-type"] ?? "");
}

/**
 * The coding that a client likes best, by its `Accept-Encoding`; undefined for none. Whoever sends no such header gets
 * plain text, because many scripts do not expect anything else.
 * https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3
 */
export function codingFor(acceptEncoding: string | undefined): Coding | undefined {
  if (acceptEncoding === undefined) return undefined;
  const weights = weightsOf(acceptEncoding);
  const others = weights.get("*") ?? 0;
  // What is not listed may still be sent, as the last choice; so plain text wins only where it is asked for.
  let best: { readonly coding: Coding | undefined; readonly weight: number } = {
    coding: undefined,
    weight: weights.get("identity") ?? 0,
  };
  for (const coding of CODINGS) {
    const weight = weights.get(coding) ?? others;
    if (weight > best.weight || (weight === best.weight && weight > 0 && best.coding === undefined)) {
      best = { coding, weight };
    }
  }
  return best.coding;
}

/** A coding stands by its name, `x-gzip` for `gzip`; one whose weight cannot be read counts as refused. */
function weightsOf(acceptEncoding: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const element of acceptEncoding.toLowerCase().split(",")) {
    const [name = "", ...parameters] = element.split(";").map((part) => part.trim());
    const weight = parameters.find((parameter) => /^q\s*=/.test(parameter));
    const value = weight === undefined ? "1" : weight.slice(weight.indexOf("=") + 1).trim();
    const coding = name === "x-gzip" ? "gzip" : name;
    weights.set(coding, /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(value) ? Number(value) : 0);
  }
  return weights;
}

/** A whole body at once, on a thread of its own. */
export function compress(body: string | Buffer, coding: Coding): Promise<Buffer> {
  return coding === "br" ? brotliText(body, BROTLI) : gzipText(body, GZIP);
}

/** A stream that compresses what is written to it, on a thread of its own; whoever makes it destroys it. */
export function createCompressor(coding: Coding): Transform {
  return coding === "br" ? createBrotliCompress(BROTLI) : createGzip(GZIP);
}
