import type { App, RedirectUri } from "../core/directory.model.js";
import { EntraFailure } from "./entra-failure.js";

/** The registered reply address; AADSTS900971 when there is none at all, 50011 when it is not this one. */
export function assertRedirectUri(app: App, uri: string): RedirectUri {
  if (app.redirectUris.length === 0) {
    throw new EntraFailure("invalid_request", 900971, "No reply address provided.");
  }
  const registered = findRedirectUri(app, uri);
  if (registered !== undefined) return registered;
  throw new EntraFailure(
    "invalid_request",
    50011,
    `The redirect URI '${uri}' specified in the request does not match the redirect URIs configured for the application '${app.appId}'. Make sure the redirect URI sent in the request matches one added to the application.`,
  );
}

/** Addresses are compared letter by letter; only the port of `localhost` may be any. */
export function findRedirectUri(app: App, uri: string): RedirectUri | undefined {
  if (!/^[\x21-\x7e]+$/.test(uri)) return undefined;
  return app.redirectUris.find((registered) => registered.uri === uri || samePlaceOnLocalhost(registered.uri, uri));
}

function samePlaceOnLocalhost(registered: string, uri: string): boolean {
  const port = /^(http:\/\/localhost)(?::\d{1,5})?(?=[/?]|$)/;
  const bare = (text: string) => (port.test(text) ? text.replace(port, "$1") : undefined);
  return URL.canParse(uri) && bare(registered) !== undefined && bare(registered) === bare(uri);
}
