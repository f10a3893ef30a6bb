import { decodeJwt, decodeProtectedHeader } from "jose";
import type { App, Tenant } from "../core/directory.model.js";
import type { ReadAssertion } from "./assertion-claims.js";
import { verifyCertificateAssertion } from "./certificate-assertion.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";
import { verifyFederatedAssertion } from "./federated-assertion.js";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

/** Checks the assertion pair of the form: signed by the application's certificate, or a trusted issuer's token. */
export async function assertClientAssertion(call: EntraCall, app: App, tenant: Tenant): Promise<void> {
  const type = call.form.get("client_assertion_type");
  if (type !== ASSERTION_TYPE) {
    throw new EntraFailure(
      "invalid_request",
      type === null || type === "" ? 900144 : 90023,
      type === null || type === ""
        ? "The request body must contain the following parameter: 'client_assertion_type'."
        : "The value of the parameter 'client_assertion_type' is not supported.",
    );
  }
  const assertion = readAssertion(call.form.get("client_assertion") ?? "");
  // Other issuers are named by a URL, the application itself by its id.
  if (assertion.claims.iss?.includes("://")) await verifyFederatedAssertion(call, app, assertion);
  else await verifyCertificateAssertion(call, app, tenant, assertion);
}

function readAssertion(jwt: string): ReadAssertion {
  try {
    return { jwt, header: decodeProtectedHeader(jwt), claims: decodeJwt(jwt) };
  } catch {
    throw new EntraFailure("invalid_client", 50027, "JWT token is invalid or malformed.");
  }
}
