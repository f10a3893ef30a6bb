/**
 * The application permissions that a token shows, as a hint for people. The token is Microsoft's, opaque by contract
 * and not verified here, and a permission scoped in Exchange does not appear in it: never decide by this.
 * Null when the token cannot be read; empty when it can and shows none.
 */
export function rolesHintOf(accessToken: string): readonly string[] | null {
  const payload = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(accessToken)?.[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    if (typeof claims !== "object" || claims === null) return null;
    const roles: unknown = "roles" in claims ? claims.roles : [];
    return Array.isArray(roles) ? roles.filter((role): role is string => typeof role === "string") : null;
  } catch {
    return null;
  }
}
