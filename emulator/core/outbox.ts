import type { EmailAddress, ResponseKind } from "./mailbox.model.js";

export type NoticeKind =
  | "invitation"
  | "update"
  | "cancellation"
  | "response"
  /** A forwarded invitation, to the new people. */
  | "forward"
  /** What the organizer is told when an attendee forwards a meeting. */
  | "forwardNotification";

/** One message that Exchange would have mailed. */
export interface Notice {
  /** Counts up by one from 1. */
  readonly sequence: number;
  /** When it was sent, in milliseconds since the Unix epoch. */
  readonly at: number;
  readonly kind: NoticeKind;
  readonly tenantId: string;
  readonly from: EmailAddress;
  readonly to: readonly EmailAddress[];
  readonly subject: string;
  readonly iCalUId: string;
  readonly comment?: string;
  readonly response?: ResponseKind;
  /** Instants in ISO 8601, UTC. */
  readonly proposedNewTime?: { readonly start: string; readonly end: string };
}

export interface NoticeFilter {
  readonly kind?: string;
  /** SMTP addresses, in any case. */
  readonly from?: string;
  readonly to?: string;
  readonly iCalUId?: string;
}

const MOST_NOTICES = 20_000;

/** Who was mailed what. The newest 20,000 notices are kept. */
export class Outbox {
  #notices: Notice[] = [];
  #count = 0;

  add(notice: Omit<Notice, "sequence">): Notice {
    this.#count += 1;
    const kept = { sequence: this.#count, ...notice };
    this.#notices.push(kept);
    // Cutting in blocks keeps adding cheap.
    if (this.#notices.length > MOST_NOTICES * 1.1) this.#notices = this.#notices.slice(-MOST_NOTICES);
    return kept;
  }

  /** Notices that match, oldest first. */
  notices(filter: NoticeFilter = {}): readonly Notice[] {
    const isFrom = addressMatcher(filter.from);
    const isTo = addressMatcher(filter.to);
    return this.#notices.filter(
      (notice) =>
        (filter.kind === undefined || notice.kind === filter.kind) &&
        (filter.iCalUId === undefined || notice.iCalUId === filter.iCalUId) &&
        isFrom(notice.from) &&
        (filter.to === undefined || notice.to.some(isTo)),
    );
  }

  clear(): void {
    this.#notices = [];
    this.#count = 0;
  }
}

function addressMatcher(wanted: string | undefined): (actual: EmailAddress) => boolean {
  const text = wanted?.toLowerCase();
  return ({ address }) => text === undefined || address.toLowerCase() === text;
}
