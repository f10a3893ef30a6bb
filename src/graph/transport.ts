import { localGraphError } from "./graph-error.js";

export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  /** Names are in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, the text itself when it is not JSON, undefined when there is none. */
  readonly body: unknown;
}

/**
 * Carries one HTTP exchange. It reads every body to its end, so that no connection is left blocked by an answer
 * that nobody wants, never follows a redirect, and rejects with a `GraphError` of status 0 or the signal's reason.
 */
export interface Transport {
  send(request: HttpRequest): Promise<HttpResponse>;
  close?(): Promise<void>;
}

/** Transport on a `fetch` function; by default the global one, which keeps its connections alive. */
export function fetchTransport(fetchFunction: typeof fetch = fetch): Transport {
  return {
    async send({ url, ...init }) {
      try {
        // A redirect could carry the token to another host, and Graph's JSON endpoints have none.
        const response = await fetchFunction(url, { ...init, redirect: "manual" });
        const body = parseBody(await response.text());
        return { status: response.status, headers: Object.fromEntries(response.headers), body };
      } catch (error) {
        if (init.signal.aborted) throw init.signal.reason;
        throw localGraphError("NetworkError", `Graph could not be reached (${networkCode(error)}).`);
      }
    },
  };
}

function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The system's code of the failure. Never its message: fetch quotes a bad header there, token and all. */
function networkCode(error: unknown): string {
  for (let inner = error, depth = 0; inner instanceof Error && depth < 5; inner = inner.cause, depth++) {
    if ("code" in inner && typeof inner.code === "string") return inner.code;
  }
  return "no answer";
}
