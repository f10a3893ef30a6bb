import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { KEY, startEdge, type TestEdge } from "./kit.js";

describe("the GraphQL over HTTP audit suite", () => {
  let running: TestEdge;
  beforeAll(async () => {
    running = await startEdge();
  });
  afterAll(() => running.close());

  const audits = serverAudits({
    url: () => `${running.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, authorization: KEY } }),
  });

  test("has the audits that this project counts on", () => {
    expect(audits).toHaveLength(61);
  });

  for (const audit of audits) {
    test(`${audit.id} ${audit.name}`, async () => {
      const result = await audit.fn();
      expect(result.status, "reason" in result ? result.reason : undefined).toBe("ok");
    });
  }
});
