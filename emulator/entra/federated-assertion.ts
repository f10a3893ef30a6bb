import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from "jose";
import type { App, FederatedCredential } from "../core/directory.model.js";
import { assertTimeWindow, type ReadAssertion } from "./assertion-claims.js";
import { signatureFailure } from "./certificate-assertion.js";
import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";

const FETCH_TIMEOUT_MS = 5_000;
const LARGEST_DOCUMENT = 256 * 1024;
const LOOPBACK = new Set(["127.0.0.1", "[::1]", "localhost"]);

/** Another issuer's token, which stands for the application when a federated credential says so. */
export async function verifyFederatedAssertion(call: EntraCall, app: App, assertion: ReadAssertion): Promise<void> {
  const { claims, jwt } = assertion;
  const credential = matchingCredential(app, assertion);
  if (claims.idtyp === "user" || "scp" in claims) {
    throw new EntraFailure("invalid_client", 700229, "A token of a user cannot be used as a federated credential.");
  }
  const keys = credential.keys ?? (await fetchKeys(credential.issuer, call.request.signal));
  try {
    await jwtVerify(jwt, createLocalJWKSet({ keys: [...keys] } as JSONWebKeySet), {
      algorithms: ["RS256"],
      // Times are checked below, with the answer that Entra has for them.
      currentDate: new Date(0),
      clockTolerance: Number.MAX_SAFE_INTEGER,
    });
  } catch {
    throw signatureFailure("No key of the issuer verifies the signature.");
  }
  assertTimeWindow(call, claims);
}

/** Issuer, subject and audience must be those of one credential, letter by letter. */
function matchingCredential(app: App, { claims }: ReadAssertion): FederatedCredential {
  const refuse = (code: number, what: string) =>
    new EntraFailure(
      "invalid_client",
      code,
      `No matching federated identity record found for presented assertion${what}. Check the credential's subject, audience and issuer against the presented assertion.`,
    );
  if (app.federatedCredentials.length === 0) throw refuse(70021, "");
  const byIssuer = app.federatedCredentials.filter(({ issuer }) => issuer === claims.iss);
  if (byIssuer.length === 0) throw refuse(700211, ` issuer '${claims.iss}'`);
  const bySubject = byIssuer.filter(({ subject }) => subject === claims.sub);
  if (bySubject.length === 0) throw refuse(700213, ` subject '${claims.sub}'`);
  const audiences = [claims.aud ?? []].flat();
  const match = bySubject.find(({ audience }) => audiences.length === 1 && audiences[0] === audience);
  if (match === undefined) throw refuse(700212, ` audience '${audiences.join(" ")}'`);
  return match;
}

/** The keys behind the issuer's discovery document. Only issuers on this machine are asked. */
async function fetchKeys(issuer: string, signal: AbortSignal): Promise<readonly Record<string, unknown>[]> {
  const document = await fetchJson(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, signal);
  const { keys } = await fetchJson(String(document.jwks_uri), signal);
  return Array.isArray(keys) ? keys.filter((key) => typeof key === "object" && key !== null) : [];
}

async function fetchJson(url: string, signal: AbortSignal): Promise<Record<string, unknown>> {
  const failure = (reason: string) =>
    new EntraFailure("invalid_request", 50166, `Request to External OIDC endpoint failed. ${reason}`);
  if (!URL.canParse(url) || !LOOPBACK.has(new URL(url).hostname)) {
    throw failure("The emulator asks issuers on loopback addresses only; register the issuer's keys instead.");
  }
  const text = await fetch(url, {
    redirect: "error",
    signal: AbortSignal.any([signal, AbortSignal.timeout(FETCH_TIMEOUT_MS)]),
  })
    .then((response) => (response.ok ? response.text() : ""))
    .catch(() => "");
  try {
    const json: unknown = text.length <= LARGEST_DOCUMENT ? JSON.parse(text) : undefined;
    if (typeof json === "object" && json !== null) return json as Record<string, unknown>;
  } catch {
    // Told below like any other answer that is no document.
  }
  throw failure("The answer is no JSON document.");
}
