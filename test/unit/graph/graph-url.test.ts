import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assertMayCarryToken, pathSegment, resolveTarget, withQuery } from "../../../src/graph/graph-url.js";

const ROOT = "https://graph.microsoft.com";

describe("where a path or link leads", () => {
  test.each([
    [ROOT, "/users/a/calendar", `${ROOT}/v1.0/users/a/calendar`, "/users/a/calendar"],
    [ROOT, `${ROOT}/v1.0/users/a/events?$skip=10`, `${ROOT}/v1.0/users/a/events?$skip=10`, "/users/a/events?$skip=10"],
    [ROOT, "https://GRAPH.microsoft.com:443/v1.0/users", `${ROOT}/v1.0/users`, "/users"],
    ["http://127.0.0.1:4010/graph", "/users", "http://127.0.0.1:4010/graph/v1.0/users", "/users"],
  ])("under %s, %s", (root, path, url, relative) => {
    expect(resolveTarget(root, path)).toEqual({ url, relative });
  });

  test.each([
    "https://graph.microsoft.us/v1.0/users",
    "https://graph.microsoft.com.evil.example/v1.0/users",
    "https://graph.microsoft.com@evil.example/v1.0/users",
    "https://me:pass@graph.microsoft.com/v1.0/users",
    "https://graph.microsoft.com:8443/v1.0/users",
    "http://graph.microsoft.com/v1.0/users",
    "https://graph.microsoft.com/beta/users",
    "https://graph.microsoft.com/v1.0/../beta/users",
    "file:///v1.0/users",
    "https://",
    "/../beta/users",
    "/%2e%2e/beta/users",
  ])("%s is refused", (link) => {
    expect(() => resolveTarget(ROOT, link)).toThrow(expect.objectContaining({ code: "ForeignLink", status: 0 }));
  });

  test("a path leads where a URL parser says", () => {
    const pieces = [
      "a",
      "Z",
      "9",
      "/",
      ".",
      "..",
      "%2e",
      "%2F",
      "%",
      "?",
      "&",
      "=",
      "$",
      "@",
      ":",
      "'",
      " ",
      "ä",
      "\\",
      "#",
      "~",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
        const path = `/users/${parts.join("")}`;
        const parsed = new URL(`${ROOT}/v1.0${path}`);
        parsed.hash = "";
        const isInside = parsed.pathname.startsWith("/v1.0/");
        if (isInside) expect(resolveTarget(ROOT, path).url).toBe(parsed.href);
        else expect(() => resolveTarget(ROOT, path)).toThrow();
      }),
      { numRuns: 1_000 },
    );
  });

  test.each(["", "users", "//evil.example/x", "/\\evil.example"])("%j is no path", (path) => {
    expect(() => resolveTarget(ROOT, path)).toThrow(expect.objectContaining({ code: "InvalidPath" }));
  });

  test("any id or address stays one segment", () => {
    const ids = fc.string({ unit: "grapheme", minLength: 1 }).filter((id) => id !== "." && id !== "..");
    fc.assert(
      fc.property(ids, (id) => {
        const { url } = resolveTarget(ROOT, `/users/${pathSegment(id)}/calendar`);
        const segments = new URL(url).pathname.split("/");
        expect(segments).toHaveLength(5);
        expect(decodeURIComponent(segments[3] ?? "")).toBe(id);
      }),
    );
  });

  test.each(["", ".", "..", "a\ud800b"])("%j is refused as a segment", (text) => {
    expect(() => pathSegment(text)).toThrow(expect.objectContaining({ code: "InvalidPath" }));
  });
});

describe("who may get a token", () => {
  test.each([
    [ROOT, `${ROOT}/v1.0/$batch`],
    ["http://127.0.0.1:80", "http://127.0.0.1/v1.0/x"],
    ["http://localhost:4010", "http://localhost:4010/v1.0/x"],
    ["http://[::1]:4010", "http://[::1]:4010/v1.0/x"],
  ])("a token of %s may go to %s", (root, url) => {
    expect(() => assertMayCarryToken(root, url)).not.toThrow();
  });

  test.each([
    [ROOT, "https://graph.microsoft.us/v1.0/x", "ForeignLink"],
    [ROOT, "http://graph.microsoft.com/v1.0/x", "ForeignLink"],
    ["http://graph.example", "http://graph.example/v1.0/x", "InsecureRoot"],
    ["http://127.0.0.1.evil.example", "http://127.0.0.1.evil.example/x", "InsecureRoot"],
    ["ftp://127.0.0.1", "ftp://127.0.0.1/x", "InsecureRoot"],
    ["nonsense", "nonsense", "ForeignLink"],
  ])("a token of %s may not go to %s", (root, url, code) => {
    expect(() => assertMayCarryToken(root, url)).toThrow(expect.objectContaining({ code }));
  });
});

describe("queries", () => {
  test("values are encoded, option names and harmless signs are not, undefined is left out", () => {
    const query = { startDateTime: "2026-03-02T00:00:00+02:00", $select: "id,subject", $top: 5, $filter: undefined };
    expect(withQuery("/x", query)).toBe("/x?startDateTime=2026-03-02T00:00:00%2B02:00&$select=id,subject&$top=5");
  });

  test("no query leaves the path as it is", () => {
    expect(withQuery("/x", {})).toBe("/x");
  });
});
