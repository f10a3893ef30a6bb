import { calendarName, Documents } from "./documents.js";
import { fault, type GraphAnswer, JSON_HEADERS } from "./fault.js";
import {
  type Asked,
  changesAsked,
  isBroken,
  isRefused,
  latencyMs,
  listAsked,
  schedulesAsked,
  viewAsked,
} from "./latency.js";
import { readScheduleBody } from "./schedule-body.js";
import { PLACES, RETRY_AFTER_S, type UpstreamSettings } from "./settings.js";

/** One request, alone or a part of a batch. */
export interface GraphAsk {
  readonly method: string;
  /** Below the version. */
  readonly path: string;
  readonly body?: unknown;
  /** Root of Graph as the client knows it: links in answers lead there. */
  readonly root: string;
  /** Whose budgets it spends: limits hold for each application. */
  readonly app: string;
}

export interface GraphTally {
  inner: number;
  crowded: number;
  refused: number;
}

const CALENDAR =
  /^\/users\/([^/]+)\/(?:calendar\/|calendars\/([^/]+)\/)?(calendarView(?:\/delta)?|calendars|events|getSchedule)$/;

/** Graph's calendars with its limit of four requests at once for an application and mailbox. */
export class BenchGraph {
  settings: UpstreamSettings;
  tally: GraphTally = { inner: 0, crowded: 0, refused: 0 };
  readonly #documents = new Documents();
  readonly #open = new Map<string, number>();
  /** What was refused or broken already: each thing is only once. */
  readonly #done = new Set<string>();
  /** Subjects of written events with how many events each has, and the answers by transaction id. */
  readonly #written = new Map<string, number>();
  readonly #transactions = new Map<string, GraphAnswer>();

  constructor(settings: UpstreamSettings) {
    this.settings = settings;
  }

  reset(settings: UpstreamSettings): void {
    this.settings = settings;
    this.tally = { inner: 0, crowded: 0, refused: 0 };
    this.#done.clear();
    this.#written.clear();
    this.#transactions.clear();
  }

  written(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#written);
  }

  /** Answers after the request's latency; refusals come at once. */
  answer(ask: GraphAsk, then: (answer: GraphAnswer) => void): void {
    this.tally.inner += 1;
    const [path = "", query = ""] = ask.path.split("?");
    const [, user, calendar, what = ""] = CALENDAR.exec(path) ?? [];
    if (user === undefined) {
      then(fault(404, "ResourceNotFound", "No such path in this stand-in."));
      return;
    }
    const mailbox = decodeURIComponent(user);
    const { asked, work } = this.#plan(ask, mailbox, calendar && decodeURIComponent(calendar), what, query);
    const place = `${ask.app}|${mailbox}`;
    const open = this.#open.get(place) ?? 0;
    if (open >= PLACES) {
      this.tally.crowded += 1;
      then(throttled("Application is over its MailboxConcurrency limit."));
    } else if (this.#once("refused", asked, isRefused(this.settings, asked))) {
      this.tally.refused += 1;
      then(throttled("Too many requests."));
    } else {
      this.#open.set(place, open + 1);
      setTimeout(
        () => {
          this.#close(place);
          then(work());
        },
        latencyMs(this.settings, asked),
      );
    }
  }

  #close(place: string): void {
    const left = (this.#open.get(place) ?? 1) - 1;
    if (left === 0) this.#open.delete(place);
    else this.#open.set(place, left);
  }

  #plan(
    { method, body, root, path }: GraphAsk,
    mailbox: string,
    calendar: string | undefined,
    what: string,
    query: string,
  ): { asked: Asked; work: () => GraphAnswer } {
    if (what === "events" && method === "POST") return this.#write(mailbox, body);
    if (what === "getSchedule" && method === "POST") return this.#schedules(mailbox, body);
    if (what === "calendars") return { asked: listAsked(mailbox), work: () => ok(this.#documents.calendars(mailbox)) };
    const asked = new URLSearchParams(query);
    const start = new Date(asked.get("startDateTime") ?? 0).toISOString();
    const name = calendarName(calendar);
    const events = this.settings.events;
    if (what === "calendarView/delta") {
      // Nothing ever changes here: a round with a token is empty.
      const link = asked.has("$deltatoken") ? path : `${path}&$deltatoken=1`;
      const ready = () =>
        this.#documents.changes(mailbox, name, start, `${root}${link}`, asked.has("$deltatoken") ? 0 : events);
      return { asked: changesAsked(mailbox, start), work: () => ok(ready()) };
    }
    return {
      asked: viewAsked(mailbox, name, start),
      work: () => ok(this.#documents.view(mailbox, name, start, asked.get("$select") ?? "", events)),
    };
  }

  #schedules(asker: string, body: unknown): { asked: Asked; work: () => GraphAnswer } {
    const read = readScheduleBody(body);
    if ("refusal" in read) return { asked: schedulesAsked(asker, ""), work: () => read.refusal };
    const { addresses, start, end, interval } = read;
    const events = this.settings.events;
    const work = () => ok(this.#documents.schedules(addresses, start, end, interval, events));
    return { asked: schedulesAsked(asker, start), work };
  }

  #write(mailbox: string, body: unknown): { asked: Asked; work: () => GraphAnswer } {
    const event = body as { readonly subject?: string; readonly transactionId?: string };
    const subject = String(event.subject);
    const asked = { mailbox, what: `write|${subject}` };
    const work = () => {
      const known = event.transactionId === undefined ? undefined : this.#transactions.get(event.transactionId);
      const answer = known ?? this.#store(event, subject);
      return this.#once("broken", asked, isBroken(this.settings, asked))
        ? fault(503, "ServiceUnavailable", "The service is unavailable.")
        : answer;
    };
    return { asked, work };
  }

  #store(event: { readonly transactionId?: string }, subject: string): GraphAnswer {
    const count = (this.#written.get(subject) ?? 0) + 1;
    this.#written.set(subject, count);
    const id = `written-${subject}-${count}`;
    const body = Buffer.from(JSON.stringify({ ...NEW_EVENT, ...event, id }));
    const answer = { status: 201, headers: JSON_HEADERS, body };
    if (event.transactionId !== undefined) this.#transactions.set(event.transactionId, answer);
    return answer;
  }

  #once(kind: string, { mailbox, what }: Asked, happens: boolean): boolean {
    if (!happens) return false;
    const key = `${kind}|${mailbox}|${what}`;
    if (this.#done.has(key)) return false;
    this.#done.add(key);
    return true;
  }
}

/** Graph answers a new event whole. One whose sensitivity is not told counts as private, and shows no subject. */
const NEW_EVENT = { "@odata.etag": 'W/"1"', sensitivity: "normal", isAllDay: false, type: "singleInstance" };

function ok(body: Buffer): GraphAnswer {
  return { status: 200, headers: JSON_HEADERS, body };
}

function throttled(message: string): GraphAnswer {
  return fault(429, "ApplicationThrottled", message, { "Retry-After": String(RETRY_AFTER_S) });
}
