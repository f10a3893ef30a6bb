import type { FaultVoice } from "../core/faults/answer-faults.js";
import type { ActionOf, TokenFault } from "../core/faults/fault-actions.js";
import type { FaultSubject } from "../core/faults.js";
import { pathSegments } from "../core/path-segments.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure, type EntraTrace, failureAnswer } from "./entra-failure.js";

/** How Entra words an error that a fault asks for. */
export function entraVoice(trace: EntraTrace): FaultVoice {
  return {
    now: trace.now,
    error: ({ status, code, message, aadsts }) => {
      const isTransient = status >= 500 || status === 429;
      const failure = new EntraFailure(
        code ?? (isTransient ? "temporarily_unavailable" : "invalid_request"),
        aadsts ?? (status === 429 ? 90055 : 90033),
        message ?? "A transient error has occurred. Please try again.",
        status,
      );
      return failureAnswer(failure, trace);
    },
    claimsChallenge: (claims) =>
      failureAnswer(
        new EntraFailure(
          "interaction_required",
          50076,
          "Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication.",
          400,
          { suberror: "basic_action", claims },
        ),
        trace,
      ),
  };
}

/** What faults know a request to Entra by. */
export function entraSubject(call: EntraCall): FaultSubject {
  const { request, world } = call;
  const [tenant = ""] = pathSegments(request.path) ?? [];
  return {
    service: "entra",
    method: request.method,
    path: request.path,
    tenantId: call.facts.tenantId ?? world.store.tenant(tenant)?.id ?? "",
    appId: call.facts.appId ?? call.form.get("client_id") ?? call.query.get("client_id") ?? "",
  };
}

/** Asks for a fault of the token endpoint where it has its effect, and notes it for the log. */
export function takeTokenFault<K extends TokenFault["kind"]>(call: EntraCall, kind: K): ActionOf<K> | undefined {
  const taken = call.world.faults.takeKind(kind, entraSubject(call));
  if (taken !== undefined) call.facts.fault = taken.mark;
  return taken?.action;
}
