import type { TLSSocket } from "node:tls";
import { abortable } from "../../lib/abortable.js";
import type { Carrier, Message, RawAnswer } from "./carrier.js";
import { Http1Carrier, type Http1Options, type ProxyRoute } from "./http1-carrier.js";
import { Http2Carrier, type Http2Options } from "./http2-carrier.js";
import { HTTP2_OR_1, type TlsConnector } from "./tls-connector.js";

export interface OriginOptions {
  /** Undefined: HTTP/1.1 only. */
  readonly http2: Http2Options | undefined;
  readonly http1: Http1Options;
  readonly ca: string | undefined;
  readonly proxy: ProxyRoute | undefined;
}

/**
 * One origin and what it speaks, which its first connection finds out; that connection then carries the first
 * requests. All that come meanwhile wait for it: they would wait for a handshake anyway.
 */
export class Origin {
  #carrier: Promise<Carrier> | undefined;
  #ready: Carrier | undefined;

  constructor(
    private readonly url: URL,
    private readonly tls: TlsConnector,
    private readonly options: OriginOptions,
  ) {}

  async send(message: Message): Promise<RawAnswer> {
    // Once it is known there is nothing to wait for.
    if (this.#ready !== undefined) return this.#ready.send(message);
    this.#carrier ??= this.#negotiate();
    const carrier = await abortable(this.#carrier, message.signal);
    return carrier.send(message);
  }

  async close(): Promise<void> {
    const carrier = await this.#carrier?.catch(() => undefined);
    await carrier?.close();
  }

  async #negotiate(): Promise<Carrier> {
    try {
      this.#ready = await this.#open();
      return this.#ready;
    } catch (error) {
      this.#carrier = undefined;
      throw error;
    }
  }

  async #open(): Promise<Carrier> {
    const { http1, http2, proxy, ca } = this.options;
    // Plain http is for this machine only, where no proxy belongs.
    if (this.url.protocol !== "https:") return Http1Carrier.plain(this.url, http1);
    if (proxy) return Http1Carrier.proxied(proxy, ca, http1);
    if (!http2) return Http1Carrier.secure(this.url, this.tls, undefined, http1);
    const first = await this.tls.connect(this.url, HTTP2_OR_1);
    if (first.alpnProtocol !== "h2") return Http1Carrier.secure(this.url, this.tls, first, http1);
    return new Http2Carrier(this.url, first, () => this.#openHttp2(), http2);
  }

  async #openHttp2(): Promise<TLSSocket> {
    const socket = await this.tls.connect(this.url, HTTP2_OR_1);
    if (socket.alpnProtocol === "h2") return socket;
    // Another server behind the same name: the next request finds out anew.
    socket.destroy();
    this.#carrier = undefined;
    this.#ready = undefined;
    throw Object.assign(new Error("The server has stopped to speak HTTP/2."), { code: "ERR_HTTP2_GONE" });
  }
}
