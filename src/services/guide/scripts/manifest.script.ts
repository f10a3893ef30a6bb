import { GRAPH_APP_ID } from "../graph-permissions.js";
import type { GuideScript } from "../guide.model.js";
import { accessTypeOf, type ScriptInput } from "./script-input.js";

/** The members of an application manifest in Microsoft Graph's format. */
export function manifestScript(input: ScriptInput): GuideScript {
  const { applicationName, signInAudience, permissions, redirectUris } = input;
  const manifest = {
    displayName: applicationName,
    signInAudience,
    requiredResourceAccess: [
      {
        resourceAppId: GRAPH_APP_ID,
        resourceAccess: permissions.map((permission) => ({ id: permission.id, type: accessTypeOf(permission) })),
      },
    ],
    ...(redirectUris.length > 0 && { web: { redirectUris } }),
  };
  return {
    kind: "MANIFEST",
    fileName: "manifest.json",
    purpose:
      "Members for the registration's Manifest page, or the body of POST /applications. Consent and secret are separate.",
    text: `${JSON.stringify(manifest, null, 2)}\n`,
  };
}
