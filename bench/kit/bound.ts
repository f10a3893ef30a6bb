import type { Question } from "../peers/question.js";
import { changesAsked, isRefused, latencyMs, listAsked, schedulesAsked, viewAsked } from "../upstream/latency.js";
import { CALENDARS, PLACES, RETRY_AFTER_S, type UpstreamSettings } from "../upstream/settings.js";

/** Addresses of one getSchedule. */
const ADDRESSES_AT_ONCE = 20;

/** Up to here the best order is looked for; beyond it the least that any order could take is good enough. */
const MOST_TRIED = 8;

/**
 * The least time that anybody could answer a question in who knew every latency beforehand, and spent none of his own:
 * all mailboxes at once, four requests at a time in each.
 */
export function boundMs(question: Question, settings: UpstreamSettings): number {
  if (question.kind === "free-busy") {
    const askers = question.mailboxes.filter((_, n) => n % ADDRESSES_AT_ONCE === 0);
    const times = askers.map((asker) => latencyMs(settings, schedulesAsked(asker, question.start)));
    return settings.handshakeMs + Math.max(...times);
  }
  return (
    settings.handshakeMs + Math.max(...question.mailboxes.map((mailbox) => mailboxMs(mailbox, question, settings)))
  );
}

/** The same for a view that is brought up to date by its changes. */
export function changesBoundMs({ mailboxes, start }: Question, settings: UpstreamSettings): number {
  return Math.max(...mailboxes.map((mailbox) => latencyMs(settings, changesAsked(mailbox, start))));
}

function mailboxMs(mailbox: string, { kind, start }: Question, settings: UpstreamSettings): number {
  if (kind === "week") {
    const asked = viewAsked(mailbox, CALENDARS[0], start);
    return latencyMs(settings, asked) + (isRefused(settings, asked) ? RETRY_AFTER_S * 1_000 : 0);
  }
  const views = CALENDARS.map((calendar) => latencyMs(settings, viewAsked(mailbox, calendar, start)));
  return latencyMs(settings, listAsked(mailbox)) + shortestScheduleMs(views);
}

/** The shortest time in which some jobs can be done on four places. */
export function shortestScheduleMs(jobs: readonly number[]): number {
  const total = jobs.reduce((all, job) => all + job, 0);
  const least = Math.max(0, ...jobs, Math.ceil(total / PLACES));
  if (jobs.length > MOST_TRIED) return least;
  const longestFirst = [...jobs].sort((a, b) => b - a);
  let best = total;
  const place = (next: number, loads: readonly number[]): void => {
    const job = longestFirst[next];
    if (job === undefined) {
      best = Math.min(best, Math.max(...loads));
      return;
    }
    const tried = new Set<number>();
    for (const [n, load] of loads.entries()) {
      // Places with equal loads are alike.
      if (tried.has(load) || load + job >= best) continue;
      tried.add(load);
      place(
        next + 1,
        loads.map((other, m) => (m === n ? load + job : other)),
      );
    }
  };
  place(
    0,
    Array.from({ length: PLACES }, () => 0),
  );
  return best;
}
