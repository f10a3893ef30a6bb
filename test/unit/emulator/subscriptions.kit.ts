import { eventBody, type Json, START } from "./kit.js";
import { startOffice } from "./meeting-kit.js";
import { selfSigned } from "./self-signed.kit.js";
import { startWebhook } from "./webhook.kit.js";

const MINUTE = 60_000;

/** For resource data; one pair is enough for a file, because keys take time to make. */
export const { certificate, privateKey } = selfSigned();

export const inMinutes = (minutes: number) => new Date(START + minutes * MINUTE).toISOString();

/** An office and an endpoint that is told of changes in Ann's calendar. */
export async function startSubscriber() {
  const office = await startOffice();
  const hook = await startWebhook();
  const wish = (over: Record<string, unknown> = {}) => ({
    changeType: "created,updated,deleted",
    notificationUrl: `${hook.url}/changes`,
    resource: `${office.base("ann")}/events`,
    expirationDateTime: inMinutes(60),
    clientState: "a shared word",
    ...over,
  });
  return {
    office,
    hook,
    wish,
    subscribe: (over: Record<string, unknown> = {}) => office.graph.post("/subscriptions", wish(over)),
    addEvent: (over: Record<string, unknown> = {}) =>
      office.graph.post(`${office.base("ann")}/events`, eventBody(over)),
    /** What has arrived, once everything that is on its way has. */
    arrived: async (): Promise<Json[]> => {
      await office.emulator.settled();
      return hook.take();
    },
    close: () => Promise.all([office.emulator.close(), hook.close()]),
  };
}

export type Subscriber = Awaited<ReturnType<typeof startSubscriber>>;
