import type { TLSSocket } from "node:tls";
import { type buildConnector, type Dispatcher, EnvHttpProxyAgent, Pool } from "undici";
import type { BodySink } from "../body-sink.js";
import { AnswerBody } from "./answer-body.js";
import { type Carrier, flatHeaders, type Message, type RawAnswer } from "./carrier.js";
import { Http1Exchange } from "./http1-exchange.js";
import { isSuccess, streamInto } from "./stream-into.js";
import { HTTP1, type TlsConnector } from "./tls-connector.js";

/** Shorter than front doors close idle connections, so that they seldom close one that is just being used. */
const KEEP_ALIVE_MS = 30_000;

export interface Http1Options {
  /** Sockets open at once; what finds none waits. */
  readonly connections: number;
  readonly connectTimeoutMs: number;
  readonly maxAnswerBytes: number;
}

/** HTTP/1.1 by undici: sockets that are kept alive, one request at a time on each. */
export class Http1Carrier implements Carrier {
  private constructor(
    private readonly dispatcher: Dispatcher,
    private readonly maxAnswerBytes: number,
  ) {}

  static plain(origin: URL, options: Http1Options): Http1Carrier {
    return new Http1Carrier(new Pool(origin, poolOptions(options)), options.maxAnswerBytes);
  }

  /** Over TLS; `first` is a connection that was opened already, to find out which version the server speaks. */
  static secure(origin: URL, tls: TlsConnector, first: TLSSocket | undefined, options: Http1Options): Http1Carrier {
    let spare = first;
    const connect: buildConnector.connector = (_, callback) => {
      const socket = spare;
      spare = undefined;
      // Not at once: undici takes no answer while it is still asking.
      const opened = socket?.destroyed === false ? Promise.resolve(socket) : tls.connect(origin, HTTP1);
      opened.then(
        (ready) => callback(null, ready),
        (error) => callback(error, null),
      );
    };
    return new Http1Carrier(new Pool(origin, { ...poolOptions(options), connect }), options.maxAnswerBytes);
  }

  /** Through a proxy, which is asked for a tunnel, so that it sees no more than the host's name. */
  static proxied(proxy: ProxyRoute, ca: string | undefined, options: Http1Options): Http1Carrier {
    const agent = new EnvHttpProxyAgent({
      ...poolOptions(options),
      httpsProxy: proxy.url,
      noProxy: proxy.except,
      ...(ca !== undefined && { requestTls: { ca }, connect: { ca } }),
    });
    return new Http1Carrier(agent, options.maxAnswerBytes);
  }

  send(message: Message): Promise<RawAnswer> {
    return message.into ? this.#sendInto(message, message.into) : this.#send(message);
  }

  async #send({ method, url, headers, body, signal }: Message): Promise<RawAnswer> {
    signal.throwIfAborted();
    const exchange = new Http1Exchange(signal, this.maxAnswerBytes);
    const path = `${url.pathname}${url.search}`;
    this.dispatcher.dispatch({ origin: url.origin, path, method, headers, body: body ?? null }, exchange);
    return exchange.answer;
  }

  /** By undici's own request, whose body is a stream: the server sends no faster than it is taken. */
  async #sendInto({ method, url, headers, body, signal }: Message, into: BodySink): Promise<RawAnswer> {
    const path = `${url.pathname}${url.search}`;
    const sent = { origin: url.origin, path, method, headers, body: body ?? null, signal };
    const answer = await this.dispatcher.request(sent);
    const whole = new AnswerBody(this.maxAnswerBytes);
    const head = { status: answer.statusCode, headers: flatHeaders(answer.headers) };
    // Leaving the loop early destroys the body, and its socket with it.
    if (isSuccess(head.status)) await streamInto(into, head.headers, answer.body, signal);
    else for await (const chunk of answer.body) whole.add(chunk);
    return { ...head, body: whole };
  }

  close(): Promise<void> {
    return this.dispatcher.close();
  }
}

export interface ProxyRoute {
  readonly url: string;
  /** Hosts that are asked directly, comma-separated, as `NO_PROXY` names them; may be empty. */
  readonly except: string;
}

function poolOptions({ connections, connectTimeoutMs }: Http1Options) {
  // The time of an exchange is kept by the caller's signal. One request a socket: nobody waits behind another's answer.
  return {
    connections,
    connectTimeout: connectTimeoutMs,
    pipelining: 1,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
  };
}
