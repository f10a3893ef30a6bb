import { DAY_MS, MAX_REQUEST_DAYS, MAX_WINDOW_DAYS, partsOf } from "../../services/events/event-window.js";
import { MAX_MAILBOXES_PER_VIEW } from "../../services/mailboxes/mailbox-selection.service.js";
import { type ArgumentCost, UPSTREAM_REQUEST } from "./argument-cost.js";

type Arguments = Readonly<Record<string, unknown>>;

/** One request for each part of the window. */
export function viewCost({ start, end }: Arguments): ArgumentCost {
  if (!(start instanceof Date && end instanceof Date)) return { cost: UPSTREAM_REQUEST };
  const days = (end.getTime() - start.getTime()) / DAY_MS;
  // What is too long is refused with a number of its own.
  const isLong = days > MAX_REQUEST_DAYS && days <= MAX_WINDOW_DAYS;
  return { cost: (isLong ? partsOf({ start, end }).length : 1) * UPSTREAM_REQUEST };
}

/** The same for each mailbox that is named, or for as many as there may be. */
export function viewOfManyCost(args: Arguments): ArgumentCost {
  const { mailboxIds } = args;
  const mailboxes = Array.isArray(mailboxIds) ? mailboxIds.length : MAX_MAILBOXES_PER_VIEW;
  return { cost: mailboxes * viewCost(args).cost };
}
