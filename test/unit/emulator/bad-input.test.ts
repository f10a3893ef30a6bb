import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askToken, eventBody, startTenant } from "./kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
beforeAll(async () => {
  started = await startTenant();
  started.emulator.switches.mailboxConcurrency = undefined;
});
afterAll(() => started.emulator.close());

const members = [
  "subject",
  "body",
  "start",
  "end",
  "isAllDay",
  "attendees",
  "location",
  "locations",
  "categories",
  "showAs",
  "onlineMeetingProvider",
  "transactionId",
  "recurrence",
  "__proto__",
];
const runs = { numRuns: 60 };

test("whatever JSON an event is made of, the answer is an event or one of Graph's refusals", async () => {
  const body = fc.dictionary(fc.constantFrom(...members), fc.jsonValue());
  await fc.assert(
    fc.asyncProperty(body, async (parts) => {
      const { status, json } = await started.graph.post(`/users/${started.ann.id}/events`, eventBody(parts));
      expect([201, 400, 501]).toContain(status);
      if (status !== 201) expect(json.error.code).not.toBe("EmulatorDefect");
    }),
    runs,
  );
});

test("whatever a path or a query holds, there is an answer of Graph's", async () => {
  const word = fc.string({ maxLength: 12 }).map(encodeURIComponent);
  await fc.assert(
    fc.asyncProperty(fc.array(word, { maxLength: 5 }), word, async (path, query) => {
      const { status } = await started.graph.get(`/users/${started.ann.id}/${path.join("/")}?${query}`);
      expect([200, 400, 404, 501]).toContain(status);
    }),
    runs,
  );
});

test("whatever JSON a batch is made of, it is 400 or 200", async () => {
  const request = fc.record(
    {
      id: fc.jsonValue(),
      method: fc.constantFrom("GET", "POST", "x"),
      url: fc.string(),
      headers: fc.jsonValue(),
      dependsOn: fc.jsonValue(),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.array(request), fc.jsonValue()), async (requests) => {
      expect([200, 400]).toContain((await started.graph.batch(requests)).status);
    }),
    runs,
  );
});

test("whatever a token request says, it is refused with an AADSTS number", async () => {
  const form = fc.dictionary(
    fc.constantFrom("grant_type", "client_id", "client_secret", "scope"),
    fc.oneof(fc.string(), fc.constantFrom("client_credentials", started.app.appId)),
  );
  await fc.assert(
    fc.asyncProperty(form, fc.string().map(encodeURIComponent), async (parts, tenant) => {
      const { status, json } = await askToken(started.emulator, tenant === "" ? "common" : `t${tenant}`, parts);
      expect([400, 401]).toContain(status);
      expect(json.error_codes).toHaveLength(1);
    }),
    runs,
  );
});
