import type { Call } from "../../lib/call.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import { getCalendar } from "./get-calendar.js";

export interface ProbeCalendarInput {
  /** Graph user id or address. */
  readonly mailbox: string;
}

/**
 * The cheapest proof that the connection reaches a mailbox: resolves when it does, else rejects with Graph's own
 * reason, for example 403 `ErrorAccessDenied` or 404 `MailboxNotEnabledForRESTAPI`.
 */
export async function probeCalendar(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox }: ProbeCalendarInput,
  call: Call,
): Promise<void> {
  await getCalendar(client, connection, { mailbox, select: ["id"] }, call);
}
