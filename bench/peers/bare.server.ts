/**
 * Bare node:http over the gateway's own scheduler: what is left when GraphQL, accounts and the database are taken away.
 * Its questions and answers are plain JSON.
 */
import { loadConfig } from "../../src/config/load-config.js";
import {
  calendarView,
  createGraphClient,
  createTransport,
  type GraphConnection,
  getSchedule,
  listCalendars,
} from "../../src/graph/index.js";
import { type Call, newMeter } from "../../src/lib/call.js";
import { serveParent } from "../kit/child-side.js";
import { chunksOf } from "./fetch-graph.js";
import { type GraphEventJson, onlyAsked, SELECT } from "./graph-events.js";
import * as schedules from "./graph-schedules.js";
import { listenForQuestions } from "./plain-server.js";
import { INTERVAL_MINUTES, type Question } from "./question.js";

const [root = ""] = process.argv.slice(2);
const config = loadConfig({});
const transport = createTransport({ ...config.transport, proxy: undefined });
const graph = createGraphClient({ ...config.graph, transport });
const connection: GraphConnection = { id: "bench", graphUrl: root, accessToken: async () => "bench.token" };
const select = SELECT.split(",");
let requests = 0;

async function answer({ kind, mailboxes, start, end }: Question): Promise<unknown> {
  requests += 1;
  const call: Call = {
    signal: new AbortController().signal,
    requestId: `bench-${requests}`,
    traceparent: "00-00000000000000000000000000000001-0000000000000001-01",
    meter: newMeter(),
  };
  if (kind === "free-busy") {
    const rows = chunksOf(mailboxes, schedules.ADDRESSES_AT_ONCE).map(async (addresses) => {
      const window = { startDateTime: start.slice(0, 19), endDateTime: end.slice(0, 19) };
      const asked = { mailbox: addresses[0] ?? "", addresses, intervalMinutes: INTERVAL_MINUTES };
      const told = await getSchedule(graph, connection, { ...asked, ...window }, call);
      return (told as readonly schedules.ScheduleRow[]).map(schedules.onlyAsked);
    });
    return { data: { schedules: (await Promise.all(rows)).flat() } };
  }
  const view = async (mailbox: string, calendarId?: string) => {
    const input = { mailbox, calendarId, startDateTime: start, endDateTime: end, select };
    const { items } = await calendarView(graph, connection, input, call);
    return (items as readonly GraphEventJson[]).map(onlyAsked);
  };
  const lists = mailboxes.map(async (mailbox) => {
    if (kind === "week") return { address: mailbox, calendarView: await view(mailbox) };
    const input = { mailbox, select: ["id", "name"], isAwaited: true };
    const { items } = await listCalendars(graph, connection, input, call);
    const calendars = await Promise.all(items.map(async ({ id }) => ({ calendarView: await view(mailbox, id) })));
    return { address: mailbox, calendars };
  });
  return { data: { mailboxes: await Promise.all(lists) } };
}

serveParent({ url: await listenForQuestions(answer) }, {});
