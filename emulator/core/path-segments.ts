/** A function without parameters may be called with its namespace or without; a type cast has no parentheses. */
const CALL_FORM = /^(?:microsoft\.graph\.)?([a-z]+)\(\)$/i;
/** `reminderView(startDateTime='…',endDateTime='…')`; a key has no name before its value. */
const FUNCTION_FORM = /^([A-Za-z.]+)\((\w+=.*)\)$/;
const FUNCTION_ARGUMENT = /(\w+)=[\w.]*'((?:[^']|'')*)'/g;
const KEY_FORM = /^([A-Za-z.]+)\('((?:[^']|'')*)'\)$/;

/**
 * Splits a percent-encoded path into decoded segments. OData's key form `users('id')` becomes the two segments that
 * the slash form has, a function's arguments are a segment of their own, and `microsoft.graph.delta()` reads as `delta`.
 * Undefined when the encoding is broken.
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
    const call = FUNCTION_FORM.exec(text);
    if (call?.[1] !== undefined && call[2] !== undefined) {
      segments.push(call[1], call[2]);
      continue;
    }
    const key = KEY_FORM.exec(text);
    if (key?.[1] !== undefined && key[2] !== undefined) segments.push(key[1], key[2].replaceAll("''", "'"));
    else segments.push(CALL_FORM.exec(text)?.[1] ?? text);
  }
  return segments;
}

/** The arguments of a function, by name in lower case: quoted texts, or members of an enum in its type's quotes. */
export function functionArguments(segment: string): ReadonlyMap<string, string> {
  return new Map(
    [...segment.matchAll(FUNCTION_ARGUMENT)].map(([, name = "", value = ""]) => [
      name.toLowerCase(),
      value.replaceAll("''", "'"),
    ]),
  );
}
