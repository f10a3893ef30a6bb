import { describe, expect, test } from "vitest";
import { ACTIONS, type Action, assertCan, assertCanGrant, can } from "../../../src/auth/permissions.js";
import type { Viewer } from "../../../src/auth/viewer.js";
import { ROLES, type Role } from "../../../src/entities/api-key.entity.js";
import { AppError } from "../../../src/lib/app-error.js";

const viewer = (role: Role, organizationId: string | null = role === "OWNER" ? null : "own"): Viewer => ({
  apiKeyId: "key",
  apiKeyName: "Key",
  role,
  organizationId,
});

const reads: Action[] = ["organization:read", "connection:read", "mailbox:read", "event:read"];
const allowed: Record<Role, readonly Action[]> = {
  OWNER: ACTIONS,
  ADMIN: ACTIONS.filter((action) => action !== "server:manage"),
  WRITER: [...reads, "event:write"],
  READER: reads,
};

describe.each(ROLES)("a key with the role %s", (role) => {
  test.each(ACTIONS)("is told whether it may %s in its organization", (action) => {
    expect(can(viewer(role), action, "own")).toBe(allowed[role].includes(action));
    expect(can(viewer(role), action)).toBe(allowed[role].includes(action));
  });

  test.each(ACTIONS)("cannot learn by %s that another organization exists", (action) => {
    if (role === "OWNER") {
      expect(() => assertCan(viewer(role), action, "other")).not.toThrow();
      return;
    }
    expect(can(viewer(role), action, "other")).toBe(false);
    expect(codeOf(() => assertCan(viewer(role), action, "other"))).toBe("NOT_FOUND");
  });
});

test("a role that is too low is forbidden with the role that is needed", () => {
  expect(() => assertCan(viewer("READER"), "event:write", "own")).toThrow(/role WRITER or a higher one.*role READER/);
  expect(() => assertCan(viewer("ADMIN"), "server:manage")).toThrow(/role OWNER;/);
  expect(codeOf(() => assertCan(viewer("WRITER"), "mailbox:manage", "own"))).toBe("FORBIDDEN");
});

test("a key of no organization that is not the owner's may do nothing", () => {
  expect(ACTIONS.filter((action) => can(viewer("ADMIN", null), action))).toEqual([]);
});

test("what belongs to the server itself exists for owners only", () => {
  expect(can(viewer("OWNER"), "apiKey:manage", null)).toBe(true);
  expect(can(viewer("ADMIN"), "apiKey:manage", null)).toBe(false);
  expect(codeOf(() => assertCan(viewer("ADMIN"), "apiKey:manage", null))).toBe("NOT_FOUND");
});

test("nobody grants more than they have", () => {
  expect(() => assertCanGrant(viewer("ADMIN"), "ADMIN")).not.toThrow();
  expect(() => assertCanGrant(viewer("OWNER"), "OWNER")).not.toThrow();
  expect(codeOf(() => assertCanGrant(viewer("ADMIN"), "OWNER"))).toBe("FORBIDDEN");
});

function codeOf(work: () => void): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  return undefined;
}
