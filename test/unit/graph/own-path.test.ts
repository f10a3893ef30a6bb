import { describe, expect, test } from "vitest";
import { ownPath } from "../../../src/graph/own-path.js";

describe("paths of the person whose token it is", () => {
  test.each([
    ["/users/ann%40contoso.example/calendars", "/me/calendars"],
    ["/users/ann%40contoso.example/calendar?$select=id", "/me/calendar?$select=id"],
    ["/users/ann%40contoso.example", "/me"],
    ["/users/ann%40contoso.example?$select=id", "/me?$select=id"],
  ])("%s leaves as %s", (path, expected) => {
    expect(ownPath({ ownUser: "ann@contoso.example" }, path)).toBe(expected);
  });

  test.each([
    "/users/ann%40contoso.example.evil/calendars",
    "/users/zoe%40contoso.example/calendars",
    "/me/calendars",
    "https://graph.microsoft.com/v1.0/me/calendars?$skip=10",
  ])("%s stays as it is", (path) => {
    expect(ownPath({ ownUser: "ann@contoso.example" }, path)).toBe(path);
  });

  test("without an own user, as for an application, every path stays", () => {
    expect(ownPath({}, "/users/ann%40contoso.example/calendars")).toBe("/users/ann%40contoso.example/calendars");
  });
});
