/**
 * JSON of which equal values have one text: members in the order of their names, absent ones left out. A member that is
 * null stays, because in a change null empties what an absent member leaves alone.
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => (isObject(member) ? sorted(member) : member)) ?? "null";
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sorted(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  // No prototype, or a member called `__proto__` would be lost. Names that are whole numbers come first in any object.
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, member] of entries) result[name] = member;
  return result;
}
