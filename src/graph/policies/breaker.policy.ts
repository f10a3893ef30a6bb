import type { Clock } from "../../lib/clock.js";
import { CircuitBreaker, type CircuitLimits } from "../circuit-breaker.js";
import { partStatuses } from "../envelope.js";
import type { Exchange, ExchangePolicy } from "../exchange.js";
import { localGraphError } from "../graph-error.js";
import type { HttpResponse } from "../transport.js";
import { isNoAnswer } from "../verdict.js";

export interface BreakerOptions {
  readonly circuit: CircuitLimits;
  readonly clock: Clock;
  readonly random: () => number;
}

/** A connection fails when three of its mailboxes do: fewer may be dead themselves, and that is their own affair. */
const MAILBOX_WITNESSES = 3;
/** A host fails when two connections say so: one may have a tenant in trouble. */
const CONNECTION_WITNESSES = 2;

/**
 * Stops asking a connection, or a whole host, that answers nothing but 5xx, timeouts and broken connections. Refuses
 * with `CircuitOpen` and the wait, before a token is asked for or anything is sent.
 */
export function breakerPolicy({ circuit, clock, random }: BreakerOptions): ExchangePolicy {
  const connections = new Map<string, CircuitBreaker>();
  const hosts = new Map<string, CircuitBreaker>();

  function breakerOf(breakers: Map<string, CircuitBreaker>, key: string, witnesses: number): CircuitBreaker {
    const breaker = breakers.get(key) ?? new CircuitBreaker({ ...circuit, witnesses }, clock, random);
    breakers.set(key, breaker);
    return breaker;
  }

  return {
    name: "breaker",
    async send(exchange, next) {
      // Another host than Graph's, of which this breaker knows nothing.
      if (exchange.isPreauthenticated) return next(exchange);
      const { id, graphUrl } = exchange.connection;
      const ofConnection = breakerOf(connections, id, MAILBOX_WITNESSES);
      const ofHost = breakerOf(hosts, graphUrl, CONNECTION_WITNESSES);
      const waitMs = Math.max(ofConnection.waitMs(), ofHost.waitMs());
      if (waitMs > 0) {
        const message = "Graph has failed again and again for this connection and is left alone for a moment.";
        throw localGraphError("CircuitOpen", message, { retryAfterMs: waitMs });
      }
      const passages = [ofConnection.enter(), ofHost.enter()] as const;
      const end = (result: "answered" | "failed" | "untold") => {
        passages[0].end(result, exchange.mailboxes ?? []);
        passages[1].end(result, [id]);
      };
      try {
        const response = await next(exchange);
        end(isFailure(response, exchange) ? "failed" : "answered");
        return response;
      } catch (error) {
        end(isNoAnswer(error) ? "failed" : "untold");
        throw error;
      }
    },
  };
}

/** An envelope has failed when none of its parts was answered: its own 200 comes from the front door. */
function isFailure(response: HttpResponse, { isEnvelope }: Exchange): boolean {
  const statuses = isEnvelope && response.status === 200 ? partStatuses(response) : [response.status];
  return statuses.every((status) => status >= 500);
}
