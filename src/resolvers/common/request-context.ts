import type { Viewer } from "../../auth/viewer.js";
import type { Call } from "../../lib/call.js";
import type { Loaders } from "../../loaders/create-loaders.js";

/** What resolvers know of the request that they answer. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly call: Call;
  readonly loaders: Loaders;
}
