import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contentDisposition } from "../../../../src/http/attachments/content-disposition.js";
import { safeContentType } from "../../../../src/http/attachments/content-type.js";

describe("contentDisposition", () => {
  test.each([
    ["agenda.pdf", `attachment; filename="agenda.pdf"; filename*=UTF-8''agenda.pdf`],
    ["Grüße.pdf", `attachment; filename="Gr__e.pdf"; filename*=UTF-8''Gr%C3%BC%C3%9Fe.pdf`],
    ["🚢.txt", `attachment; filename="_.txt"; filename*=UTF-8''%F0%9F%9A%A2.txt`],
    ["50%;.txt", `attachment; filename="50__.txt"; filename*=UTF-8''50%25%3B.txt`],
    ["../../etc/passwd", `attachment; filename="_.._etc_passwd"; filename*=UTF-8''_.._etc_passwd`],
    ["invoice\u202efdp.exe", `attachment; filename="invoicefdp.exe"; filename*=UTF-8''invoicefdp.exe`],
    ["..", `attachment; filename="attachment"; filename*=UTF-8''attachment`],
    [null, `attachment; filename="attachment"; filename*=UTF-8''attachment`],
  ])("%j", (name, header) => {
    expect(contentDisposition(name)).toBe(header);
  });

  test("whatever the name, it is one header of ASCII that no name can end", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        expect(contentDisposition(name)).toMatch(
          /^attachment; filename="[\x20-\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[\w!#$&+.^`|~%-]+$/,
        );
      }),
    );
  });
});

describe("safeContentType", () => {
  test.each([
    ["application/pdf", "application/pdf"],
    ["Text/Plain; charset=utf-16", "text/plain"],
    ["text/html", "application/octet-stream"],
    ["image/svg+xml", "application/octet-stream"],
    ["application/xhtml+xml", "application/octet-stream"],
    ["text/javascript", "application/octet-stream"],
    ["text/plain\r\nx: y", "application/octet-stream"],
    ["", "application/octet-stream"],
    [null, "application/octet-stream"],
  ])("%j is told as %s", (claimed, told) => {
    expect(safeContentType(claimed)).toBe(told);
  });
});
