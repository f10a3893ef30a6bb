/** A literal text for PowerShell, which also ends a text at typographic apostrophes. */
export function quotedForPowerShell(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201a\u201b]/g, (quote) => quote + quote)}'`;
}
