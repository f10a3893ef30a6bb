import { isIP } from "node:net";
import { abortSignalOf } from "../../../../lib/cancellation.js";
import { type Check, type Finding, passed, skipped } from "../check.js";

const TIMEOUT_MS = 5_000;

/** Microsoft sends notifications to https addresses of the internet only. What can be tested from here is tested. */
export const webhookAddressCheck: Check = {
  name: "WEBHOOK_ADDRESS",
  async run({ deps, call }) {
    const { publicUrl } = deps;
    const url = URL.canParse(publicUrl) ? new URL(publicUrl) : null;
    if (url === null) return hint("PUBLIC_URL is not an address.", "Set PUBLIC_URL.");
    if (isOwnMachine(url.hostname)) {
      return skipped(
        "PUBLIC_URL names this machine itself, which Microsoft cannot reach. Nothing was tested.",
        "Set PUBLIC_URL to an https address of the internet before notifications are used.",
      );
    }
    if (url.protocol !== "https:") {
      return hint("PUBLIC_URL is not https, and Microsoft notifies https addresses only.", "Put https in front.");
    }
    try {
      const signal = AbortSignal.any([abortSignalOf(call.signal), AbortSignal.timeout(TIMEOUT_MS)]);
      const response = await deps.fetch(`${publicUrl}/health/live`, { signal, redirect: "manual" });
      if (response.ok) {
        return passed(
          "PUBLIC_URL is https and leads from this machine back to a gateway. Microsoft's own way to it was not tested.",
        );
      }
      return hint(`PUBLIC_URL answered this machine with status ${response.status}.`, "Check the proxy in front.");
    } catch {
      call.signal.throwIfAborted();
      return hint(
        "PUBLIC_URL is https, but this machine could not reach it. Some networks do not let a machine reach itself from outside.",
        "Check its name, its certificate and the proxy in front.",
      );
    }
  },
};

function isOwnMachine(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "");
  return (
    name === "localhost" ||
    name.endsWith(".localhost") ||
    name === "::1" ||
    (isIP(name) === 4 && name.startsWith("127."))
  );
}

function hint(observed: string, action: string): Finding {
  return { state: "HINT", observed, action, fixer: "GATEWAY_OPERATOR" };
}
