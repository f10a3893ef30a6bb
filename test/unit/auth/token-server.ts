import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface TokenRequest {
  readonly path: string;
  readonly form: URLSearchParams;
}

type Answer = (response: ServerResponse, request: TokenRequest) => void;

/** A token endpoint on a free port of this machine, which answers as the test says and remembers what it was asked. */
export interface TokenServer extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly TokenRequest[];
  /** Answers to give next, in order; when none is left, a token is given. */
  next(...answers: Answer[]): void;
}

export async function startTokenServer(): Promise<TokenServer> {
  const requests: TokenRequest[] = [];
  const queue: Answer[] = [];
  const server = createServer(async (incoming, response) => {
    const request = { path: incoming.url?.split("?")[0] ?? "", form: new URLSearchParams(await bodyOf(incoming)) };
    requests.push(request);
    (queue.shift() ?? token())(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    next: (...answers) => void queue.push(...answers),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

let serial = 0;

/** A token answer; each token is another one. */
export function token(members: Record<string, unknown> = {}): Answer {
  return json(200, {
    token_type: "Bearer",
    expires_in: 3599,
    access_token: jwt({ roles: ["Calendars.ReadWrite"], serial: ++serial }),
    ...members,
  });
}

export function refusal(status: number, error: string, aadsts: number, members: Record<string, unknown> = {}): Answer {
  return json(status, {
    error,
    error_description: `AADSTS${aadsts}: Some words of the service. Trace ID: 00000000-0000-4000-8000-00000000aaaa`,
    error_codes: [aadsts],
    timestamp: "2026-01-01 00:00:00Z",
    trace_id: "00000000-0000-4000-8000-00000000aaaa",
    correlation_id: "00000000-0000-4000-8000-00000000bbbb",
    ...members,
  });
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
  };
}

export function html(status: number): Answer {
  return (response) => void response.writeHead(status, { "content-type": "text/html" }).end("<html>Bad day</html>");
}

export const reset: Answer = (response) => void response.destroy();

/** Never answers. */
export const silence: Answer = () => undefined;

export function jwt(claims: unknown): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "none" })}.${part(claims)}.c2ln`;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
