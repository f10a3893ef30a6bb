import { localGraphError } from "./graph-error.js";

export const GRAPH_VERSION = "v1.0";

/** Where a request goes: the whole URL, and the form that a part of a `$batch` takes. */
export interface Target {
  readonly url: string;
  readonly relative: string;
}

/** What a URL parser leaves as it is, so that nothing has to be parsed to know where the path leads. */
const PLAIN_PATH = /^\/[\w\-~!$&()*+,;=:@%][\w\-.~!$&()*+,;=:@%/?]*$/;
/** A parser resolves dot segments, in either spelling. */
const DOT_SEGMENT = /\/\.|%2e/i;

/**
 * Resolves a path, or an absolute `@odata.nextLink`, under a connection's root.
 * Throws `ForeignLink` for another scheme, host or version, so that no token ever follows such a link.
 */
export function resolveTarget(graphUrl: string, path: string): Target {
  const root = rootOf(graphUrl);
  if (root !== undefined && PLAIN_PATH.test(path) && !DOT_SEGMENT.test(path)) {
    return { url: root.versionUrl + path, relative: path };
  }
  const isLink = /^[a-z][a-z\d+.-]*:/i.test(path);
  if (!isLink && !/^\/[^/\\]/.test(path)) {
    throw localGraphError("InvalidPath", "A Graph path starts with one slash, below the version.");
  }
  const url = parse(isLink ? path : `${graphUrl}/${GRAPH_VERSION}${path}`);
  const isInside =
    url !== undefined &&
    root !== undefined &&
    url.origin === root.origin &&
    url.username === "" &&
    url.password === "" &&
    url.pathname.startsWith(`${root.versionPath}/`);
  if (!isInside) {
    throw localGraphError("ForeignLink", "A link leaves the connection's Graph root and was not followed.");
  }
  url.hash = "";
  return { url: url.href, relative: url.href.slice(root.versionUrl.length) };
}

/**
 * An address that Graph gave and that holds its own right. Throws `ForeignLink` for one that is neither https nor, where
 * Graph itself is, on this very machine. It is never shown: whoever knows it may use it.
 */
export function resolvePreauthenticated(graphUrl: string, address: string): Target {
  const url = parse(address);
  const root = parse(graphUrl);
  const isLocal = root !== undefined && isLoopback(root.hostname) && url !== undefined && isLoopback(url.hostname);
  const isSafe = url?.protocol === "https:" || (isLocal && url?.protocol === "http:");
  if (!url || !isSafe || url.username !== "" || url.password !== "") {
    throw localGraphError("ForeignLink", "Graph gave an address for an upload that is not safe to use.");
  }
  url.hash = "";
  return { url: url.href, relative: "" };
}

/** Throws `InsecureRoot` unless tokens may be sent to `url`: https, or plain http to this very machine. */
export function assertMayCarryToken(graphUrl: string, url: string): void {
  const root = rootOf(graphUrl);
  // Behind an origin and a slash, nothing can lead elsewhere.
  const isAtRoot = root !== undefined && (url.startsWith(`${root.origin}/`) || parse(url)?.origin === root.origin);
  if (!isAtRoot) throw localGraphError("ForeignLink", "A token is only sent to its own connection's Graph root.");
  if (root.mayCarryToken) return;
  throw localGraphError("InsecureRoot", "A token is only sent over https, or by http to a loopback address.");
}

/** What is known of a connection's root, parsed. */
interface Root {
  readonly origin: string;
  /** With the version, as a URL parser writes it. */
  readonly versionUrl: string;
  readonly versionPath: string;
  readonly mayCarryToken: boolean;
}

/** There are as many as there are clouds; each request needs its own several times. */
const roots = new Map<string, Root>();
const MOST_ROOTS = 1_000;

function rootOf(graphUrl: string): Root | undefined {
  const known = roots.get(graphUrl);
  if (known !== undefined) return known;
  const url = parse(`${graphUrl}/${GRAPH_VERSION}`);
  if (url === undefined || url.href.includes("?") || url.href.includes("#")) return undefined;
  const { origin, href, pathname, protocol, hostname, username, password } = url;
  if (username !== "" || password !== "") return undefined;
  const mayCarryToken = protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
  const root = { origin, versionUrl: href, versionPath: pathname, mayCarryToken };
  if (roots.size >= MOST_ROOTS) roots.clear();
  roots.set(graphUrl, root);
  return root;
}

/**
 * One path segment from an id or address. Throws `InvalidPath` for texts that a URL would not keep as a segment.
 */
export function pathSegment(text: string): string {
  // The pattern finds halves of surrogate pairs, which have no encoding.
  if (text === "" || text === "." || text === ".." || /\p{Surrogate}/u.test(text)) {
    throw localGraphError("InvalidPath", "An id or address in a Graph path is empty, a dot segment or broken text.");
  }
  return encodeURIComponent(text);
}

/** A path with its query. Undefined values are left out; what a query may hold as it is (`$ , / :`) stays readable. */
export function withQuery(path: string, query: Readonly<Record<string, string | number | undefined>>): string {
  let text = path;
  let separator = "?";
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    text += `${separator}${name}=${encodeURIComponent(value).replace(/%(2C|2F|3A)/g, decodeURIComponent)}`;
    separator = "&";
  }
  return text;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
