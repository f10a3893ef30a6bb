import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import type { Logger } from "../../lib/logger.js";
import type { CallbackAnswer, ConnectPagesService } from "../../services/authorization/connect-pages.service.js";
import type { CallbackParameters } from "../../services/authorization/outcome-texts.js";
import type { Answer } from "../answer.js";
import { CallScope } from "../call-scope.js";
import type { Exchange, Route } from "../route.js";
import { readBinding, setBinding } from "./binding-cookie.js";
import { consentIntroductionPage } from "./consent-introduction.page.js";
import { outcomePage } from "./outcome.page.js";
import { faultPage, PAGE_REASONS, refusalPage } from "./refusal.page.js";

export interface ConnectPagesOptions {
  readonly pages: Pick<ConnectPagesService, "start" | "finishSignIn" | "finishConsent" | "outcome">;
  /** Where browsers reach this gateway, without a trailing slash. */
  readonly publicUrl: string;
  readonly deadlineMs: number;
  readonly clock: Clock;
  readonly log: Logger;
}

type Handle = (exchange: Exchange, query: URLSearchParams, call: Call) => Promise<Answer>;

/** Whom work for browsers is done for, where requests queue. */
const CLIENT = "connect pages";

/** The pages between an application, Microsoft and a person. Codes and states leave the address bar at once, by redirects. */
export function connectRoutes(options: ConnectPagesOptions): ReadonlyMap<string, Route> {
  const { pages, publicUrl } = options;
  const isHttps = publicUrl.startsWith("https:");
  const bindingOf = (exchange: Exchange) => (flowId: string) => readBinding(exchange.req, flowId, isHttps);
  const toResult = (query: Readonly<Record<string, string>>): Answer =>
    redirect(`${publicUrl}/connect/result?${new URLSearchParams(query)}`);
  const afterCallback = (answer: CallbackAnswer): Answer =>
    toResult(answer.kind === "done" ? { flow: answer.flowId } : { refused: answer.reason });

  const start: Handle = async (exchange, query) => {
    const handle = query.get("flow") ?? "";
    const answer = await pages.start(handle, query.get("continue") === "yes", bindingOf(exchange));
    switch (answer.kind) {
      case "refuse":
        return refusalPage(answer.reason);
      case "introduce": {
        const next = new URLSearchParams({ flow: handle, continue: "yes" });
        return consentIntroductionPage(answer.introduction, `${publicUrl}/connect/start?${next}`);
      }
      case "depart":
        return redirect(answer.location, { "set-cookie": setBinding(answer.cookie, isHttps) });
    }
  };
  const callback: Handle = async (exchange, query, call) =>
    afterCallback(await pages.finishSignIn(parametersOf(query), bindingOf(exchange), call));
  const consent: Handle = async (exchange, query, call) =>
    afterCallback(await pages.finishConsent(parametersOf(query), bindingOf(exchange), call));
  const result: Handle = async (exchange, query) => {
    const reason = PAGE_REASONS.find((known) => known === query.get("refused"));
    if (reason !== undefined) return refusalPage(reason);
    const found = await pages.outcome(query.get("flow") ?? "", bindingOf(exchange));
    return found === null ? refusalPage("gone") : outcomePage(found.outcome, found.approvalUrl);
  };

  return new Map<string, Route>([
    ["/connect/start", route("connect start", options, start)],
    ["/connect/callback", route("connect callback", options, callback)],
    ["/connect/consent", route("connect consent", options, consent)],
    ["/connect/result", route("connect result", options, result)],
  ]);
}

function route(name: string, options: ConnectPagesOptions, handle: Handle): Route {
  const { deadlineMs, clock, log } = options;
  return {
    name,
    methods: ["GET"],
    cors: false,
    access: "anyone",
    async handle(exchange) {
      const query = new URLSearchParams(exchange.search);
      // A member that stands there twice means one thing to one reader and another to the next.
      if (new Set(query.keys()).size !== [...query.keys()].length) return refusalPage("invalid");
      const { res, requestId, traceparent } = exchange;
      const scope = new CallScope(
        res,
        { requestId, traceparent, client: CLIENT, idempotencyKey: undefined },
        { deadlineMs, clock },
      );
      try {
        return await scope.within(handle(exchange, query, scope.call));
      } catch (error) {
        log.error({ requestId, route: name, err: error }, "a connect page failed");
        return faultPage(requestId);
      } finally {
        scope.end();
      }
    },
  };
}

/** 303: the next request is a GET whatever this one was, and this address stays out of the history. */
function redirect(location: string, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 303, headers: { location, ...headers }, body: "" };
}

function parametersOf(query: URLSearchParams): CallbackParameters {
  return {
    state: query.get("state"),
    code: query.get("code"),
    error: query.get("error"),
    errorSubcode: query.get("error_subcode"),
    errorDescription: query.get("error_description"),
    tenant: query.get("tenant"),
  };
}
