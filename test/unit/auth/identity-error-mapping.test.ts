import { ClientConfigurationError, InteractionRequiredAuthError, ServerError } from "@azure/msal-node";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toIdentityError } from "../../../src/auth/identity-error-mapping.js";
import { aadstsIn, errorAnswerOf, retryAfterOf } from "../../../src/auth/token-exchange.js";
import { rolesHintOf } from "../../../src/auth/token-roles.js";
import { jwt } from "./token-server.js";

const refused = (error: string, aadsts?: number, status = 400) =>
  toIdentityError(new Error("x"), { status, answer: { error, ...(aadsts === undefined ? {} : { aadsts }) } });

describe("the meaning of a refusal", () => {
  test.each([
    ["invalid_client", 7000215, "configuration"],
    ["unauthorized_client", 700016, "configuration"],
    ["invalid_client", 7000229, "consent"],
    ["access_denied", 90094, "consent"],
    ["invalid_grant", 65001, "consent"],
    ["invalid_grant", 53003, "configuration"],
    ["invalid_grant", 700082, "reauth"],
    ["interaction_required", 50076, "reauth"],
    ["interaction_required", 50105, "configuration"],
    ["invalid_grant", 50196, "throttled"],
    ["invalid_request", 90033, "unavailable"],
    ["invalid_request", 900144, "bug"],
    ["invalid_grant", 123, "reauth"],
    ["invalid_client", undefined, "configuration"],
    ["something_new", undefined, "bug"],
  ])("of %s with number %s is %s", (error, aadsts, kind) => {
    expect(refused(error, aadsts).kind).toBe(kind);
  });

  test("of any answer with status 429 is to wait, whatever else it says", () => {
    fc.assert(
      fc.property(fc.string(), fc.option(fc.nat(), { nil: undefined }), (error, aadsts) => {
        const mapped = refused(error, aadsts, 429);
        expect(mapped.kind).toBe("throttled");
        expect(mapped.facts.retryAfterMs).toBe(60_000);
      }),
    );
  });

  test("of an unexplained 5xx is an outage, and of anything else thrown a bug", () => {
    expect(toIdentityError(new Error("x"), { status: 502 }).kind).toBe("unavailable");
    expect(toIdentityError(new TypeError("x"), {}).kind).toBe("bug");
    expect(toIdentityError("text", {}).kind).toBe("bug");
  });

  test("is read from MSAL's errors when the wire was not watched", () => {
    const server = new ServerError("invalid_client", "c", "AADSTS7000222: words", "", "7000222", 401);
    expect(toIdentityError(server, {}).facts).toEqual({
      kind: "configuration",
      aadsts: 7000222,
      oauthError: "invalid_client",
      httpStatus: 401,
      correlationId: "c",
    });
    const interaction = new InteractionRequiredAuthError(
      "interaction_required",
      "c",
      "AADSTS50076: w",
      "basic_action",
      "",
      "t",
    );
    expect(toIdentityError(interaction, {}).facts).toMatchObject({
      kind: "reauth",
      suberror: "basic_action",
      traceId: "t",
    });
    expect(toIdentityError(new ServerError("", "c"), {}).kind).toBe("throttled");
    expect(toIdentityError(new ClientConfigurationError("authority_uri_insecure", "c"), {}).kind).toBe("configuration");
  });

  test("keeps an identity error as it is", () => {
    const error = refused("invalid_client");
    expect(toIdentityError(error, { status: 500 })).toBe(error);
  });
});

describe("reading an answer", () => {
  test("an error answer gives its codes and ids only", () => {
    expect(errorAnswerOf({ access_token: "t" })).toBeUndefined();
    expect(errorAnswerOf({ error: "e", error_description: "AADSTS70011: x", trace_id: 5, claims: "{}" })).toEqual({
      error: "e",
      aadsts: 70011,
    });
    expect(aadstsIn("no number")).toBeUndefined();
  });

  test("Retry-After is understood in seconds and as a date", () => {
    const now = Date.parse("2026-01-01T00:00:00Z");
    fc.assert(fc.property(fc.nat(100_000), (seconds) => retryAfterOf(`${seconds}`, now) === seconds * 1_000));
    expect(retryAfterOf("Thu, 01 Jan 2026 00:00:30 GMT", now)).toBe(30_000);
    expect(retryAfterOf("Wed, 31 Dec 2025 00:00:00 GMT", now)).toBe(0);
    expect(retryAfterOf("soon", now)).toBeUndefined();
    expect(retryAfterOf(null, now)).toBeUndefined();
  });

  test("roles are read from a JWT, and no text whatever breaks the reader", () => {
    expect(rolesHintOf(jwt({ roles: ["A", 5, "B"] }))).toEqual(["A", "B"]);
    expect(rolesHintOf(jwt({}))).toEqual([]);
    expect(rolesHintOf(jwt(null))).toBeNull();
    expect(rolesHintOf(jwt({ roles: "A" }))).toBeNull();
    fc.assert(fc.property(fc.string(), (text) => void rolesHintOf(`a.${text}.b`)));
  });
});
