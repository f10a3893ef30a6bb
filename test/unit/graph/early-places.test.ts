import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import type { HttpRequest, HttpResponse, Transport } from "../../../src/graph/transport.js";
import { get, newCall, newClient, newConnection } from "./kit/graph-call.js";

interface Sent {
  readonly path: string;
  /** The whole answer is here, and not read yet. */
  arrive(status?: number): void;
  /** It is read. */
  read(response?: Partial<HttpResponse>): void;
}

/** Ten requests to one mailbox of four places, over a transport that a test plays. */
function tenRequests() {
  const sent: Sent[] = [];
  const transport: Transport = {
    send: ({ url, onArrived }: HttpRequest) =>
      new Promise((resolve) => {
        sent.push({
          path: new URL(url).pathname,
          arrive: (status = 200) => onArrived?.(status),
          read: (response) => resolve({ status: 200, headers: {}, body: {}, ...response }),
        });
      }),
  };
  const { client, slept } = newClient({ transport, mailboxBudget: null, appBudget: null });
  const connection = newConnection("https://graph.example");
  const answers = Promise.all(
    Array.from({ length: 10 }, (_, n) => client.send(connection, get("ann", `/events/${n}`), newCall())),
  );
  return { sent, answers, slept };
}

/** Lets the dispatcher take its turn, and what follows of it. */
async function turns(): Promise<void> {
  for (let n = 0; n < 4; n++) await turn();
}

describe("who waits for a place of a mailbox (performance-findings P12)", () => {
  test("leaves as soon as an answer is here to its last byte, before it is read", async () => {
    const { sent, answers } = tenRequests();
    await turns();
    expect(sent).toHaveLength(4);

    sent[0]?.arrive();
    await turns();
    expect(sent).toHaveLength(5);
    sent[0]?.read();
    await turns();
    expect(sent, "a place is free once").toHaveLength(5);

    for (let n = 1; n < 10; n++) {
      sent[n]?.arrive();
      await turns();
      expect(sent).toHaveLength(Math.min(10, 5 + n));
    }
    for (const { read } of sent) read();
    expect(await answers).toHaveLength(10);
  });

  test("waits for a refusal to be read: only then it is known how long the mailbox pauses", async () => {
    const { sent } = tenRequests();
    await turns();

    sent[0]?.arrive(429);
    await turns();
    expect(sent).toHaveLength(4);
    sent[0]?.read({ status: 429, headers: { "retry-after": "7" } });
    await turns();

    // The clock of these tests goes on when somebody sleeps: the pause is over, and one request finds out.
    expect(sent).toHaveLength(5);
  });

  test("waits for an envelope to be read, whose own status says nothing of its parts", async () => {
    const sent: HttpRequest[] = [];
    const transport: Transport = {
      send: (request) => {
        sent.push(request);
        return new Promise(() => {});
      },
    };
    const { client } = newClient({ transport, perMailboxConcurrency: 1 });
    const connection = newConnection("https://graph.example");
    for (const mailbox of ["ann", "bob"]) void client.send(connection, get(mailbox), newCall());
    await turns();
    void client.send(connection, get("ann", "/events/1"), newCall());
    await turns();

    sent[0]?.onArrived?.(200);
    await turns();
    expect(sent.map(({ url }) => url)).toEqual(["https://graph.example/v1.0/$batch"]);
  });
});
