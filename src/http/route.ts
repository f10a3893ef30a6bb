import type { IncomingMessage, ServerResponse } from "node:http";
import type { Viewer } from "../auth/viewer.js";
import type { Answer } from "./answer.js";

/** One request on its way to an answer. */
export interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly search: string;
  readonly requestId: string;
  readonly traceparent: string;
}

interface Common {
  /** Name for logs; paths may hold what callers typed. */
  readonly name: string;
  readonly methods: readonly string[];
  /** Whether browsers on configured origins may read the answers. */
  readonly cors: boolean;
}

/** What one path answers. Routes throw a `Refusal` to say no. */
export type Route = Common &
  (
    | { readonly access: "anyone"; handle(exchange: Exchange): Promise<Answer> }
    | { readonly access: "viewer"; handle(exchange: Exchange, viewer: Viewer): Promise<Answer> }
  );
