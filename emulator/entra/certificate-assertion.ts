import { compactVerify } from "jose";
import type { App, Tenant } from "../core/directory.model.js";
import { assertTimeWindow, type ReadAssertion } from "./assertion-claims.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";

const ALGORITHMS = ["PS256", "RS256"];
const LOGIN_HOST = "https://login.microsoftonline.com";

/**
 * A JWT that the application signed with its own certificate. The same one may be sent again until it expires,
 * because clients reuse it; its `jti` is not kept.
 */
export async function verifyCertificateAssertion(
  call: EntraCall,
  app: App,
  tenant: Tenant,
  { jwt, header, claims }: ReadAssertion,
): Promise<void> {
  if (claims.iss !== claims.sub) {
    throw new EntraFailure("invalid_client", 50048, "The subject and the issuer of the client assertion do not match.");
  }
  if (claims.iss?.toLowerCase() !== app.appId) {
    throw new EntraFailure(
      "invalid_client",
      700021,
      "Client assertion application identifier doesn't match 'client_id' parameter.",
    );
  }
  const sha256 = header["x5t#S256"];
  const certificate = app.certificates.find(({ x5t, x5tS256 }) =>
    sha256 === undefined ? x5t === header.x5t : x5tS256 === sha256,
  );
  if (certificate === undefined) {
    throw signatureFailure("The key was not found.");
  }
  const now = call.world.clock.now();
  if (now < certificate.startsAt || now >= certificate.endsAt) throw signatureFailure("The key used is expired.");
  try {
    await compactVerify(jwt, certificate.publicKey, { algorithms: ALGORITHMS });
  } catch {
    throw signatureFailure("The key was found, but its use to verify the signature failed.");
  }
  const audiences = [claims.aud ?? []].flat().map((text) => text.toLowerCase());
  const own = audiencesOf(call, tenant);
  if (!audiences.some((text) => own.has(text))) {
    throw new EntraFailure("invalid_client", 700023, "Client assertion audience claim does not match Realm issuer.");
  }
  assertTimeWindow(call, claims);
}

export function signatureFailure(reason: string): EntraFailure {
  return new EntraFailure(
    "invalid_client",
    700027,
    `The certificate used to sign the client assertion is not registered on the application, or the signature is invalid. [Reason - ${reason}]`,
  );
}

/** The token URL and the issuer of the tenant, here and at Microsoft: a client whose host is rewritten signs for the latter. */
function audiencesOf(call: EntraCall, tenant: Tenant): ReadonlySet<string> {
  const names = [tenant.id, ...tenant.domains, call.params.tenant ?? "", "common", "organizations"];
  return new Set(
    [call.world.origin(), LOGIN_HOST].flatMap((host) =>
      names.flatMap((name) => [
        `${host}/${name}/oauth2/v2.0/token`.toLowerCase(),
        `${host}/${name}/oauth2/token`.toLowerCase(),
        `${host}/${name}/v2.0`.toLowerCase(),
      ]),
    ),
  );
}
