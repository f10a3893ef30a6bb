import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TurnDispatcher } from "../../../src/graph/dispatcher.js";
import type { Exchange, Job } from "../../../src/graph/exchange.js";
import { MailboxGate } from "../../../src/graph/mailbox-gate.js";
import type { HttpResponse } from "../../../src/graph/transport.js";
import { newCall, newConnection } from "./kit/graph-call.js";

const ROOT = "https://graph.example";
const PLACES = 4;
const WIDTH = 4;

/** The mailboxes that an exchange asks. */
function mailboxesOf({ url, body, isEnvelope }: Exchange): string[] {
  const urls = isEnvelope
    ? (JSON.parse(String(body)) as { requests: { url: string }[] }).requests.map((r) => r.url)
    : [url];
  return urls.map((each) => each.split("/users/")[1]?.split("/")[0] ?? "");
}

/** An upstream on virtual time: an exchange ends, well or badly, after so many turns; it checks every limit itself. */
class Upstream {
  readonly open = new Map<string, number>();
  asked = 0;
  broken: string[] = [];

  constructor(private readonly turns: readonly number[]) {}

  readonly send = async (exchange: Exchange): Promise<HttpResponse> => {
    const mailboxes = mailboxesOf(exchange);
    const turns = this.turns[this.asked % this.turns.length] ?? 0;
    this.asked += mailboxes.length;
    if (mailboxes.length > WIDTH) this.broken.push(`an envelope of ${mailboxes.length}`);
    for (const mailbox of mailboxes) this.#count(mailbox, 1);
    for (const mailbox of mailboxes) {
      if ((this.open.get(mailbox) ?? 0) > PLACES) this.broken.push(`too many open for ${mailbox}`);
    }
    for (let turn = 0; turn < turns; turn++) await nextTurn();
    for (const mailbox of mailboxes) this.#count(mailbox, -1);
    if (turns % 5 === 4) throw new Error("broken off");
    const responses = mailboxes.map((_, index) => ({ id: String(index + 1), status: 200 }));
    return { status: 200, headers: {}, body: exchange.isEnvelope ? { responses } : {} };
  };

  #count(mailbox: string, change: number): void {
    this.open.set(mailbox, (this.open.get(mailbox) ?? 0) + change);
  }
}

interface Arrival {
  readonly mailbox: string;
  readonly isAlone: boolean;
  readonly turnsBefore: number;
  /** Turns after which the caller goes away; undefined when it stays. */
  readonly leavesAfter: number | undefined;
}

const arrivals = fc.array(
  fc.record<Arrival>({
    mailbox: fc.constantFrom("hot", "hot", "hot", "a", "b", "c"),
    isAlone: fc.boolean(),
    turnsBefore: fc.constantFrom(0, 0, 0, 0, 1, 2),
    leavesAfter: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined, freq: 4 }),
  }),
  { maxLength: 50 },
);

test("whatever arrives, is aborted or breaks: limits hold, and every request is settled exactly once", async () => {
  const turns = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(arrivals, turns, async (workload, exchangeTurns) => {
      const upstream = new Upstream(exchangeTurns);
      const gate = new MailboxGate(PLACES);
      const dispatcher = new TurnDispatcher({ batchWidth: WIDTH, gate, exchange: upstream.send });
      const connection = newConnection(ROOT);
      const sent: Promise<string>[] = [];
      for (const { mailbox, isAlone, turnsBefore, leavesAfter } of workload) {
        for (let turn = 0; turn < turnsBefore; turn++) await nextTurn();
        const controller = new AbortController();
        const path = `/users/${mailbox}/calendar`;
        const job: Job = {
          connection,
          request: { method: "GET", path, mailbox },
          call: newCall({ signal: controller.signal }),
          target: { url: `${ROOT}/v1.0${path}`, relative: path },
          alone: isAlone,
        };
        sent.push(dispatcher.send(job).then(() => "answered", String));
        if (leavesAfter !== undefined) void leave(controller, leavesAfter);
      }

      const results = await Promise.all(sent);
      for (let turn = 0; turn < 12; turn++) await nextTurn();

      expect(upstream.broken).toEqual([]);
      expect([...upstream.open.values()].every((open) => open === 0)).toBe(true);
      expect(upstream.asked).toBeLessThanOrEqual(workload.length);
      const expected = ["answered", "gone", "Error: broken off"];
      expect(results.filter((result) => !expected.includes(result))).toEqual([]);
      // All places are free again: four more may enter each mailbox.
      for (const mailbox of ["hot", "a", "b", "c"]) {
        const entered = [1, 2, 3, 4, 5].map(() => gate.tryEnter(`${connection.id}\n${mailbox}`));
        expect(entered).toEqual([true, true, true, true, false]);
      }
    }),
    { numRuns: 60 },
  );
});

async function leave(controller: AbortController, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await nextTurn();
  controller.abort("gone");
}
