import { Client, type GraphRequest, MiddlewareFactory } from "@microsoft/microsoft-graph-client";
import { ask, batchOf, chunksOf, get, inBatches } from "./fetch-graph.js";
import { type GraphEventJson, listPath, viewPath } from "./graph-events.js";
import { ADDRESSES_AT_ONCE, rowsIn, type ScheduleRow, scheduleBody, schedulePath } from "./graph-schedules.js";
import type { Question } from "./question.js";

/** Requests that Outlook takes at once from an application in one mailbox. */
const PLACES = 4;

/** What people write instead of a gateway. Each gives Graph's events, of all mailboxes and calendars in one list. */
export type Script = (root: string, question: Question) => Promise<readonly GraphEventJson[]>;

interface List<T> {
  readonly value: readonly T[];
}

const viewsOf = (answers: readonly unknown[]) => answers.flatMap((answer) => (answer as List<GraphEventJson>).value);
const idsOf = (answer: unknown) => (answer as List<{ readonly id: string }>).value.map(({ id }) => id);

/** The views that one mailbox needs once its calendars are known. */
const viewsFor = ({ start, end }: Question, mailbox: string, ids: readonly string[]) =>
  ids.map((id) => viewPath(mailbox, start, end, id));

/**
 * The official SDK with its default middleware, which repeats what was refused; only the part that adds the token is
 * taken out, because it serves nothing but https.
 */
function sdkClient(root: string): (path: string) => GraphRequest {
  const authProvider = { getAccessToken: async () => "bench.token" };
  const [, ...middleware] = MiddlewareFactory.getDefaultMiddlewareChain(authProvider);
  const client = Client.initWithMiddleware({ baseUrl: `${root}/`, middleware });
  return (path) => client.api(path).header("authorization", "Bearer bench.token");
}

function sdk(root: string): (path: string) => Promise<unknown> {
  const client = sdkClient(root);
  return (path) => client(path).get();
}

async function sdkSequential(root: string, question: Question): Promise<readonly GraphEventJson[]> {
  const ask = sdk(root);
  const answers: unknown[] = [];
  for (const mailbox of question.mailboxes) {
    if (question.kind === "week") answers.push(await ask(viewPath(mailbox, question.start, question.end)));
    else {
      for (const path of viewsFor(question, mailbox, idsOf(await ask(listPath(mailbox)))))
        answers.push(await ask(path));
    }
  }
  return viewsOf(answers);
}

/** Every request as soon as it is known. */
async function unbounded(ask: (path: string) => Promise<unknown>, question: Question) {
  const answers = question.mailboxes.map(async (mailbox) => {
    if (question.kind === "week") return [await ask(viewPath(mailbox, question.start, question.end))];
    return Promise.all(viewsFor(question, mailbox, idsOf(await ask(listPath(mailbox)))).map(ask));
  });
  return viewsOf((await Promise.all(answers)).flat());
}

async function inSequence(root: string, paths: readonly string[], width: number): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (let n = 0; n < paths.length; n += width) answers.push(...(await batchOf(root, paths.slice(n, n + width))));
  return answers;
}

function batches(width: number): Script {
  return async (root, question) => {
    const { mailboxes, start, end } = question;
    if (question.kind === "week") {
      const paths = mailboxes.map((mailbox) => viewPath(mailbox, start, end));
      return viewsOf(await inBatches(root, paths, width));
    }
    const lists = await inBatches(root, mailboxes.map(listPath), width);
    const paths = mailboxes.map((mailbox, n) => viewsFor(question, mailbox, idsOf(lists[n])));
    if (width > PLACES) return viewsOf(await inBatches(root, paths.flat(), width));
    // Who knows of the limit sends no second batch to a mailbox before the first has ended.
    const answers = await Promise.all(paths.map((own) => inSequence(root, own, width)));
    return viewsOf(answers.flat());
  };
}

/** Plain requests, at most four at once for each mailbox. */
async function getPool(root: string, question: Question): Promise<readonly GraphEventJson[]> {
  const perMailbox = async (mailbox: string) => {
    if (question.kind === "week") return [await get(root, viewPath(mailbox, question.start, question.end))];
    const paths = viewsFor(question, mailbox, idsOf(await get(root, listPath(mailbox))));
    const answers: unknown[] = [];
    const worker = async () => {
      for (let path = paths.shift(); path !== undefined; path = paths.shift()) answers.push(await get(root, path));
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    return answers;
  };
  return viewsOf((await Promise.all(question.mailboxes.map(perMailbox))).flat());
}

export const SCRIPTS = {
  "sdk-sequential": sdkSequential,
  "sdk-promise-all": (root, question) => unbounded(sdk(root), question),
  "batch-20": batches(20),
  "batch-4": batches(4),
  "get-pool": getPool,
} as const satisfies Readonly<Record<string, Script>>;

export type ScriptName = keyof typeof SCRIPTS;

/** The same for free and busy times. */
export const SCHEDULE_SCRIPTS = {
  "sdk-schedules": async (root, question) => {
    const client = sdkClient(root);
    const answers = question.mailboxes.map((mailbox) =>
      client(schedulePath(mailbox)).post(scheduleBody([mailbox], question)),
    );
    return (await Promise.all(answers)).flatMap(rowsIn);
  },
  "schedules-20": async (root, question) => {
    const answers = chunksOf(question.mailboxes, ADDRESSES_AT_ONCE).map((addresses) =>
      ask(root, schedulePath(addresses[0] ?? ""), scheduleBody(addresses, question)),
    );
    return (await Promise.all(answers)).flatMap(rowsIn);
  },
} as const satisfies Readonly<Record<string, (root: string, question: Question) => Promise<readonly ScheduleRow[]>>>;

export type ScheduleScriptName = keyof typeof SCHEDULE_SCRIPTS;
