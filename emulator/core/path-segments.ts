/** A function without parameters or an action may be called with parentheses and with its namespace, or without. */
const CALL_FORM = /^(?:microsoft\.graph\.)?([a-z]+)\(\)$|^microsoft\.graph\.([a-z]+)$/i;
const KEY_FORM = /^([A-Za-z.]+)\('((?:[^']|'')*)'\)$/;

/**
 * Splits a percent-encoded path into decoded segments. OData's key form `users('id')` becomes the two segments that
 * the slash form has, and `microsoft.graph.delta()` reads as `delta`. Undefined when the encoding is broken.
 */
export function pathSegments(path: string): readonly string[] | undefined {
  const segments: string[] = [];
  for (const raw of path.split("/")) {
    if (raw === "") continue;
    let text: string;
    try {
      text = decodeURIComponent(raw);
    } catch {
      return undefined;
    }
    const key = KEY_FORM.exec(text);
    if (key?.[1] !== undefined && key[2] !== undefined) segments.push(key[1], key[2].replaceAll("''", "'"));
    else segments.push(nameOfCall(text) ?? text);
  }
  return segments;
}

function nameOfCall(text: string): string | undefined {
  const [, called, qualified] = CALL_FORM.exec(text) ?? [];
  return called ?? qualified;
}
