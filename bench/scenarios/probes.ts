import { startChild } from "../kit/child.js";
import type { ProbeFacts } from "../probes.server.js";
import type { Scenario } from "./scenario.js";

export const PROBES: Scenario = {
  name: "probes",
  share: 0.003,
  about: "queries in which an executor may go its own way, answered by compiled code and by graphql-js",
  async run(bench) {
    const child = await startChild(bench.compiled.probes);
    try {
      const facts = await child.ask<readonly ProbeFacts[]>("probes");
      const equal = facts.filter(({ isEqual }) => isEqual);
      const failing = facts.filter(({ hasErrors }) => hasErrors);
      const others = facts.filter(({ isEqual }) => !isEqual).map(({ what }) => what);
      return {
        tables: [
          {
            title: "Compiled code beside graphql-js, byte for byte, errors and null propagation included",
            columns: ["probes", "of them with errors", "equal", "that differ"],
            rows: [[facts.length, failing.length, equal.length, others.join(", ")]],
            notes: ["The tests compare 1,300 generated queries more (test/unit/api/execution)."],
          },
        ],
        findings: [{ goal: "P23", where: "equal probes", value: equal.length, limit: facts.length, must: "least" }],
      };
    } finally {
      await child.end();
    }
  },
};
