import type { GraphConnection } from "./graph-types.js";
import { userPath } from "./resources/calendar-path.js";

/** The path as it leaves: those of the person whose token it is go to `/me`. */
export function ownPath({ ownUser }: Pick<GraphConnection, "ownUser">, path: string): string {
  if (ownUser === undefined) return path;
  const prefix = userPath(ownUser);
  const rest = path.slice(prefix.length);
  return path.startsWith(prefix) && /^([/?]|$)/.test(rest) ? `/me${rest}` : path;
}
