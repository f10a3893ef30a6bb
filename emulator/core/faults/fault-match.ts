import type { User } from "../directory.model.js";

/** Which requests a fault hits. What is left out matches everything; parts of a `$batch` are matched one by one. */
export interface FaultMatch {
  readonly service?: "entra" | "graph";
  readonly method?: string;
  /** Path without query, in any case, as it was sent or decoded; `*` stands for any text. */
  readonly path?: string;
  /** Object id, user principal name or address of the mailbox that the path names. */
  readonly mailbox?: string;
  /** Tenant GUID. */
  readonly tenantId?: string;
  /** Application (client) id. */
  readonly appId?: string;
}

/** What is known of a request when faults are looked up. */
export interface FaultSubject {
  readonly service: "entra" | "graph";
  readonly method: string;
  readonly path: string;
  readonly mailboxNames?: readonly string[];
  readonly tenantId?: string;
  readonly appId?: string;
}

/** The names under which a fault can mean this mailbox. */
export function mailboxNamesOf(user: User): readonly string[] {
  return [user.id, user.userPrincipalName, user.mail ?? ""];
}

export function matches(match: FaultMatch, subject: FaultSubject): boolean {
  const same = (wanted: string | undefined, actual: string | undefined) =>
    wanted === undefined || wanted.toLowerCase() === actual?.toLowerCase();
  return (
    same(match.service, subject.service) &&
    same(match.method, subject.method) &&
    same(match.tenantId, subject.tenantId) &&
    same(match.appId, subject.appId) &&
    (match.path === undefined || pathMatches(match.path, subject.path)) &&
    (match.mailbox === undefined || (subject.mailboxNames ?? []).some((name) => same(match.mailbox, name)))
  );
}

/** Whether the pattern, in which `*` stands for any text, is the path as it was sent or as it reads decoded. */
export function pathMatches(pattern: string, path: string): boolean {
  if (globMatches(pattern, path)) return true;
  return path.includes("%") && globMatches(pattern, decoded(path));
}

/** Each piece between stars is taken where it first fits, so the time grows with the path and not with the stars. */
function globMatches(pattern: string, text: string): boolean {
  const [first = "", ...rest] = pattern.toLowerCase().split("*");
  const subject = text.toLowerCase();
  const last = rest.pop();
  if (last === undefined) return subject === first;
  if (!subject.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = subject.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return subject.length - last.length >= at && subject.endsWith(last);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
