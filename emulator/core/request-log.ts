import type { FaultKind, FaultMark } from "./faults.js";

/** One HTTP request, or one part of a `$batch`. It never holds a token, a secret or a body. */
export interface LogEntry {
  readonly sequence: number;
  /** Emulated time at which it came in, in milliseconds since the Unix epoch. */
  readonly at: number;
  readonly kind: "http" | "part";
  readonly service: "entra" | "graph";
  /** For a part: the sequence number of its envelope. */
  readonly envelope?: number;
  readonly method: string;
  /** Path without query, as it was sent. */
  readonly path: string;
  /** Query as it was sent; empty for Entra, where a query can hold credentials. */
  readonly query: string;
  /** 0 when the connection was cut without an answer. */
  readonly status: number;
  readonly tenantId?: string;
  readonly appId?: string;
  /** User principal name of the mailbox that the path names. */
  readonly mailbox?: string;
  /** Token requests only. */
  readonly grantType?: string;
  readonly clientRequestId?: string;
  /** The fault that struck it. */
  readonly fault?: FaultMark;
  /** The limit that refused it, for example `MailboxConcurrency`. */
  readonly refusedBy?: string;
  /** Real milliseconds it took, waiting included. */
  readonly tookMs: number;
}

export type LogFilter = Partial<
  Pick<LogEntry, "kind" | "service" | "method" | "status" | "mailbox" | "envelope" | "refusedBy">
> & {
  /** End of the path, in any case, for example `/$batch` or `/calendarView`. */
  readonly pathEnd?: string;
  /** Kind of the fault that struck, for example `reset`. */
  readonly faultKind?: FaultKind;
};

const CAPACITY = 20_000;

/** The latest requests, oldest first, and how many there were. */
export class RequestLog {
  #entries: LogEntry[] = [];
  #sequence = 0;

  /** The number for a request that has just come in; its entry follows when it is answered. */
  open(): number {
    this.#sequence += 1;
    return this.#sequence;
  }

  add(entry: LogEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > CAPACITY * 2) this.#entries = this.#entries.slice(-CAPACITY);
  }

  entries(filter: LogFilter = {}): readonly LogEntry[] {
    const { pathEnd, faultKind, ...exact } = filter;
    return this.#entries
      .slice(-CAPACITY)
      .filter(
        (entry) =>
          (pathEnd === undefined || entry.path.toLowerCase().endsWith(pathEnd.toLowerCase())) &&
          (faultKind === undefined || entry.fault?.kind === faultKind) &&
          Object.entries(exact).every(([key, value]) => value === undefined || entry[key as keyof LogEntry] === value),
      );
  }

  count(filter: LogFilter = {}): number {
    return this.entries(filter).length;
  }

  clear(): void {
    this.#entries = [];
  }
}
