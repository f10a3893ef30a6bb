import { isIP } from "node:net";
import { connect, type TLSSocket } from "node:tls";

export interface TlsOptions {
  /** Certificates in PEM that are trusted instead of Node's own; those of a company belong in `NODE_EXTRA_CA_CERTS`. */
  readonly ca?: string | undefined;
  /** Milliseconds for address, connection and handshake together. */
  readonly connectTimeoutMs: number;
}

/** HTTP versions by their ALPN names (RFC 7301), as the client prefers them. */
export const HTTP2_OR_1 = ["h2", "http/1.1"] as const;
export const HTTP1 = ["http/1.1"] as const;

const KEEP_ALIVE_PROBE_MS = 30_000;

/** Opens TLS connections; a host's later ones resume the session of an earlier one, which spares work on both sides. */
export class TlsConnector {
  readonly #sessions = new Map<string, Buffer>();

  constructor(private readonly options: TlsOptions) {}

  /** `alpnProtocol` of the socket says which of the `protocols` the server chose. The caller owns the socket. */
  connect(origin: URL, protocols: readonly string[]): Promise<TLSSocket> {
    const { ca, connectTimeoutMs } = this.options;
    const host = origin.hostname.replace(/^\[|\]$/g, "");
    const session = this.#sessions.get(origin.host);
    return new Promise((resolve, reject) => {
      const socket = connect({
        host,
        port: Number(origin.port || 443),
        // An address is no server name (RFC 6066, section 3).
        servername: isIP(host) === 0 ? host : "",
        ALPNProtocols: [...protocols],
        ...(session && { session }),
        ...(ca !== undefined && { ca }),
      });
      const timer = setTimeout(() => socket.destroy(timeout()), connectTimeoutMs);
      const onClose = () => reject(closed());
      socket
        .setNoDelay(true)
        .setKeepAlive(true, KEEP_ALIVE_PROBE_MS)
        .on("session", (ticket) => this.#sessions.set(origin.host, ticket))
        .on("error", reject)
        .once("close", onClose)
        .once("close", () => clearTimeout(timer))
        .once("secureConnect", () => {
          clearTimeout(timer);
          // The owner listens from now on; an error between two owners must not end the process.
          socket
            .off("error", reject)
            .off("close", onClose)
            .on("error", () => undefined);
          resolve(socket);
        });
    });
  }
}

function timeout(): Error {
  return Object.assign(new Error("No connection in time."), { code: "ETIMEDOUT" });
}

function closed(): Error {
  return Object.assign(new Error("The connection was closed during its handshake."), { code: "ECONNRESET" });
}
