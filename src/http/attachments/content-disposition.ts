/** Characters that stand for themselves in an extended value (RFC 8187, section 3.2.1). */
const UNRESERVED = /[A-Za-z0-9!#$&+.^_`|~-]/;
const FALLBACK = "attachment";
const LONGEST = 255;

/**
 * The header that makes a browser save a file and not show it, under a name that somebody else chose (RFC 6266). Old
 * clients get the name in ASCII; all others in UTF-8. Whatever could end the header, or lead out of a folder, is gone.
 */
export function contentDisposition(name: string | null): string {
  const clean = cleanName(name ?? "");
  const ascii = clean.replace(/[^\x20-\x7e]/gu, "_").replace(/["%\\;]/g, "_");
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extended(clean)}`;
}

function cleanName(name: string): string {
  const plain = name
    .replace(/\p{Surrogate}/gu, "_")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .replace(/[/\\:*?"<>|]/g, "_")
    .replace(/^[\s.]+/, "")
    .trim();
  return [...plain].slice(0, LONGEST).join("") || FALLBACK;
}

function extended(name: string): string {
  let text = "";
  for (const byte of Buffer.from(name, "utf8")) {
    const character = String.fromCharCode(byte);
    const isPlain = byte < 0x80 && UNRESERVED.test(character);
    text += isPlain ? character : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return text;
}
