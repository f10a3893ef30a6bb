import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OWNER_KEY, startGateway, type TestGateway } from "../kit/gateway.js";

/** The same audits as those of the edge alone, here with everything that stands in front of and behind Apollo. */
describe("the whole gateway under the GraphQL over HTTP audit suite", () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  const audits = serverAudits({
    url: () => `${gateway.url}/graphql`,
    fetchFn: (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...init.headers, authorization: `Bearer ${OWNER_KEY}` } }),
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
