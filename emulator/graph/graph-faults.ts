import type { FaultVoice } from "../core/faults/answer-faults.js";
import type { ActionOf, FaultKind } from "../core/faults/fault-actions.js";
import type { FaultMark, FaultSubject } from "../core/faults.js";
import type { World } from "../core/world.js";
import { GRAPH_APP_ID } from "../entra/access-token.js";
import { failureAnswer, GraphFailure, type GraphTrace } from "./graph-failure.js";

/** What the log keeps of a request's fate: the fault that struck it and the limit that refused it. */
export interface Fate {
  fault?: FaultMark;
  refusedBy?: string;
}

/**
 * Asks for a fault of one kind where that kind has its effect, and notes it for the log. It is the request's own unless
 * it is said what it is `about`.
 */
export type TakeFault = <K extends FaultKind>(kind: K, about?: FaultSubject) => ActionOf<K> | undefined;

export function faultTaker(world: World, subject: FaultSubject, fate: Fate): TakeFault {
  return (kind, about = subject) => {
    const taken = world.faults.takeKind(kind, about);
    if (taken !== undefined) fate.fault = taken.mark;
    return taken?.action;
  };
}

/** How Graph words an error that a fault asks for; a 429 without a code gets the one that this place has. */
export function graphVoice(trace: GraphTrace, throttledCode = "ApplicationThrottled"): FaultVoice {
  return {
    now: trace.now,
    error: ({ status, code, message = "" }) =>
      failureAnswer(
        new GraphFailure(status, code ?? (status === 429 ? throttledCode : "UnknownError"), message),
        trace,
      ),
    claimsChallenge: (claims) =>
      failureAnswer(
        new GraphFailure(401, "InvalidAuthenticationToken", "Continuous access evaluation resulted in challenge.", {
          "WWW-Authenticate":
            'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", ' +
            `client_id="${GRAPH_APP_ID}", error="insufficient_claims", ` +
            `claims="${Buffer.from(claims, "utf8").toString("base64")}"`,
        }),
        trace,
      ),
  };
}
