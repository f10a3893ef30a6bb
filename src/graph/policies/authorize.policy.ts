import type { ExchangePolicy } from "../exchange.js";
import { assertMayCarryToken } from "../graph-url.js";

/**
 * Adds the connection's token, only towards the connection's own root and never in clear over a network.
 * A 401 is answered once with a fresh token: it may have been revoked, or its clock been wrong.
 */
export function authorizePolicy(): ExchangePolicy {
  return {
    name: "authorize",
    async send(exchange, next) {
      const { connection, call } = exchange;
      assertMayCarryToken(connection.graphUrl, exchange.url);
      const withToken = (token: string) => ({
        ...exchange,
        headers: { ...exchange.headers, authorization: `Bearer ${token}` },
      });
      const response = await next(withToken(await connection.accessToken(call)));
      if (response.status !== 401) return response;
      call.meter.retries++;
      return next(withToken(await connection.accessToken(call, { fresh: true })));
    },
  };
}
