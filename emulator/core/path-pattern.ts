const compiled = new Map<string, RegExp>();
const MOST_PATTERNS = 1_000;

/** Whether a path is of a pattern, in any case; `*` stands for any text. */
export function isOfPattern(pattern: string, path: string): boolean {
  let expression = compiled.get(pattern);
  if (expression === undefined) {
    const escaped = pattern.split("*").map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
    expression = new RegExp(`^${escaped.join(".*")}$`, "i");
    if (compiled.size >= MOST_PATTERNS) compiled.clear();
    compiled.set(pattern, expression);
  }
  return expression.test(path);
}
