import type { IncomingMessage } from "node:http";
import { isIP } from "node:net";

/** Headers of proxies: with one of them, the browser is not necessarily on this machine. */
const PROXY_HEADERS = ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-real-ip"];

/**
 * True when the browser runs on this machine and was told to call this machine. The second half matters as much: a
 * foreign page whose host name resolves to 127.0.0.1 comes over loopback too, but brings its own name in `Host`.
 */
export function isFromThisMachine(req: IncomingMessage): boolean {
  if (PROXY_HEADERS.some((name) => req.headers[name] !== undefined)) return false;
  return isLoopbackAddress(req.socket.remoteAddress ?? "") && isLoopbackHost(req.headers.host ?? "");
}

function isLoopbackAddress(address: string): boolean {
  const v4 = address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
  return v4 === "::1" || (isIP(v4) === 4 && v4.startsWith("127."));
}

function isLoopbackHost(host: string): boolean {
  const name = host.replace(/:\d+$/, "").toLowerCase();
  return name === "localhost" || name === "[::1]" || isLoopbackAddress(name);
}
