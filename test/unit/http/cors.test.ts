import { describe, expect, test } from "vitest";
import { KEY, post, startEdge } from "./kit.js";

const ORIGIN = "https://app.example.com";
const preflight = (url: string, origin: string) =>
  fetch(`${url}/graphql`, {
    method: "OPTIONS",
    headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization" },
  });
const corsHeaders = (response: Response) =>
  [...response.headers.keys()].filter((name) => name.startsWith("access-control"));

describe("browsers on other origins", () => {
  test("get no permission by default, not even an answer to their question", async () => {
    const running = await startEdge();
    const asked = await preflight(running.url, ORIGIN);
    const answered = await post(running.url, { query: "{ hello }" }, { origin: ORIGIN });
    await running.close();
    expect(asked.status).toBe(405);
    expect(corsHeaders(asked)).toEqual([]);
    expect(corsHeaders(answered)).toEqual([]);
  });

  test("are let in when their origin is configured, refusals included", async () => {
    const running = await startEdge({ http: { corsOrigins: [ORIGIN] } });
    const asked = await preflight(running.url, ORIGIN);
    const refused = await post(running.url, { query: "{ hello }" }, { origin: ORIGIN, authorization: "Bearer no" });
    await running.close();
    expect(asked.status).toBe(204);
    expect(asked.headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(asked.headers.get("access-control-allow-methods")).toBe("GET, POST");
    expect(asked.headers.get("access-control-allow-headers")).toContain("authorization");
    expect(asked.headers.has("access-control-allow-credentials")).toBe(false);
    expect(refused.status).toBe(401);
    expect(refused.headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(refused.headers.get("vary")).toBe("Origin");
  });

  test.each(["https://app.example.com.evil.example", "http://app.example.com", "https://APP.example.com", "null"])(
    "stay out as %s when another origin is configured",
    async (origin) => {
      const running = await startEdge({ http: { corsOrigins: [ORIGIN] } });
      const asked = await preflight(running.url, origin);
      const answered = await fetch(`${running.url}/graphql?query={hello}`, { headers: { origin, authorization: KEY } });
      await running.close();
      expect(asked.status).toBe(403);
      expect(corsHeaders(asked)).toEqual([]);
      expect(answered.headers.get("vary")).toBe("Origin");
      expect(corsHeaders(answered)).toEqual([]);
    },
  );
});
