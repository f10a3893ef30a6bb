import type { Clock } from "../../lib/clock.js";
import type { Exchange, ExchangePolicy } from "../exchange.js";
import { blamesToken } from "../graph-fault.js";
import { assertMayCarryToken } from "../graph-url.js";
import type { HttpResponse } from "../transport.js";

const MINUTE_MS = 60_000;

/**
 * Adds the connection's token, only towards the connection's own root and never in clear over a network.
 * A 401 is answered once with a fresh token, for the old one may have been revoked. Graph also answers a bare 401
 * for a user without a mailbox: such an answer costs a connection one fresh token a minute, not one each time.
 */
export function authorizePolicy(clock: Clock): ExchangePolicy {
  const bareRefusals = new Map<string, number>();

  function deservesFreshToken(exchange: Exchange, response: HttpResponse): boolean {
    if (response.status !== 401) return false;
    if (blamesToken(response) || exchange.isEnvelope) return true;
    const now = clock.now();
    for (const [id, at] of bareRefusals) if (now - at >= MINUTE_MS) bareRefusals.delete(id);
    if (bareRefusals.has(exchange.connection.id)) return false;
    bareRefusals.set(exchange.connection.id, now);
    return true;
  }

  return {
    name: "authorize",
    async send(exchange, next) {
      if (exchange.isPreauthenticated) return next(exchange);
      const { connection, call } = exchange;
      assertMayCarryToken(connection.graphUrl, exchange.url);
      const withToken = (token: string) => ({
        ...exchange,
        headers: { ...exchange.headers, authorization: `Bearer ${token}` },
      });
      const response = await next(withToken(await connection.accessToken(call)));
      if (!deservesFreshToken(exchange, response)) return response;
      call.meter.retries++;
      return next(withToken(await connection.accessToken(call, { fresh: true })));
    },
  };
}
