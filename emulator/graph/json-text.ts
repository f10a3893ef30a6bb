/** Any value of a JSON body as text: texts as they are, the rest as JSON. Never throws, whatever its members are called. */
export function jsonText(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
