import type { EmailAddress, ResponseKind } from "./mailbox.model.js";

export type NoticeKind =
  | "invitation"
  | "update"
  | "cancellation"
  | "response"
  /** A forwarded invitation, to the new people. */
  | "forward"
  /** What the organizer is told when an attendee forwards a meeting. */
  | "forwardNotification"
  /** A request or response that Outlook hands to the delegates of the one it was for. */
  | "delegateCopy";

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
  /** Who sent it on behalf of `from`: a delegate, or somebody else who may write in that calendar. */
  readonly sender?: EmailAddress;
  /** Whom the groups in `to` stand for, without those named there too. */
  readonly members?: readonly EmailAddress[];
  /** On a copy for delegates: whose they are, and what that one gets besides. */
  readonly principal?: EmailAddress & { readonly gets: "nothing" | "information" | "message" };
  /** On a copy for delegates: the kind of the message that they were handed. */
  readonly copyOf?: NoticeKind;
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
        (filter.to === undefined || notice.to.some(isTo) || (notice.members ?? []).some(isTo)),
    );
  }

  /** The same outbox for somebody who acts in another's mailbox: what goes out from there names who sent it. */
  sentBy(sender: EmailAddress, owner: EmailAddress): Outbox {
    return new OutboxOnBehalf(this, sender, owner);
  }

  clear(): void {
    this.#notices = [];
    this.#count = 0;
  }
}

class OutboxOnBehalf extends Outbox {
  constructor(
    readonly whole: Outbox,
    readonly sender: EmailAddress,
    readonly owner: EmailAddress,
  ) {
    super();
  }

  // What follows by itself, such as a room's answer, is not sent by the one who acts.
  override add(notice: Omit<Notice, "sequence">): Notice {
    const isFromOwner = notice.from.address.toLowerCase() === this.owner.address.toLowerCase();
    return this.whole.add(isFromOwner ? { sender: this.sender, ...notice } : notice);
  }

  override notices(filter: NoticeFilter = {}): readonly Notice[] {
    return this.whole.notices(filter);
  }

  override clear(): void {
    this.whole.clear();
  }
}

function addressMatcher(wanted: string | undefined): (actual: EmailAddress) => boolean {
  const text = wanted?.toLowerCase();
  return ({ address }) => text === undefined || address.toLowerCase() === text;
}
