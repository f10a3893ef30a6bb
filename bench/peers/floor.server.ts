/**
 * The floor: one node:http server that asks Graph by hand, takes the members that were asked for, and writes its answer in
 * one piece. No GraphQL, no accounts, no database, no scheduler of ours: what anybody needs who answers over HTTP here.
 */
import { serveParent } from "../kit/child-side.js";
import { type GraphEventJson, onlyAsked } from "./graph-events.js";
import * as schedules from "./graph-schedules.js";
import { HandWrittenGraph } from "./hand-written-graph.js";
import { listenForQuestions } from "./plain-server.js";
import type { Question } from "./question.js";
import { undiciSend } from "./undici-send.js";

const [root = ""] = process.argv.slice(2);
const graph = new HandWrittenGraph(root, undiciSend(root));

const eventsIn = (answer: unknown) => (answer as { readonly value: readonly GraphEventJson[] }).value.map(onlyAsked);
const idsIn = (answer: unknown) =>
  (answer as { readonly value: readonly { readonly id: string }[] }).value.map(({ id }) => id);

async function answer({ kind, mailboxes, start, end }: Question): Promise<unknown> {
  const window = { start, end };
  if (kind === "free-busy") {
    const answers = await graph.schedules(mailboxes, window);
    return { data: { schedules: answers.flatMap((one) => schedules.rowsIn(one).map(schedules.onlyAsked)) } };
  }
  if (kind === "week") {
    const views = await graph.views(mailboxes, window);
    return {
      data: { mailboxes: mailboxes.map((address, n) => ({ address, calendarView: eventsIn(views[n]) })) },
    };
  }
  const lists = mailboxes.map(async (address) => {
    const ids = idsIn(await graph.list(address));
    const calendars = ids.map(async (id) => ({ calendarView: eventsIn(await graph.view(address, id, window)) }));
    return { address, calendars: await Promise.all(calendars) };
  });
  return { data: { mailboxes: await Promise.all(lists) } };
}

serveParent({ url: await listenForQuestions(answer) }, {});
