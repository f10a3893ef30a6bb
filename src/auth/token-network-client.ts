import type { INetworkModule, NetworkRequestOptions, NetworkResponse } from "@azure/msal-node";
import type { UpstreamMeter } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";
import { errorAnswerOf, retryAfterOf, type TokenExchange } from "./token-exchange.js";

/**
 * MSAL's way to the network: `fetch`, with the timeout that MSAL's own client lacks, and with a record of
 * what was answered. One client serves one token request at a time.
 */
export class TokenNetworkClient implements INetworkModule {
  readonly #timeoutMs: number;
  readonly #clock: Clock;
  readonly #fetch: typeof fetch;
  #exchange: TokenExchange = {};
  #meter: UpstreamMeter | undefined;

  constructor(options: {
    readonly timeoutMs: number;
    readonly clock: Clock;
    readonly fetch?: typeof fetch | undefined;
  }) {
    this.#fetch = options.fetch ?? fetch;
    this.#timeoutMs = options.timeoutMs;
    this.#clock = options.clock;
  }

  /** Starts a new record, which fills while MSAL works; requests count for this meter. */
  begin(meter: UpstreamMeter): TokenExchange {
    this.#meter = meter;
    this.#exchange = {};
    return this.#exchange;
  }

  sendGetRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>(url, { method: "GET", headers: options?.headers ?? {} });
  }

  sendPostRequestAsync<T>(url: string, options?: NetworkRequestOptions): Promise<NetworkResponse<T>> {
    return this.#send<T>(url, { method: "POST", headers: options?.headers ?? {}, body: options?.body ?? "" });
  }

  async #send<T>(url: string, init: RequestInit): Promise<NetworkResponse<T>> {
    const exchange = this.#exchange;
    if (this.#meter) this.#meter.tokenRequests++;
    const signal = AbortSignal.timeout(this.#timeoutMs);
    try {
      // A redirect would repeat the credential elsewhere; the token endpoint never answers with one.
      const response = await this.#fetch(url, { ...init, signal, redirect: "error" });
      exchange.status = response.status;
      const retryAfterMs = retryAfterOf(response.headers.get("retry-after"), this.#clock.now());
      if (retryAfterMs !== undefined && !response.ok) exchange.retryAfterMs = retryAfterMs;
      const body = jsonObject(await response.text());
      if (body === undefined) {
        exchange.fault = "unreadable";
        throw new Error("The token endpoint did not answer with a JSON object.");
      }
      const answer = errorAnswerOf(body);
      if (answer) exchange.answer = answer;
      return { status: response.status, headers: Object.fromEntries(response.headers), body: body as T };
    } catch (error) {
      exchange.fault ??= signal.aborted ? "timeout" : "network";
      throw error;
    }
  }
}

function jsonObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
