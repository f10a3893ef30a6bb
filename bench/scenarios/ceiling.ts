import autocannon from "autocannon";
import { viewPath } from "../peers/graph-events.js";
import { mailbox, week } from "../peers/question.js";
import { DEFAULT_SETTINGS } from "../upstream/settings.js";
import type { Scenario } from "./scenario.js";

const HEADERS = { authorization: "Bearer ceiling", "content-type": "application/json" };

/** What the stand-in could answer at most: every other figure has to stay well below it. */
export const CEILING: Scenario = {
  name: "ceiling",
  share: 0.01,
  about: "what the stand-in itself can answer, so that it is known not to be the bottleneck",
  async run(bench) {
    const duration = bench.pick({ smoke: 1, quick: 2, normal: 3, full: 5 });
    const { start, end } = week(0);
    await bench.upstream.set({ ...DEFAULT_SETTINGS, latency: { kind: "constant", ms: 1 } });
    const single = `${bench.upstream.url}/v1.0${viewPath(mailbox(0), start, end)}`;
    // Four of a mailbox may be open at once.
    const singles = await autocannon({
      url: single,
      method: "GET",
      headers: HEADERS,
      body: "",
      connections: 4,
      duration,
    });
    const requests = [1, 2, 3, 4].map((n) => ({ id: String(n), method: "GET", url: viewPath(mailbox(n), start, end) }));
    const body = JSON.stringify({ requests });
    const url = `${bench.upstream.url}/v1.0/$batch`;
    const batches = await autocannon({ url, method: "POST", headers: HEADERS, body, connections: 4, duration });
    const counters = await bench.upstream.counters();
    const perAnswer = counters.cpuMs / counters.inner;
    return {
      tables: [
        {
          title: "The stand-in's own ceiling: views of 25 events, 1 ms latency, 4 connections",
          columns: ["kind", "HTTP requests/s", "views/s", "429"],
          rows: [
            [
              "plain requests",
              Math.round(singles.requests.average),
              Math.round(singles.requests.average),
              singles.non2xx,
            ],
            [
              "batches of 4",
              Math.round(batches.requests.average),
              Math.round(batches.requests.average * 4),
              batches.non2xx,
            ],
          ],
          notes: [`The stand-in uses ${perAnswer.toFixed(3)} ms of processor time for a view.`],
        },
      ],
      findings: [],
    };
  },
};
