import type { World } from "../../core/world.js";
import { GraphFailure } from "../graph-failure.js";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

export interface WebhookAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly retryAfter: string | null;
}

/**
 * Throws 400 `InvalidRequest` for what is no URL that the emulator sends to: only loopback addresses, so that it can
 * never be made to knock at somebody's door.
 */
export function assertWebhookUrl(world: World, text: string, member: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const schemes = world.switches.plainHttpWebhooks ? ["https:", "http:"] : ["https:"];
  if (url === undefined || !schemes.includes(url.protocol)) throw invalidRequest(`'${member}' must be an HTTPS URL.`);
  if (!LOOPBACK.test(url.hostname)) throw invalidRequest(`'${member}' must be on a loopback address in this emulator.`);
}

/** Sends to a webhook; undefined when no answer came in time. Redirects are not followed. */
export async function postToWebhook(
  world: World,
  url: string,
  contentType: string,
  body: string,
  signal: AbortSignal,
): Promise<WebhookAnswer | undefined> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": contentType },
      body,
      redirect: "manual",
      signal: AbortSignal.any([signal, AbortSignal.timeout(world.switches.webhookTimeoutMs)]),
    });
    const text = await response.text();
    return {
      status: response.status,
      contentType: response.headers.get("content-type") ?? "",
      text,
      retryAfter: response.headers.get("retry-after"),
    };
  } catch {
    return undefined;
  }
}

/**
 * The handshake: the endpoint has to answer a POST with the decoded token as plain text. Throws 400 `ValidationError`
 * for another answer and 400 `InvalidRequest` for none.
 */
export async function validateWebhook(
  world: World,
  url: string,
  requestId: string,
  signal: AbortSignal,
): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${requestId}`;
  const target = `${url}${url.includes("?") ? "&" : "?"}validationToken=${encodeURIComponent(token)}`;
  const answer = await postToWebhook(world, target, "text/plain; charset=utf-8", "", signal);
  const status = answer?.status;
  world.deliveries.add({ at: world.clock.now(), kind: "validation", url, subscriptionIds: [], attempt: 1, status });
  if (answer === undefined) {
    throw invalidRequest("Subscription validation request timed out or the endpoint could not be reached.");
  }
  if (answer.status !== 200) {
    throw notValid(`Subscription validation request failed. Response must have status 200, not ${answer.status}.`);
  }
  if (!/^text\/plain\b/i.test(answer.contentType) || answer.text !== token) {
    throw notValid(
      "Subscription validation request failed. The response must hold the validation token as text/plain.",
    );
  }
}

const notValid = (message: string) => new GraphFailure(400, "ValidationError", message);
export const invalidRequest = (message: string) => new GraphFailure(400, "InvalidRequest", message);
