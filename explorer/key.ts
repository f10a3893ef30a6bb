import type { ExplorerSettings } from "../src/http/explorer/settings.js";

export type PlainHeaders = Readonly<Record<string, string>>;

/**
 * Puts the preset key into a request's headers where the user gave none of their own. The key itself stays in this
 * page: editors show a placeholder, because Apollo Sandbox writes the headers it shows into the address of its frame,
 * and GraphiQL keeps what it shows in the browser's storage.
 */
export function withKey(headers: PlainHeaders, settings: ExplorerSettings): Record<string, string> {
  const result: Record<string, string> = {};
  let own: string | undefined;
  for (const [name, value] of Object.entries(headers)) {
    if (name.toLowerCase() === "authorization") own = value;
    else result[name] = value;
  }
  const isFilledIn = own === undefined || own === settings.placeholder;
  const authorization = isFilledIn ? (settings.authorization ?? own) : own;
  if (authorization !== undefined) result.authorization = authorization;
  return result;
}

/** The headers that an editor starts with. */
export function shownHeaders(settings: ExplorerSettings): Record<string, string> {
  return { Authorization: settings.placeholder };
}
