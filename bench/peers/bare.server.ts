/**
 * Bare node:http over the gateway's own scheduler: what is left when GraphQL, accounts and the database are taken away.
 * Its questions and answers are plain JSON.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { loadConfig } from "../../src/config/load-config.js";
import {
  calendarView,
  createGraphClient,
  createTransport,
  type GraphConnection,
  listCalendars,
} from "../../src/graph/index.js";
import { type Call, newMeter } from "../../src/lib/call.js";
import { serveParent } from "../kit/child-side.js";
import { type GraphEventJson, SELECT } from "./graph-events.js";
import type { Question } from "./question.js";

const [root = ""] = process.argv.slice(2);
const config = loadConfig({});
const transport = createTransport({ ...config.transport, proxy: undefined });
const graph = createGraphClient({ ...config.graph, transport });
const connection: GraphConnection = { id: "bench", graphUrl: root, accessToken: async () => "bench.token" };
const select = SELECT.split(",");
let requests = 0;

async function answer({ kind, mailboxes, start, end }: Question): Promise<string> {
  requests += 1;
  const call: Call = {
    signal: new AbortController().signal,
    requestId: `bench-${requests}`,
    traceparent: "00-00000000000000000000000000000001-0000000000000001-01",
    meter: newMeter(),
  };
  const view = async (mailbox: string, calendarId?: string) => {
    const input = { mailbox, calendarId, startDateTime: start, endDateTime: end, select };
    const { items } = await calendarView(graph, connection, input, call);
    return (items as readonly GraphEventJson[]).map(toPlain);
  };
  const lists = mailboxes.map(async (mailbox) => {
    if (kind === "week") return { address: mailbox, calendarView: await view(mailbox) };
    const input = { mailbox, select: ["id", "name"], isAwaited: true };
    const { items } = await listCalendars(graph, connection, input, call);
    const calendars = await Promise.all(items.map(async ({ id }) => ({ calendarView: await view(mailbox, id) })));
    return { address: mailbox, calendars };
  });
  return JSON.stringify({ data: { mailboxes: await Promise.all(lists) } });
}

/** The same members as every other program delivers. */
function toPlain({ subject, start, end, location, attendees }: GraphEventJson): GraphEventJson {
  return {
    subject,
    start: { dateTime: start.dateTime },
    end: { dateTime: end.dateTime },
    location: { displayName: location.displayName },
    attendees: attendees.map(({ emailAddress: { name, address } }) => ({ emailAddress: { name, address } })),
  };
}

const server = createServer(async (req, res) => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const isTiny = req.url === "/tiny";
  const [status, body] = isTiny
    ? ([200, JSON.stringify({ data: { tiny: JSON.parse(text) !== null } })] as const)
    : await answer(JSON.parse(text)).then(
        (json) => [200, json] as const,
        (error: unknown) => [502, JSON.stringify({ errors: [{ message: String(error) }] })] as const,
      );
  res.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  res.end(body);
});
server.listen(0, "127.0.0.1", () => {
  serveParent({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }, {});
});
