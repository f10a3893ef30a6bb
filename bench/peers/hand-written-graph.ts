import { ask, batchOf, chunksOf, get, type Send } from "./fetch-graph.js";
import { listPath, viewPath } from "./graph-events.js";
import { ADDRESSES_AT_ONCE, scheduleBody, schedulePath } from "./graph-schedules.js";
import { MailboxGate } from "./mailbox-gate.js";

/** What Graph runs at a time of one batch. */
const WIDTH = 4;

interface Window {
  readonly start: string;
  readonly end: string;
}

/**
 * Graph by hand for a server with many clients: envelopes of four, plain requests where one waits for the other, four at
 * once for a mailbox, and who asks what is being asked already waits for that answer. No queue, no fairness, no budgets.
 */
export class HandWrittenGraph {
  readonly #gate = new MailboxGate();
  readonly #underWay = new Map<string, Promise<unknown>>();

  constructor(
    private readonly root: string,
    private readonly send: Send,
  ) {}

  /** The default calendar of each mailbox, in the order of the mailboxes. */
  views(mailboxes: readonly string[], { start, end }: Window): Promise<readonly unknown[]> {
    const wanted = mailboxes.map((mailbox) => ({ mailbox, path: viewPath(mailbox, start, end) }));
    for (const chunk of chunksOf(
      wanted.filter(({ path }) => !this.#underWay.has(path)),
      WIDTH,
    )) {
      const paths = chunk.map(({ path }) => path);
      const answers = this.#gate.within(
        chunk.map(({ mailbox }) => mailbox),
        async () => {
          const [only, ...others] = paths;
          if (only !== undefined && others.length === 0) return [await get(this.root, only, this.send)];
          return batchOf(this.root, paths, this.send);
        },
      );
      for (const [n, path] of paths.entries()) {
        this.#remember(
          path,
          answers.then((all) => all[n]),
        );
      }
    }
    return Promise.all(wanted.map(({ path }) => this.#underWay.get(path)));
  }

  list(mailbox: string): Promise<unknown> {
    return this.#get(mailbox, listPath(mailbox));
  }

  view(mailbox: string, calendarId: string, { start, end }: Window): Promise<unknown> {
    return this.#get(mailbox, viewPath(mailbox, start, end, calendarId));
  }

  /** Free and busy times, 20 addresses a request, each asked by the first of its mailboxes. */
  schedules(mailboxes: readonly string[], window: Window): Promise<readonly unknown[]> {
    const chunks = chunksOf(mailboxes, ADDRESSES_AT_ONCE).map((addresses) => {
      const [asker = ""] = addresses;
      const work = () => ask(this.root, schedulePath(asker), scheduleBody(addresses, window), this.send);
      return this.#gate.within([asker], work);
    });
    return Promise.all(chunks);
  }

  #get(mailbox: string, path: string): Promise<unknown> {
    const underWay = this.#underWay.get(path);
    if (underWay !== undefined) return underWay;
    const answer = this.#gate.within([mailbox], () => get(this.root, path, this.send));
    this.#remember(path, answer);
    return answer;
  }

  #remember(path: string, answer: Promise<unknown>): void {
    this.#underWay.set(path, answer);
    const forget = () => void this.#underWay.delete(path);
    answer.then(forget, forget);
  }
}
