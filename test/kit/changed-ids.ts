import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import type { TestGateway } from "./gateway.js";
import { eventId } from "./meetings.js";
import type { TestOrganization } from "./organization.js";
import type { RecordedRequest } from "./recording-proxy.js";

/** Graph's id in one of ours. */
export function graphIdOf(id: string): string {
  return parseMailboxObjectGlobalId("Event", id).graphId;
}

/**
 * Exports one event of the organization's mailbox, of Ines or the one that is named, and imports it again.
 *
 * @returns our id of what it is now.
 */
export async function reissue(
  { emulator }: Pick<TestGateway, "emulator">,
  { mailboxIds }: Pick<TestOrganization, "mailboxIds">,
  id: string,
  who: "ines" | "tomasz" = "ines",
): Promise<string> {
  const { address } = DEMO_USERS[who];
  const answer = await fetch(`${emulator.url}/emulator/tenants/${DEMO_TENANT_ID}/users/${address}/reissue`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ event: graphIdOf(id) }),
  });
  const { events } = (await answer.json()) as { events: readonly { present: string }[] };
  return eventId(mailboxIds[who === "ines" ? 0 : 1]!, events[0]!.present);
}

/** Requests as method and what they were for: an event by its name, and what of it; or a part of a search. */
export function named(
  requests: readonly RecordedRequest[],
  names: Readonly<Record<string, string>>,
): readonly string[] {
  return requests.map(({ method, path }) => {
    const [where = ""] = path.split("?");
    if (/\/calendars$/.test(where)) return "calendars";
    if (method === "GET" && /\/calendars?(\/[^/]+)?\/events$/.test(where)) return "search";
    for (const [name, id] of Object.entries(names)) {
      const [, rest] = where.split(`/events/${encodeURIComponent(graphIdOf(id))}`);
      if (rest !== undefined) return `${method} ${name}${rest}`;
    }
    return `${method} ?`;
  });
}
