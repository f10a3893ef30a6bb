import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAppError } from "../../../../src/lib/app-error.js";
import { readMailboxCsv } from "../../../../src/services/mailboxes/mailbox-csv.js";

const read = (text: string) =>
  readMailboxCsv(text, 1_000).map(({ line, address, displayName }) => [line, address, displayName]);

describe("mailboxes as CSV text", () => {
  test.each<[string, string, unknown[][]]>([
    [
      "addresses alone",
      "a@x.example\nb@x.example",
      [
        [1, "a@x.example", null],
        [2, "b@x.example", null],
      ],
    ],
    ["a byte order mark and CRLF", "\uFEFFaddress,name\r\na@x.example,Ann\r\n", [[2, "a@x.example", "Ann"]]],
    ["a byte order mark before a quote", '\uFEFF"a@x.example","Ann"', [[1, "a@x.example", "Ann"]]],
    [
      "lone CR",
      "a@x.example,A\rb@x.example,B",
      [
        [1, "a@x.example", "A"],
        [2, "b@x.example", "B"],
      ],
    ],
    ["semicolons, with a comma in a name", "a@x.example;Wrona, Tomasz", [[1, "a@x.example", "Wrona, Tomasz"]]],
    ["tabs", "email\tdisplay name\na@x.example\tAnn", [[2, "a@x.example", "Ann"]]],
    ["quotes with commas and quotes in them", 'a@x.example,"Ann ""Nan"", Jr."', [[1, "a@x.example", 'Ann "Nan", Jr.']]],
    ["names beyond ASCII", "a@x.example,Zażółć 李雷 🙂", [[1, "a@x.example", "Zażółć 李雷 🙂"]]],
    [
      "columns in another order, and others",
      "Department;Display name;E-Mail\nIT;Ann;a@x.example",
      [[2, "a@x.example", "Ann"]],
    ],
    ["an export of Entra", "userPrincipalName,displayName,id\na@x.example,Ann,1", [[2, "a@x.example", "Ann"]]],
    ["a heading without names", "mail\na@x.example", [[2, "a@x.example", null]]],
    ["empty lines, which count as lines", "\n\na@x.example\n;;\n\n", [[3, "a@x.example", null]]],
    [
      "lines too short and too long",
      "address,name\na@x.example\nb@x.example,B,x,y",
      [
        [2, "a@x.example", null],
        [3, "b@x.example", "B"],
      ],
    ],
    [
      "a line break in a name",
      'address,name\n"a@x.example","A\nB"\nb@x.example,B',
      [
        [2, "a@x.example", "A\nB"],
        [4, "b@x.example", "B"],
      ],
    ],
    ["blanks around", " a@x.example , Ann ", [[1, "a@x.example", "Ann"]]],
  ])("takes %s", (_, text, rows) => {
    expect(read(text)).toEqual(rows);
  });

  test.each(['a@x.example,"Ann', 'a@x.example,"Ann"x', 'a"b@x.example,A'])(
    "refuses %j as a whole, with its line",
    (text) => {
      try {
        read(`ok@x.example,Ok\n${text}`);
      } catch (error) {
        if (!isAppError(error, "INVALID_INPUT")) throw error;
        expect([error.facts.path, error.message]).toEqual([["csv"], expect.stringContaining("at line 2")]);
        return;
      }
      throw new Error("was not refused");
    },
  );

  test("whatever was written as CSV is read as it was, whichever the separator", () => {
    const cell = fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.replace(/[\uFEFF\uD800-\uDFFF]/g, ""));
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(",", ";", "\t"),
        (names, separator) => {
          const lines = names.map((name, index) => [`p${index}@x.example`, name].map(quoted).join(separator));
          const rows = read([["address", "name"].join(separator), ...lines].join("\r\n"));
          expect(rows.map(([, address, name]) => [address, name])).toEqual(
            names.map((name, index) => [`p${index}@x.example`, name.trim() || null]),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  test("any text is read or refused, and nothing else happens", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        try {
          for (const [line] of read(text)) expect(line).toBeGreaterThan(0);
        } catch (error) {
          if (!isAppError(error)) throw error;
        }
      }),
      { numRuns: 300 },
    );
  });
});
