import { createGraphClient, type GraphClientOptions, GraphError } from "../../../../src/graph/index.js";
import type { HttpRequest, HttpResponse, Transport } from "../../../../src/graph/transport.js";
import { VirtualTime } from "./virtual-time.js";

/** One Graph request as it reached the stand-in. */
export interface VirtualRequest {
  readonly mailbox: string;
  /** Below `/v1.0`. */
  readonly url: string;
  readonly at: number;
  /** How many requests of this mailbox came before, this one not counted. */
  readonly nth: number;
  /** Parts of the exchange it came in. */
  readonly parts: number;
}

export interface VirtualAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface VirtualGraphOptions {
  /** Milliseconds that a request takes. */
  readonly latencyMs: (request: VirtualRequest) => number;
  /** Default: 200 for everything. "cut" breaks the whole exchange. */
  readonly answer?: (request: VirtualRequest) => VirtualAnswer | "cut";
  /** Requests open at once in a mailbox before Graph refuses more; default 4. */
  readonly places?: number;
}

export const refused = (seconds: number): VirtualAnswer => ({
  status: 429,
  headers: { "Retry-After": String(seconds) },
  body: { error: { code: "ApplicationThrottled", message: "Application is over its RequestRate limit." } },
});

const CROWDED: VirtualAnswer = {
  status: 429,
  headers: { "Retry-After": "1" },
  body: { error: { code: "ApplicationThrottled", message: "Application is over its MailboxConcurrency limit." } },
};

/** Graph's documented limits on virtual time: four requests a mailbox at once, four parts of a batch at a time. */
export class VirtualGraph implements Transport {
  readonly seen: VirtualRequest[] = [];
  /** Parts of each exchange, in order of departure. */
  readonly exchanges: number[] = [];
  /** Requests that were refused because too many were open. */
  crowded = 0;
  readonly #open = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  constructor(
    private readonly time: VirtualTime,
    private readonly options: VirtualGraphOptions,
  ) {}

  /** Requests that strangers hold open in a mailbox. */
  occupy(mailbox: string, places: number): void {
    this.#open.set(mailbox, (this.#open.get(mailbox) ?? 0) + places);
  }

  requestsTo(mailbox: string): VirtualRequest[] {
    return this.seen.filter((request) => request.mailbox === mailbox);
  }

  async send({ url, body, signal }: HttpRequest): Promise<HttpResponse> {
    const path = url.replace(/^.*\/v1\.0/, "");
    if (path !== "/$batch") {
      this.exchanges.push(1);
      const answer = await this.#answer(path, 1, signal);
      if (answer === "cut") throw new GraphError("cut", { status: 0, code: "NetworkError" });
      return { status: 200, body: {}, ...answer, headers: lowerCase(answer.headers) };
    }
    const { requests } = JSON.parse(String(body)) as { requests: { id: string; url: string }[] };
    this.exchanges.push(requests.length);
    const responses: object[] = [];
    const queue = [...requests];
    let isCut = false;
    const work = async () => {
      for (let part = queue.shift(); part; part = queue.shift()) {
        const answer = await this.#answer(part.url, requests.length, signal);
        if (answer === "cut") isCut = true;
        else responses.push({ status: 200, body: {}, ...answer, id: part.id });
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    if (isCut) throw new GraphError("cut", { status: 0, code: "NetworkError" });
    return { status: 200, headers: {}, body: { responses } };
  }

  async #answer(url: string, parts: number, signal: AbortSignal): Promise<VirtualAnswer | "cut"> {
    const mailbox = decodeURIComponent(/^\/users\/([^/?]+)/.exec(url)?.[1] ?? "");
    const nth = this.#counts.get(mailbox) ?? 0;
    this.#counts.set(mailbox, nth + 1);
    const request = { mailbox, url, nth, parts, at: this.time.elapsed() };
    this.seen.push(request);
    if ((this.#open.get(mailbox) ?? 0) >= (this.options.places ?? 4)) {
      this.crowded++;
      return CROWDED;
    }
    this.occupy(mailbox, 1);
    try {
      const answer = this.options.answer?.(request) ?? {};
      // A refusal costs Graph no work.
      if (answer === "cut" || answer.status !== 429) await this.time.sleep(this.options.latencyMs(request), signal);
      return answer;
    } finally {
      this.occupy(mailbox, -1);
    }
  }
}

/** A client whose Graph, clock and timers are virtual. */
export function newVirtual(graphOptions: VirtualGraphOptions, options: GraphClientOptions = {}) {
  const time = new VirtualTime();
  const graph = new VirtualGraph(time, graphOptions);
  const client = createGraphClient({ clock: time, sleep: time.sleep, random: () => 0, transport: graph, ...options });
  return { time, graph, client };
}

/** Small numbers that look random and are the same each time. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Latencies with the spread that was measured of Graph-like services: lognormal, sigma 0.4. */
export function lognormal(medianMs: number, random: () => number): () => number {
  return () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(1, Math.round(medianMs * Math.exp(0.4 * normal)));
  };
}

function lowerCase(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
