import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONNECTION_STATES, type ConnectionState } from "../../../../src/entities/connection-config.entity.js";
import { CONNECTION_CAUSES, nextState } from "../../../../src/services/connections/connection-life.js";
import { nextStepOf } from "../../../../src/services/connections/connection-next-step.js";

const states = fc.constantFrom(...CONNECTION_STATES);
const causes = fc.constantFrom(...CONNECTION_CAUSES);

describe("the life of a connection", () => {
  test("only switching on leaves DISABLED, and it leads to DRAFT", () => {
    const ways = CONNECTION_CAUSES.map((cause) => [cause, nextState("DISABLED", cause, "USE_FAILED")] as const);

    expect(ways.filter(([, to]) => to !== null)).toEqual([["SWITCHED_ON", "DRAFT"]]);
  });

  test("every state can be reached from DRAFT", () => {
    const reached = new Set<ConnectionState>(["DRAFT"]);
    for (const from of reached) {
      for (const cause of CONNECTION_CAUSES) {
        const to = nextState(from, cause);
        if (to !== null) reached.add(to);
      }
    }

    expect([...reached].sort()).toEqual([...CONNECTION_STATES].sort());
  });

  test("a change of values puts everything that is on back to DRAFT, whatever came before", () => {
    fc.assert(
      fc.property(states, causes, (from, since) => {
        expect(nextState(from, "CHANGED", since)).toBe(from === "DISABLED" ? null : "DRAFT");
      }),
    );
  });

  test.each([
    ["USE_REFUSED_CREDENTIAL", "NEEDS_RECONNECT", "ACTIVE"],
    ["USE_MISSED_CONSENT", "AWAITING_CONSENT", "ACTIVE"],
    ["USE_FAILED", "DEGRADED", "ACTIVE"],
    ["CHECK_FAILED", "DEGRADED", "ACTIVE"],
    ["CHECK_REFUSED_CREDENTIAL", "NEEDS_RECONNECT", null],
    ["CHECK_MISSED_CONSENT", "AWAITING_CONSENT", null],
    ["CREDENTIAL_LAPSED", "DEGRADED", null],
  ] as const)("what %s has found, use that works lifts or leaves: %s to %s [demand 12]", (since, state, to) => {
    expect(nextState(state, "USE_WORKED", since)).toBe(to);
  });

  test("use that works never makes a draft active: only a verification says that all of it works", () => {
    fc.assert(
      fc.property(causes, (since) => {
        expect(nextState("DRAFT", "USE_WORKED", since)).toBeNull();
      }),
    );
  });

  test("an outage hides no reason that somebody must act upon", () => {
    expect(nextState("NEEDS_RECONNECT", "USE_FAILED")).toBeNull();
    expect(nextState("AWAITING_CONSENT", "USE_FAILED")).toBeNull();
    expect(nextState("ACTIVE", "USE_FAILED")).toBe("DEGRADED");
  });
});

describe("the next step", () => {
  const connection = {
    state: "ACTIVE",
    stateCode: null,
    stateReason: null,
    access: "APPLICATION",
    cloud: "GLOBAL",
    clientId: "3f6b2c18-9d47-4a35-b1c9-8e20d7f4a511",
  } as const;

  test("is there for every state but ACTIVE, with a sentence", () => {
    for (const state of CONNECTION_STATES) {
      const step = nextStepOf({ ...connection, state });
      if (state === "ACTIVE") expect(step).toBeNull();
      else expect(step?.sentence).toMatch(/\.$/);
    }
  });

  test("for an expired secret names who mends it and leads to the portal's page [demand 10]", () => {
    const step = nextStepOf({ ...connection, state: "NEEDS_RECONNECT", stateCode: "AADSTS7000222" });

    expect(step?.sentence).toContain("verifyConnection");
    expect(step?.link).toMatch(/^https:\/\/entra\.microsoft\.com\/.*Credentials.*3f6b2c18/);
  });

  test("for a missing consent is an administrator's of the tenant [demand 2]", () => {
    const step = nextStepOf({ ...connection, state: "AWAITING_CONSENT" });

    expect(step).toMatchObject({ fixer: "TENANT_ADMINISTRATOR" });
    expect(step?.link).toContain("CallAnAPI");
  });

  test("leads into the portal of the connection's own cloud [demand 15]", () => {
    const step = nextStepOf({ ...connection, cloud: "CHINA", state: "AWAITING_CONSENT" });

    expect(step?.link).toMatch(/^https:\/\/entra\.microsoftonline\.cn\//);
  });
});
