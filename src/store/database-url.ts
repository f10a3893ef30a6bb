/** Where the rows live. */
export type DatabaseLocation = { readonly kind: "file"; readonly path: string } | { readonly kind: "memory" };

const SCHEME = "sqlite://";

/**
 * Reads `sqlite:///absolute/path.sqlite` (percent-encoding allowed) or `sqlite::memory:`.
 * @throws Error with a sentence that names the accepted forms.
 */
export function parseDatabaseUrl(url: string): DatabaseLocation {
  if (url === "sqlite::memory:") return { kind: "memory" };
  const path = url.startsWith(SCHEME) ? decoded(url.slice(SCHEME.length)) : undefined;
  if (!path?.startsWith("/") || path.endsWith("/") || path.includes("\0")) {
    throw new Error('The database URL must be "sqlite:///absolute/path/to/file.sqlite" or "sqlite::memory:".');
  }
  // A Windows path is written sqlite:///C:/folder/file.sqlite.
  return { kind: "file", path: /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
