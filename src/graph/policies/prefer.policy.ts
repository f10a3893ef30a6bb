import type { JobPolicy } from "../exchange.js";
import { lowerCaseNames, preferImmutableIds } from "../headers.js";

/** Asks for immutable ids on every request, also inside a batch: Graph does not hand the envelope's header down. */
export function preferPolicy(): JobPolicy {
  return {
    name: "prefer",
    send(job, next) {
      const own = job.request.headers && lowerCaseNames(job.request.headers);
      const headers = { ...own, prefer: preferImmutableIds(own?.prefer) };
      return next({ ...job, request: { ...job.request, headers } });
    },
  };
}
