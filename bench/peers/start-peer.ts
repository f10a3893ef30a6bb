import { type Child, processOf, startChild } from "../kit/child.js";
import type { Compiled } from "../kit/compile.js";
import { post } from "../kit/post.js";
import { type Contender, type PeerName, SCRIPT_NAMES } from "./contender.js";
import { startGateway } from "./gateway.client.js";
import { type GraphEventJson, plainEvent } from "./graph-events.js";
import { digestOf, type Question } from "./question.js";
import { QUERIES } from "./rest-schema.js";
import type { ScriptAnswer } from "./scripts.server.js";

interface ViewNode {
  readonly calendarView: readonly GraphEventJson[];
}

type MailboxNode = ViewNode | { readonly calendars: readonly ViewNode[] };

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
  if (isScript(name)) return script(name, await startChild(compiled.scripts, more));
  return server(name, await startChild(compiled[name], more));
}

function isScript(name: PeerName): name is (typeof SCRIPT_NAMES)[number] {
  return (SCRIPT_NAMES as readonly string[]).includes(name);
}

function script(name: PeerName, child: Child<unknown>): Contender {
  return {
    name,
    prepare: async () => {},
    ask: (question) => child.ask<ScriptAnswer>("ask", { script: name, question }),
    ...processOf(child),
    end: () => child.end(),
  };
}

/** The servers other than the gateway answer in Graph's own words. */
function server(name: "yoga" | "mercurius" | "bare", child: Child<{ readonly url: string }>): Contender {
  const bodyOf = (question: Question) =>
    name === "bare"
      ? question
      : {
          query: QUERIES[question.kind],
          variables: { addresses: question.mailboxes, start: question.start, end: question.end },
        };
  return {
    name,
    url: child.ready.url,
    prepare: async () => {},
    ask: async (question) => {
      const { ms, status, text } = await post(child.ready.url, bodyOf(question));
      const { data, errors } = JSON.parse(text) as {
        readonly data?: { readonly mailboxes: readonly MailboxNode[] };
        readonly errors?: readonly unknown[];
      };
      if (status !== 200 || errors !== undefined || !data) {
        throw new Error(`${status}, ${errors?.length ?? 0} errors, the first: ${JSON.stringify(errors?.[0])}`);
      }
      const views = data.mailboxes.flatMap((box) => ("calendars" in box ? box.calendars : [box]));
      return { ms, digest: digestOf(views.flatMap(({ calendarView }) => calendarView.map(plainEvent))) };
    },
    ...processOf(child),
    end: () => child.end(),
  };
}
