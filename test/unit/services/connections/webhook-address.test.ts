import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test, vi } from "vitest";
import { newMeter } from "../../../../src/lib/call.js";
import type { CheckContext } from "../../../../src/services/connections/verification/check.js";
import { webhookAddressCheck } from "../../../../src/services/connections/verification/checks/webhook-address.check.js";

function contextWith(publicUrl: string, fetchFn: typeof fetch): CheckContext {
  const call = { signal: new AbortController().signal, requestId: "r", traceparent: "", meter: newMeter() };
  return { deps: { publicUrl, fetch: fetchFn }, call } as unknown as CheckContext;
}

describe("WEBHOOK_ADDRESS", () => {
  test.each(["http://localhost:4000", "https://127.0.0.1", "https://[::1]:8443", "https://gateway.localhost"])(
    "%s is this machine itself, and nothing is asked",
    async (publicUrl) => {
      const fetchFn = vi.fn();

      expect(await webhookAddressCheck.run(contextWith(publicUrl, fetchFn))).toMatchObject({ state: "SKIPPED" });
      expect(fetchFn).not.toHaveBeenCalled();
    },
  );

  test("plain http is a hint, and nothing is asked", async () => {
    const fetchFn = vi.fn();

    const finding = await webhookAddressCheck.run(contextWith("http://calendars.example", fetchFn));
    expect(finding).toMatchObject({ state: "HINT", observed: expect.stringContaining("not https") });
    expect(fetchFn).not.toHaveBeenCalled();
  });

  test.each([
    [200, "PASSED", "Microsoft's own way to it was not tested"],
    [502, "HINT", "status 502"],
    [302, "HINT", "status 302"],
  ])("https that answers with %d is %s, and says what was tested", async (status, state, observed) => {
    const server = createServer((_req, res) => res.writeHead(status, { location: "/" }).end());
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const asked: string[] = [];
    const fetchFn = ((url: string, init: RequestInit) => {
      asked.push(url);
      return fetch(`http://127.0.0.1:${port}/`, init);
    }) as typeof fetch;

    const finding = await webhookAddressCheck.run(contextWith("https://calendars.example", fetchFn));

    expect(finding).toMatchObject({ state, observed: expect.stringContaining(observed) });
    expect(asked).toEqual(["https://calendars.example/health/live"]);
    await new Promise((resolve) => server.close(resolve));
  });

  test("https that cannot be reached is a hint", async () => {
    const fetchFn = vi.fn().mockRejectedValue(new TypeError("fetch failed"));

    const finding = await webhookAddressCheck.run(contextWith("https://calendars.example", fetchFn));
    expect(finding).toMatchObject({ state: "HINT", observed: expect.stringContaining("could not reach it") });
  });
});
