import { describe, expect, test } from "vitest";
import { problemOf } from "../../../../src/services/mailboxes/mailbox-rows.js";

const problem = (address: string, displayName: string | null = null) =>
  problemOf({ line: 1, address, displayName })?.field;

describe("a row of mailboxes", () => {
  test.each(["ann@x.example", "o'hara@x.example", "ann+calendar@x.example", "ann.b-c@sub.x.example"])(
    "may have the address %j",
    (address) => {
      expect(problem(address)).toBeUndefined();
    },
  );

  test.each([
    "",
    "ann",
    "@x.example",
    "a b@x.example",
    "=cmd@x.example",
    "+1@x.example",
    "-a@x.example",
    "@a@x.example",
    "a@x.example\r\nBcc: b@x.example",
    `${"a".repeat(400)}@x.example`,
  ])("may not have the address %j", (address) => {
    expect(problem(address)).toBe("address");
  });

  test.each([
    "=1+1",
    "+49 30 1",
    "-2+3",
    "@SUM(A1)",
    "\tx",
    "\rx",
    '=HYPERLINK("http://evil.example")',
    "A\nB",
    "A\u0000",
    "Mu\uFFFDller",
    "x".repeat(201),
  ])("may not have the name %j, which a spreadsheet would run or a file has lost", (name) => {
    expect(problem("ann@x.example", name)).toBe("displayName");
  });

  test.each(["Ann", "Zażółć", "O'Hara = Ann", "Ann-Marie", "x".repeat(200)])("may have the name %j", (name) => {
    expect(problem("ann@x.example", name)).toBeUndefined();
  });
});
