import type { GraphCall, OpenRoute } from "../graph-call.js";
import { GraphFailure, notEmulated } from "../graph-failure.js";

const WRITERS = ["User.ReadWrite.All", "Directory.ReadWrite.All"];

/**
 * The directory refuses who may not write, whatever is sent, as it does for every application that reads calendars.
 * What it would do for others is not emulated.
 */
function writeUser({ caller }: GraphCall): never {
  const granted = caller.delegated?.scopes ?? caller.roles;
  if (WRITERS.some((permission) => granted.has(permission))) throw notEmulated("changes of users");
  throw new GraphFailure(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}

const route = (method: string, path: string): OpenRoute => ({ kind: "open", method, path, handle: writeUser });

export const userWriteRoutes: readonly OpenRoute[] = [
  route("POST", "/users"),
  route("PATCH", "/users/{user}"),
  route("DELETE", "/users/{user}"),
];
