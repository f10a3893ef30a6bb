import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { AppCredential } from "../../../src/auth/app-token.js";
import { AppTokenSource } from "../../../src/auth/app-token-source.js";
import { IdentityError } from "../../../src/auth/identity-error.js";
import { type Call, newMeter } from "../../../src/lib/call.js";
import { newRequestId } from "../../../src/lib/ids.js";
import { Secret } from "../../../src/lib/secret.js";
import { html, json, refusal, reset, silence, startTokenServer, type TokenServer, token } from "./token-server.js";

const SECRET = "xyz~secret+value/with=signs&more";
const TENANT = "11111111-2222-4333-8444-555555555555";

let server: TokenServer;
let offsetMs = 0;
const clock = { now: () => Date.now() + offsetMs };
let source: AppTokenSource;

beforeEach(async () => {
  offsetMs = 0;
  server = await startTokenServer();
  source = new AppTokenSource({ clock, timeoutMs: 400 });
});
afterEach(async () => {
  source.close();
  await server[Symbol.asyncDispose]();
});

function credential(changes: Partial<AppCredential> = {}): AppCredential {
  return {
    connectionId: "connection-1",
    endpoints: { loginUrl: server.url, graphUrl: server.url, graphScope: "https://graph.microsoft.com/.default" },
    isEmulator: true,
    tenantId: TENANT,
    clientId: "66666666-7777-4888-9999-aaaaaaaaaaaa",
    proof: { kind: "CLIENT_SECRET", secret: new Secret(SECRET) },
    version: 1,
    ...changes,
  };
}

function call(signal = new AbortController().signal): Call {
  return { signal, requestId: newRequestId(), traceparent: "", meter: newMeter() };
}

const failure = (promise: Promise<unknown>): Promise<IdentityError> =>
  promise.then(
    () => Promise.reject(new Error("It succeeded.")),
    (error) => (error instanceof IdentityError ? error : Promise.reject(error)),
  );

describe("asking for a token", () => {
  test("is one well-formed request, counted for the caller", async () => {
    const mine = call();
    const answer = await source.tokenFor(credential(), mine);

    expect(answer.accessToken.reveal()).toMatch(/^ey/);
    expect(answer.roles).toEqual(["Calendars.ReadWrite"]);
    expect(Math.abs(answer.expiresAt - clock.now() - 3_599_000)).toBeLessThan(5_000);
    expect(mine.meter).toEqual({ ...newMeter(), tokenRequests: 1 });
    const [request] = server.requests;
    expect(request?.path).toBe(`/${TENANT}/oauth2/v2.0/token`);
    expect(request?.form.get("grant_type")).toBe("client_credentials");
    expect(request?.form.get("scope")).toBe("https://graph.microsoft.com/.default");
    expect(request?.form.get("client_secret")).toBe(SECRET);
    expect(request?.form.get("client-request-id")).toBe(mine.requestId);
  });

  test("fifty at once are one request, and later ones are none", async () => {
    const tokens = await Promise.all(Array.from({ length: 50 }, () => source.tokenFor(credential(), call())));
    tokens.push(await source.tokenFor(credential(), call()));

    expect(server.requests).toHaveLength(1);
    expect(new Set(tokens.map((one) => one.accessToken.reveal())).size).toBe(1);
  });

  test("two connections ask each for themselves", async () => {
    const one = await source.tokenFor(credential(), call());
    const two = await source.tokenFor(credential({ connectionId: "connection-2" }), call());

    expect(server.requests).toHaveLength(2);
    expect(one.accessToken.reveal()).not.toBe(two.accessToken.reveal());
  });

  test("a caller that goes away does not take the token from the others", async () => {
    const leaving = new AbortController();
    const first = source.tokenFor(credential(), call(leaving.signal));
    const second = source.tokenFor(credential(), call());
    leaving.abort(new Error("gone"));

    await expect(first).rejects.toThrow("gone");
    expect((await second).accessToken.reveal()).toMatch(/^ey/);
    expect(server.requests).toHaveLength(1);
    await expect(source.tokenFor(credential(), call(leaving.signal))).rejects.toThrow("gone");
  });

  test("a new version of the credential is used from the next call on", async () => {
    const old = await source.tokenFor(credential(), call());
    const renewed = await source.tokenFor(
      credential({ version: 2, proof: { kind: "CLIENT_SECRET", secret: new Secret("second") } }),
      call(),
    );

    expect(server.requests.map((request) => request.form.get("client_secret"))).toEqual([SECRET, "second"]);
    expect(renewed.accessToken.reveal()).not.toBe(old.accessToken.reveal());
  });

  test("a token near its end goes on serving while one request renews it for all", async () => {
    const old = await source.tokenFor(credential(), call());
    offsetMs = 3_599_000 - 290_000;
    const during = await Promise.all([1, 2, 3].map(() => source.tokenFor(credential(), call())));
    await vi.waitFor(async () => {
      const now = await source.tokenFor(credential(), call());
      expect(now.accessToken.reveal()).not.toBe(old.accessToken.reveal());
    });

    expect(new Set(during.map((one) => one.accessToken.reveal()))).toEqual(new Set([old.accessToken.reveal()]));
    expect(server.requests).toHaveLength(2);
  });

  test("a token that has ended is asked for anew, once for all callers", async () => {
    const old = await source.tokenFor(credential(), call());
    offsetMs = 3_600_000;
    const renewed = await Promise.all([1, 2, 3].map(() => source.tokenFor(credential(), call())));

    expect(server.requests).toHaveLength(2);
    expect(new Set(renewed.map((one) => one.accessToken.reveal())).size).toBe(1);
    expect(renewed[0]?.accessToken.reveal()).not.toBe(old.accessToken.reveal());
  });

  test("past refresh_in the next token is a new one, although MSAL has the old one in its cache", async () => {
    server.next(token({ expires_in: 86_399, refresh_in: 43_199 }));
    const old = await source.tokenFor(credential(), call());
    offsetMs = 43_200_000;

    expect((await source.tokenFor(credential(), call())).accessToken.reveal()).toBe(old.accessToken.reveal());
    await vi.waitFor(async () => {
      const now = await source.tokenFor(credential(), call());
      expect(now.accessToken.reveal()).not.toBe(old.accessToken.reveal());
    });
    expect(server.requests).toHaveLength(2);
  });

  test("only so many connections are remembered, the least used goes first", async () => {
    source = new AppTokenSource({ clock, maxConnections: 2 });
    for (const id of ["a", "b", "a", "c", "a", "b"]) await source.tokenFor(credential({ connectionId: id }), call());

    expect(server.requests).toHaveLength(4);
  });

  test("a token that is no JWT serves as well, without a hint of its permissions", async () => {
    server.next(token({ access_token: "EwBopaque" }));
    const answer = await source.tokenFor(credential(), call());

    expect(answer.accessToken.reveal()).toBe("EwBopaque");
    expect(answer.roles).toBeNull();
  });
});

describe("asking for a fresh token", () => {
  test("goes to Entra although a token is at hand, and the new one is then used by all", async () => {
    await source.tokenFor(credential(), call());
    const fresh = await source.tokenFor(credential(), call(), { fresh: true });
    const later = await source.tokenFor(credential(), call());

    expect(server.requests).toHaveLength(2);
    expect(later.accessToken.reveal()).toBe(fresh.accessToken.reveal());
  });

  test("tells of a wrong secret even while an older token is still good", async () => {
    await source.tokenFor(credential(), call());
    server.next(refusal(401, "invalid_client", 7000215));

    expect((await failure(source.tokenFor(credential(), call(), { fresh: true }))).kind).toBe("configuration");
    expect((await source.tokenFor(credential(), call())).accessToken.reveal()).toMatch(/^ey/);
  });

  test("tells of an outage instead of handing out the last token", async () => {
    await source.tokenFor(credential(), call());
    server.next(reset);

    expect((await failure(source.tokenFor(credential(), call(), { fresh: true }))).kind).toBe("unavailable");
  });

  test("can follow an outage at once, although MSAL would wait a minute", async () => {
    server.next(refusal(503, "temporarily_unavailable", 90033));

    expect((await failure(source.tokenFor(credential(), call()))).kind).toBe("unavailable");
    expect((await source.tokenFor(credential(), call(), { fresh: true })).accessToken.reveal()).toMatch(/^ey/);
  });
});

describe("a refused or failed request", () => {
  test("names Entra's codes and ids, and never the secret or Entra's text", async () => {
    server.next(refusal(401, "invalid_client", 7000215));
    const error = await failure(source.tokenFor(credential(), call()));

    expect(error.facts).toEqual({
      kind: "configuration",
      aadsts: 7000215,
      oauthError: "invalid_client",
      httpStatus: 401,
      correlationId: "00000000-0000-4000-8000-00000000bbbb",
      traceId: "00000000-0000-4000-8000-00000000aaaa",
    });
    expect(error.message).toContain("AADSTS7000215");
    const printed = inspect(error, { depth: 9, showHidden: true }) + JSON.stringify(error) + error.stack;
    expect(printed).not.toContain(SECRET);
    expect(printed).not.toContain("Some words");
    expect(error.cause).toBeUndefined();
  });

  test.each([
    ["no consent", refusal(400, "invalid_grant", 65001, { suberror: "consent_required" }), "consent"],
    ["a missing service principal", refusal(401, "invalid_client", 7000229), "consent"],
    ["an unknown tenant", refusal(400, "invalid_request", 90002), "configuration"],
    ["a wrong scope", refusal(400, "invalid_scope", 70011), "bug"],
    ["an unknown number", refusal(400, "unauthorized_client", 999999999), "configuration"],
    ["a page of HTML", html(500), "unavailable"],
    ["a connection that breaks", reset, "unavailable"],
    ["an empty answer", json(200, {}), "unavailable"],
    ["an empty refusal", json(404, {}), "unavailable"],
    ["a list", json(200, []), "unavailable"],
    ["an answer that redirects", json(307, {}, { location: "/elsewhere" }), "unavailable"],
    ["no answer in time", silence, "unavailable"],
  ])("%s is told by its kind, and the next call asks again", async (_, answer, kind) => {
    server.next(answer);
    const error = await failure(source.tokenFor(credential(), call()));

    expect(error.kind).toBe(kind);
    expect((await source.tokenFor(credential(), call())).accessToken.reveal()).toMatch(/^ey/);
    expect(server.requests).toHaveLength(2);
  });

  test("fifty callers share one failure", async () => {
    server.next(refusal(401, "invalid_client", 7000222));
    const errors = await Promise.all(Array.from({ length: 50 }, () => failure(source.tokenFor(credential(), call()))));

    expect(new Set(errors.map((error) => error.facts.aadsts))).toEqual(new Set([7000222]));
    expect(server.requests).toHaveLength(1);
  });

  test("an empty secret is a fault of the configuration and asks nobody", async () => {
    const error = await failure(
      source.tokenFor(credential({ proof: { kind: "CLIENT_SECRET", secret: new Secret("") } }), call()),
    );

    expect(error.kind).toBe("configuration");
    expect(server.requests).toHaveLength(0);
  });

  test("plain http is refused unless the connection is the emulator's", async () => {
    const error = await failure(source.tokenFor(credential({ isEmulator: false }), call()));

    expect(error.kind).toBe("configuration");
    expect(server.requests).toHaveLength(0);
  });
});

describe("a wait that Entra asks for", () => {
  const tooMany = json(429, { error: "temporarily_unavailable", error_codes: [90055] }, { "retry-after": "7" });

  test("is kept to the end, for fresh tokens too, and no request is made meanwhile", async () => {
    server.next(tooMany);
    const first = await failure(source.tokenFor(credential(), call()));
    expect(first.facts).toMatchObject({ kind: "throttled", aadsts: 90055, httpStatus: 429, retryAfterMs: 7_000 });

    offsetMs = 6_000;
    for (const fresh of [false, true]) {
      const error = await failure(source.tokenFor(credential(), call(), { fresh }));
      expect(error.kind).toBe("throttled");
      expect(error.facts.retryAfterMs).toBeLessThanOrEqual(1_000);
    }
    expect(server.requests).toHaveLength(1);

    offsetMs = 7_000;
    expect((await source.tokenFor(credential(), call())).accessToken.reveal()).toMatch(/^ey/);
  });

  test("is a minute when a 429 names none", async () => {
    server.next(json(429, { error: "temporarily_unavailable" }));

    expect((await failure(source.tokenFor(credential(), call()))).facts.retryAfterMs).toBe(60_000);
  });

  test("ends when the credential is changed", async () => {
    server.next(tooMany);
    await failure(source.tokenFor(credential(), call()));

    expect((await source.tokenFor(credential({ version: 2 }), call())).accessToken.reveal()).toMatch(/^ey/);
  });
});

describe("while Entra is out of reach", () => {
  test.each([
    ["breaks the connection", reset],
    ["answers with HTML", html(502)],
    ["does not answer", silence],
    ["answers 503", refusal(503, "temporarily_unavailable", 90033)],
    ["throttles", json(429, { error: "temporarily_unavailable" }, { "retry-after": "9" })],
  ])("and %s, the last token is used until it ends", async (_, answer) => {
    server.next(token(), answer, reset);
    const last = await source.tokenFor(credential(), call());
    // Too near its end to be handed out while there is hope for a new one.
    offsetMs = 3_599_000 - 20_000;

    expect((await source.tokenFor(credential(), call())).accessToken.reveal()).toBe(last.accessToken.reveal());
    expect(server.requests).toHaveLength(2);
    offsetMs = 3_600_000;
    expect((await failure(source.tokenFor(credential(), call()))).kind).toBe("unavailable");
  });

  test("a refusal of the credential is not covered up by a token that is about to end", async () => {
    server.next(token(), refusal(401, "invalid_client", 7000222));
    await source.tokenFor(credential(), call());
    offsetMs = 3_599_000 - 20_000;

    expect((await failure(source.tokenFor(credential(), call()))).facts.aadsts).toBe(7000222);
  });
});
