import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** One Graph request as the server saw it, alone or as a part of a batch. */
export interface SeenRequest {
  readonly method: string;
  /** Below `/v1.0`, still encoded. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: unknown;
  readonly isPart: boolean;
  /** The segment after `/users/`, decoded. */
  readonly mailbox: string;
}

export interface SeenExchange {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  readonly requests: readonly SeenRequest[];
}

export interface ServerAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** "omit" leaves a part out of the batch answer; "cut" closes the connection without one. */
export type Behaviour = (
  request: SeenRequest,
) => ServerAnswer | "omit" | "cut" | Promise<ServerAnswer | "omit" | "cut">;

export interface GraphServer {
  /** Root without version. */
  readonly url: string;
  readonly exchanges: SeenExchange[];
  /** All requests in order of arrival, those inside batches too. */
  requests(): SeenRequest[];
  /** The most requests that were open at once for a mailbox. */
  peak(mailbox: string): number;
  /** Requests that are being answered right now. */
  open(): number;
}

/** A small stand-in for Graph on a loopback port that unpacks `$batch`; closed when the test ends. */
export async function startGraphServer(
  behaviour: Behaviour = () => ({ body: { value: [] } }),
  whole: (exchange: SeenExchange) => ServerAnswer | "cut" | undefined = () => undefined,
): Promise<GraphServer> {
  const exchanges: SeenExchange[] = [];
  const open = new Map<string, number>();
  const peaks = new Map<string, number>();

  async function answer(request: SeenRequest): Promise<ServerAnswer | "omit" | "cut"> {
    const now = (open.get(request.mailbox) ?? 0) + 1;
    open.set(request.mailbox, now);
    peaks.set(request.mailbox, Math.max(now, peaks.get(request.mailbox) ?? 0));
    try {
      return await behaviour(request);
    } finally {
      open.set(request.mailbox, (open.get(request.mailbox) ?? 1) - 1);
    }
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const exchange = await readExchange(incoming);
    exchanges.push(exchange);
    const result = whole(exchange) ?? (await answerWhole(exchange, answer));
    if (result === "cut") outgoing.destroy();
    else write(outgoing, result);
  }

  const server = createServer((incoming, outgoing) => void handle(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    requests: () => exchanges.flatMap((exchange) => exchange.requests),
    peak: (mailbox) => peaks.get(mailbox) ?? 0,
    open: () => [...open.values()].reduce((sum, count) => sum + count, 0),
  };
}

async function answerWhole(
  { requests }: SeenExchange,
  answer: (request: SeenRequest) => Promise<ServerAnswer | "omit" | "cut">,
): Promise<ServerAnswer | "cut"> {
  const [first] = requests;
  if (first && !first.isPart) {
    const result = await answer(first);
    return result === "omit" ? "cut" : result;
  }
  const answers = await Promise.all(requests.map(answer));
  const responses = answers.flatMap((result, index) => {
    if (typeof result === "string") return [];
    return [{ id: String(index + 1), status: 200, headers: {}, ...result }];
  });
  // Graph promises no order.
  return { headers: { "request-id": "envelope-id" }, body: { responses: responses.reverse() } };
}

async function readExchange(incoming: IncomingMessage): Promise<SeenExchange> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  const body: unknown = text === "" ? undefined : JSON.parse(text);
  const { method = "", url = "", headers } = incoming;
  const path = url.replace(/^\/v1\.0/, "");
  const parts = path === "/$batch" ? (body as { requests: SeenRequest[] }).requests : undefined;
  const requests = parts
    ? parts.map((part) => seen({ ...part, headers: part.headers ?? {}, isPart: true }))
    : [seen({ method, url: path, headers, body, isPart: false })];
  return { method, path: url, headers, body, requests };
}

function seen(request: Omit<SeenRequest, "mailbox">): SeenRequest {
  const mailbox = decodeURIComponent(/^\/users\/([^/?]+)/.exec(request.url)?.[1] ?? "");
  const { method, url, headers, body, isPart } = request;
  return { method, url, headers, body, isPart, mailbox };
}

function write(outgoing: ServerResponse, { status = 200, headers = {}, body }: ServerAnswer): void {
  outgoing.writeHead(status, { "content-type": "application/json", ...headers });
  outgoing.end(body === undefined ? "" : typeof body === "string" ? body : JSON.stringify(body));
}
