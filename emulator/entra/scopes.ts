import { GRAPH_APP_ID, GRAPH_AUDIENCE } from "./access-token.js";
import { EntraFailure } from "./entra-failure.js";
import { delegatedPermission } from "./permission-catalog.js";

export const OIDC_SCOPES: readonly string[] = ["openid", "profile", "email", "offline_access"];

/** The scopes of a delegated request. */
export interface ScopeRequest {
  /** As it was sent. */
  readonly text: string;
  readonly oidc: ReadonlySet<string>;
  /** Permissions of Graph, in the spelling of the request and by their names. */
  readonly resource: readonly { readonly spelled: string; readonly name: string }[];
  /** The spelling of `.default`, which stands for everything registered. */
  readonly everything: string | undefined;
}

/** Reads scopes; a bare name means Microsoft Graph. Throws for several resources, and for what no resource has. */
export function readScopes(origin: string, text: string): ScopeRequest {
  const words = [...new Set(text.split(/\s+/).filter((word) => word !== ""))];
  if (words.length === 0) throw scopeFailure(70011, `The scope '${text}' is not valid.`);
  const oidc = new Set<string>();
  const resource: { spelled: string; name: string }[] = [];
  const foreign = new Set<string>();
  let everything: string | undefined;
  for (const word of words) {
    if (OIDC_SCOPES.includes(word.toLowerCase())) oidc.add(word.toLowerCase());
    else {
      const { owner, permission } = split(word);
      if (owner !== "" && !isGraph(origin, owner)) foreign.add(owner);
      else if (permission.toLowerCase() === ".default") everything = word;
      else resource.push({ spelled: word, name: knownPermission(permission) });
    }
  }
  if (foreign.size > 1 || (foreign.size === 1 && (resource.length > 0 || everything !== undefined))) {
    throw scopeFailure(700022, "The provided scopes are of several resources; ask for those of one.");
  }
  for (const owner of foreign) {
    throw new EntraFailure(
      "invalid_resource",
      500011,
      `The resource principal named ${owner} was not found in the tenant.`,
    );
  }
  if (everything !== undefined && resource.length > 0) {
    throw scopeFailure(70011, ".default scope can't be combined with resource-specific scopes.");
  }
  return { text, oidc, resource, everything };
}

function knownPermission(text: string): string {
  const name = delegatedPermission(text);
  if (name !== undefined) return name;
  throw new EntraFailure(
    "invalid_client",
    650053,
    `The application asked for scope '${text}' that doesn't exist on the resource '${GRAPH_APP_ID}'.`,
  );
}

function split(word: string): { owner: string; permission: string } {
  const at = word.lastIndexOf("/");
  return { owner: word.slice(0, Math.max(at, 0)).replace(/\/$/, ""), permission: word.slice(at + 1) };
}

function isGraph(origin: string, owner: string): boolean {
  return [GRAPH_AUDIENCE, GRAPH_APP_ID, origin].includes(owner.toLowerCase());
}

function scopeFailure(code: number, text: string): EntraFailure {
  return new EntraFailure(
    "invalid_scope",
    code,
    `The provided value for the input parameter 'scope' is not valid. ${text}`,
  );
}
