import { IdentityError } from "../../../../auth/identity-error.js";
import { abortSignalOf } from "../../../../lib/cancellation.js";
import { cloudEndpoints } from "../../../../lib/clouds.js";
import { type Check, type CheckContext, failed, failedHere, passed, skipped } from "../check.js";

const TIMEOUT_MS = 10_000;
const ISSUER = /^https?:\/\/[^/]+\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/v2\.0$/i;

/** Asks for the tenant's public OpenID document, for which no credential is needed. */
export const tenantCheck: Check = {
  name: "TENANT",
  async run(context) {
    const { row, deps } = context;
    if (row.state === "DISABLED") return skipped("Not run: the connection is switched off.");
    const endpoints = cloudEndpoints(row.cloud, deps.emulator);
    if (endpoints === undefined) return skipped("Not run: the connection's cloud is not known here.");
    const url = `${endpoints.loginUrl}/${encodeURIComponent(row.tenantId)}/v2.0/.well-known/openid-configuration`;
    try {
      const document = await ask(url, context);
      const guid = ISSUER.exec(String(document.issuer))?.[1]?.toLowerCase();
      if (guid === undefined) {
        return failedHere(
          "Entra's public document names no tenant for this Tenant ID.",
          "Enter the Directory (tenant) ID of the registration's Overview page.",
        );
      }
      return passed(`The tenant exists; its Directory (tenant) ID is ${guid}.`);
    } catch (error) {
      return failed(error, context);
    }
  },
};

/** The document; notes by the way how our clock stands to Entra's. @throws IdentityError */
async function ask(url: string, { deps, call, found }: CheckContext): Promise<Readonly<Record<string, unknown>>> {
  const signal = AbortSignal.any([abortSignalOf(call.signal), AbortSignal.timeout(TIMEOUT_MS)]);
  const sentAt = deps.clock.now();
  call.meter.httpRequests++;
  const response = await deps.fetch(url, { signal, redirect: "error" }).catch(() => {
    call.signal.throwIfAborted();
    throw new IdentityError({ kind: "unavailable" });
  });
  const serverAt = Date.parse(response.headers.get("date") ?? "");
  // The header counts whole seconds, cut off: on average it is half of one behind.
  if (!Number.isNaN(serverAt)) found.aheadMs = (sentAt + deps.clock.now()) / 2 - (serverAt + 500);
  const body: unknown = await response.json().catch(() => null);
  const document = typeof body === "object" && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  if (response.ok) return document;
  const number = /AADSTS(\d+)/.exec(String(document.error_description))?.[1];
  throw new IdentityError({
    kind: response.status >= 500 || response.status === 429 ? "unavailable" : "configuration",
    httpStatus: response.status,
    ...(number !== undefined && { aadsts: Number(number) }),
  });
}
