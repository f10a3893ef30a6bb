import { describe, expect, test } from "vitest";
import type { Send } from "../../../bench/peers/fetch-graph.js";
import { HandWrittenGraph } from "../../../bench/peers/hand-written-graph.js";
import { mailboxes, week } from "../../../bench/peers/question.js";

interface Part {
  readonly id: string;
  readonly url: string;
}

/** Answers each path with itself; the first `refusals` parts of a batch are refused once. */
function graphOf(refusals = 0) {
  const urls: string[] = [];
  const widths: number[] = [];
  let left = refusals;
  const send: Send = async (url, _headers, body) => {
    urls.push(url);
    if (!url.endsWith("/$batch")) return { status: 200, retryAfter: undefined, body: { asked: url, body } };
    const { requests } = JSON.parse(body ?? "") as { readonly requests: readonly Part[] };
    widths.push(requests.length);
    const responses = requests.map(({ id, url: path }) =>
      left-- > 0 ? { id, status: 429, headers: { "Retry-After": "0.01" }, body: {} } : { id, status: 200, body: path },
    );
    return { status: 200, retryAfter: undefined, body: { responses } };
  };
  return { graph: new HandWrittenGraph("http://graph", send), urls, widths };
}

describe("the floor's hand-written requests", () => {
  test("are envelopes of four, and a plain request for what is left alone", async () => {
    const { graph, urls, widths } = graphOf();
    const boxes = mailboxes(9);
    const answers = await graph.views(boxes, week(1));

    expect(widths).toEqual([4, 4]);
    expect(urls).toHaveLength(3);
    for (const [n, box] of boxes.slice(0, 8).entries()) expect(answers[n]).toContain(box);
  });

  test("are sent once for clients who ask the same while it is under way, and again afterwards", async () => {
    const { graph, widths } = graphOf();
    const ask = () => graph.views(mailboxes(8), week(1));
    const [one, other] = await Promise.all([ask(), ask()]);

    expect(other).toEqual(one);
    expect(widths).toEqual([4, 4]);
    await ask();
    expect(widths).toEqual([4, 4, 4, 4]);
  });

  test("are repeated where Graph refused them, and only those", async () => {
    const { graph, widths } = graphOf(1);

    expect(await graph.views(mailboxes(4), week(1))).toHaveLength(4);
    expect(widths).toEqual([4, 1]);
  });

  test("for free and busy times name 20 addresses each, asked by the first of them", async () => {
    const { graph, urls } = graphOf();
    const boxes = mailboxes(45);
    const answers = (await graph.schedules(boxes, week(1))) as readonly { readonly body: string }[];

    expect(urls.map((url) => url.split("/").at(5))).toEqual([boxes[0], boxes[20], boxes[40]]);
    expect(answers.map(({ body }) => JSON.parse(body).schedules.length)).toEqual([20, 20, 5]);
  });
});
