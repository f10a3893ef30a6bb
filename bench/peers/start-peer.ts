import { type Child, processOf, startChild } from "../kit/child.js";
import type { Compiled } from "../kit/compile.js";
import { post } from "../kit/post.js";
import { type Contender, type PeerName, type ScriptPeerName, SERVER_NAMES, type ServerName } from "./contender.js";
import { startGateway } from "./gateway.client.js";
import { type GraphEventJson, plainEvent } from "./graph-events.js";
import { plainRow, type ScheduleRow } from "./graph-schedules.js";
import { digestOf, type PlainEvent, type Question } from "./question.js";
import { QUERIES } from "./rest-schema.js";
import type { ScriptAnswer } from "./scripts.server.js";

interface ViewNode {
  readonly calendarView: readonly GraphEventJson[];
}

type MailboxNode = ViewNode | { readonly calendars: readonly ViewNode[] };

type Data = { readonly mailboxes: readonly MailboxNode[] } | { readonly schedules: readonly ScheduleRow[] };

export interface StartOptions {
  /** Root of plain HTTP: sign-in is always there. */
  readonly loginUrl: string;
  readonly graphUrl: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
}

/** Starts one program against the stand-in. The caller ends it. */
export async function startPeer(name: PeerName, compiled: Compiled, options: StartOptions): Promise<Contender> {
  if (name === "gateway") return startGateway(compiled.gateway, options);
  const { graphUrl, env, execArgv } = options;
  const more = { args: [graphUrl], ...(env && { env }), ...(execArgv && { execArgv }) };
  if (isServer(name)) return server(name, await startChild(compiled[name], more));
  return script(name, await startChild(compiled.scripts, more));
}

function isServer(name: PeerName): name is ServerName {
  return (SERVER_NAMES as readonly string[]).includes(name);
}

function script(name: ScriptPeerName, child: Child<unknown>): Contender {
  return {
    name,
    prepare: async () => {},
    ask: async (question) => {
      const kind = question.kind === "free-busy" ? "askSchedules" : "ask";
      const { ms, digest } = await child.ask<ScriptAnswer>(kind, { script: name, question });
      return { ms, answeredMs: ms, digest: () => digest };
    },
    ...processOf(child),
    end: () => child.end(),
  };
}

/** The servers other than the gateway answer in Graph's own words. */
function server(name: Exclude<ServerName, "gateway">, child: Child<{ readonly url: string }>): Contender {
  const isPlain = name === "bare" || name === "floor";
  return {
    name,
    url: child.ready.url,
    prepare: async () => {},
    ask: async (question) => {
      const { ms, answeredMs, status, body } = await post(child.ready.url, isPlain ? question : operationOf(question));
      const { data, errors } = body as { readonly data?: Data; readonly errors?: readonly unknown[] };
      if (status !== 200 || errors !== undefined || !data) {
        throw new Error(`${status}, ${errors?.length ?? 0} errors, the first: ${JSON.stringify(errors?.[0])}`);
      }
      return { ms, answeredMs, digest: () => digestOf(plainOf(data, question)) };
    },
    ...processOf(child),
    end: () => child.end(),
  };
}

function operationOf({ kind, mailboxes, start, end }: Question) {
  if (kind === "free-busy") throw new Error("Free and busy times are no part of this program's schema.");
  return { query: QUERIES[kind], variables: { addresses: mailboxes, start, end } };
}

function plainOf(data: Data, question: Question): PlainEvent[] {
  if ("schedules" in data) return data.schedules.flatMap((row) => plainRow(row, question));
  const views = data.mailboxes.flatMap((box) => ("calendars" in box ? box.calendars : [box]));
  return views.flatMap(({ calendarView }) => calendarView.map(plainEvent));
}
