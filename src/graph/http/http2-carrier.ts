import type { TLSSocket } from "node:tls";
import { abortable } from "../../lib/abortable.js";
import type { Carrier, Message, RawAnswer } from "./carrier.js";
import { Http2Connection, type Http2ConnectionOptions, Unprocessed } from "./http2-connection.js";

export interface Http2Options extends Http2ConnectionOptions {
  /** Connections at most. */
  readonly connections: number;
}

/** How often one message may meet a connection that the server is just leaving. */
const MAX_TRIES = 3;

/**
 * HTTP/2 by `node:http2`: all requests of an origin at once on one connection or a few. A message goes where the
 * fewest are under way.
 */
export class Http2Carrier implements Carrier {
  readonly #slots: readonly Slot[];

  /** `first` is a connection that was opened already; `open` opens another one. */
  constructor(origin: URL, first: TLSSocket, open: () => Promise<TLSSocket>, options: Http2Options) {
    const connection = (socket: TLSSocket) => new Http2Connection(origin, socket, options);
    const reopen = async () => connection(await open());
    this.#slots = Array.from({ length: options.connections }, (_, index) =>
      index === 0 ? new Slot(reopen, connection(first)) : new Slot(reopen),
    );
  }

  async send(message: Message): Promise<RawAnswer> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#leastBusy().send(message);
      } catch (error) {
        if (!(error instanceof Unprocessed) || tries === MAX_TRIES) throw error;
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#slots.map((slot) => slot.close()));
  }

  #leastBusy(): Slot {
    return this.#slots.reduce((best, slot) => (slot.load < best.load ? slot : best));
  }
}

/** The place of one connection, which is opened when it is needed and anew when it has gone. */
class Slot {
  /** Messages under way, those that wait for the connection among them. */
  load = 0;
  #opening: Promise<Http2Connection> | undefined;

  constructor(
    private readonly open: () => Promise<Http2Connection>,
    private current?: Http2Connection,
  ) {}

  async send(message: Message): Promise<RawAnswer> {
    this.load++;
    try {
      const connection = this.current?.isUsable ? this.current : await abortable(this.#reopen(), message.signal);
      return await connection.send(message);
    } finally {
      this.load--;
    }
  }

  async close(): Promise<void> {
    await this.#opening?.catch(() => undefined);
    await this.current?.close();
  }

  #reopen(): Promise<Http2Connection> {
    this.#opening ??= this.open()
      .then((connection) => {
        this.current = connection;
        return connection;
      })
      .finally(() => {
        this.#opening = undefined;
      });
    return this.#opening;
  }
}
