import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startGateway, type TestGateway } from "../kit/gateway.js";

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const hashOf = (query: string) => createHash("sha256").update(query).digest("hex");
const persisted = (query: string) => ({ persistedQuery: { version: 1, sha256Hash: hashOf(query) } });

test("a document is registered by its hash once, and asked for by the hash alone from then on", async () => {
  const query = "query First { viewer { role } }";
  const unknown = await gateway.owner.send({ extensions: persisted(query) });
  expect(unknown.errors?.[0]?.extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");

  const registered = await gateway.owner.send({ query, extensions: persisted(query) });
  expect(registered.data).toEqual({ viewer: { role: "OWNER" } });
  const named = await gateway.owner.send({ extensions: persisted(query) });
  expect(named.data).toEqual({ viewer: { role: "OWNER" } });
});

test("a hash of something else is refused", async () => {
  const answer = await gateway.owner.send({
    query: "query Second { viewer { role } }",
    extensions: persisted("query Other { viewer { role } }"),
  });
  expect(answer.data).toBeUndefined();
  expect(answer.errors).toHaveLength(1);
});

test("nobody without a key registers a document or learns whether one is known", async () => {
  const query = "query Third { viewer { role } }";
  await gateway.owner.send({ query, extensions: persisted(query) });
  const stranger = gateway.as("x".repeat(40));
  for (const text of [query, "query Unknown { viewer { role } }"]) {
    const answer = await stranger.send({ extensions: persisted(text) });
    expect(answer.status).toBe(401);
    expect(answer.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
  }
  const fresh = "query Fourth { viewer { role } }";
  await stranger.send({ query: fresh, extensions: persisted(fresh) });
  const asked = await gateway.owner.send({ extensions: persisted(fresh) });
  expect(asked.errors?.[0]?.extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
});

test("a document that limits refuse is not registered", async () => {
  const query = `{ ${Array.from({ length: 60 }, (_, n) => `b${n}: __typename`).join(" ")} }`;
  const refused = await gateway.owner.send({ query, extensions: persisted(query) });
  expect(refused.errors?.[0]?.extensions.code).toBe("LIMIT_EXCEEDED");
  const asked = await gateway.owner.send({ extensions: persisted(query) });
  expect(asked.errors?.[0]?.extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
});
