import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../../emulator/seed/demo-ids.js";
import { mailboxObjectGlobalId, parseRowGlobalId } from "../../src/resolvers/common/global-id.js";
import { FUTURE, makeEvent } from "./events.js";
import type { TestGateway } from "./gateway.js";
import type { CreateEventInput } from "./generated/operations.js";
import type { TestOrganization } from "./organization.js";

/** A mailbox of the demo tenant as the emulator keeps it. */
export function storedMailbox({ emulator }: TestGateway, address: string) {
  return emulator.store.userByMail(emulator.store.tenant(DEMO_TENANT_ID)!, address)!.mailbox!;
}

/** The event of a stored mailbox with this subject. */
export function storedEvent(gateway: TestGateway, address: string, subject: string) {
  return [...storedMailbox(gateway, address).events.values()].find((event) => event.subject === subject);
}

let count = 0;

/**
 * A meeting of the organization's first mailbox with the second one; the ids of both copies. The organization's
 * addresses must be those of Ines and Tomasz, in this order.
 */
export async function makeMeeting(
  gateway: TestGateway,
  organization: TestOrganization,
  over: Partial<CreateEventInput> = {},
) {
  count += 1;
  const subject = over.subject ?? `Meeting ${count}`;
  const attendees = over.attendees ?? [{ address: DEMO_USERS.tomasz.address, name: "Tomasz" }];
  const own = await makeEvent(organization, { ...FUTURE, ...over, subject, attendees });
  const copy = storedEvent(gateway, DEMO_USERS.tomasz.address, subject);
  return { own, subject, invitedId: copy && eventId(organization.mailboxIds[1]!, copy.immutableId) };
}

/** Our id of an event that the emulator keeps. */
export function eventId(mailboxId: string, graphId: string): string {
  return mailboxObjectGlobalId("Event", { mailboxId: parseRowGlobalId("Mailbox", mailboxId), graphId });
}

/** Microsoft Graph past the gateway, with the gateway's own registration. */
export async function graphOf({ emulator }: TestGateway): Promise<{ readonly url: string; readonly token: string }> {
  const response = await fetch(`${emulator.loginUrl}/${DEMO_TENANT_ID}/oauth2/v2.0/token`, {
    method: "POST",
    body: new URLSearchParams({
      client_id: GATEWAY_APP.clientId,
      client_secret: GATEWAY_APP.clientSecret,
      grant_type: "client_credentials",
      scope: `${emulator.graphUrl}/.default`,
    }),
  });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return { url: emulator.graphUrl, token };
}
