import type { Readiness } from "./options.js";
import type { Route } from "./route.js";

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };

/** Whether the process answers at all; a failure means: restart it. */
export function livenessRoute(): Route {
  return {
    name: "liveness",
    methods: ["GET", "HEAD"],
    cors: false,
    access: "anyone",
    handle: async () => ({ status: 200, headers: JSON_TYPE, body: '{"live":true}\n' }),
  };
}

/** Whether requests should be sent here; a failure means: not now. A closing server is never ready. */
export function readinessRoute(readiness: () => Promise<Readiness>, isClosing: () => boolean): Route {
  return {
    name: "readiness",
    methods: ["GET", "HEAD"],
    cors: false,
    access: "anyone",
    async handle() {
      const found = isClosing() ? { ready: false, checks: { accepting: false } } : await readiness();
      return { status: found.ready ? 200 : 503, headers: JSON_TYPE, body: `${JSON.stringify(found)}\n` };
    },
  };
}
