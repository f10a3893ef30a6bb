import type { HttpAnswer } from "../../core/http-message.js";
import { windowOf } from "../events/calendar-view.routes.js";
import { expandableEvent } from "../events/event-expansions.js";
import { EVENT_PATHS, eventOfPath, eventsContext } from "../events/event-reads.routes.js";
import { occurrencesOf } from "../events/occurrences.js";
import type { MailboxCall, MailboxRoute } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { pageAnswer } from "../odata/answers.js";

/** Occurrences and exceptions of one series within a window, both bounds of which are needed. */
function listInstances(call: MailboxCall): HttpAnswer {
  const master = eventOfPath(call);
  const window = windowOf(call.options);
  if (master.series === undefined) {
    throw new GraphFailure(400, "ErrorInvalidRequest", "Only the master of a series has instances.");
  }
  const path = `${eventsContext(call)}('${encodeURIComponent(master.id)}')/instances`;
  return pageAnswer(call, expandableEvent(call), occurrencesOf(master, window), path);
}

export const instanceRoutes: readonly MailboxRoute[] = EVENT_PATHS.map((path) => ({
  kind: "mailbox",
  method: "GET",
  path: `${path}/{event}/instances`,
  needs: "basic",
  handle: listInstances,
}));
