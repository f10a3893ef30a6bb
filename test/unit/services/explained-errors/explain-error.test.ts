import { describe, expect, test } from "vitest";
import { kindOfAadsts } from "../../../../src/auth/aadsts-kinds.js";
import { ERROR_CHAPTERS, explainError } from "../../../../src/services/explained-errors/explain-error.js";

const CLIENT_ID = "3b1c1f6e-9a52-4d43-8f5a-6f1d0e2c7b11";
const meanings = ERROR_CHAPTERS.flatMap((chapter) => chapter.meanings);

describe("explained errors", () => {
  test("a wrong secret leads to the page where a new one is made (user-demands 7, 10)", () => {
    expect(explainError("AADSTS7000215", { cloud: "US_GOV_L4", clientId: CLIENT_ID })).toEqual({
      code: "AADSTS7000215",
      what: "The client secret is wrong.",
      cause: "The Secret ID was pasted instead of the Value, the text was cut, or it belongs to another application.",
      fixer: "TENANT_ADMINISTRATOR",
      step: "Make a new client secret and enter its Value here.",
      link: `https://entra.microsoft.us/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/${CLIENT_ID}`,
      isRetryable: false,
      isKnown: true,
    });
  });

  test.each(["7000222", "aadsts7000222", " AADSTS7000222 "])("%j is the number 7000222 of Entra", (code) => {
    expect(explainError(code)).toMatchObject({ code: "AADSTS7000222", isKnown: true });
  });

  test("codes of Graph are found in any letter case, and keep Microsoft's", () => {
    expect(explainError("erroraccessdenied")).toMatchObject({
      code: "ErrorAccessDenied",
      fixer: "TENANT_ADMINISTRATOR",
    });
  });

  test("a number that is not known leads to Microsoft's page about it", () => {
    expect(explainError("AADSTS9999999")).toMatchObject({
      isKnown: false,
      link: "https://login.microsoftonline.com/error?code=9999999",
    });
    expect(explainError("ErrorOfTomorrow")).toMatchObject({ isKnown: false, link: null });
  });

  test("without a cloud, advice leads to Microsoft's page and to nobody's portal", () => {
    expect(explainError("AADSTS7000215").link).toBe("https://login.microsoftonline.com/error?code=7000215");
  });

  test("every code stands in one row only, and every row says whole sentences", () => {
    const codes = meanings.flatMap((meaning) => meaning.codes.map((code) => code));
    expect(new Set(codes).size).toBe(codes.length);
    for (const { what, cause, step } of meanings) {
      for (const text of [what, cause, step]) expect(text).toMatch(/^[A-Z“].*\.$/s);
    }
  });

  test("what is said to pass is what the token path repeats, and nothing that it takes for final", () => {
    for (const { codes, isRetryable = false } of meanings) {
      for (const code of codes) {
        const number = Number(/^AADSTS(\d+)$/.exec(code)?.[1] ?? Number.NaN);
        const kind = kindOfAadsts(number);
        if (kind === "throttled") expect(isRetryable, code).toBe(true);
        if (kind === "bug") expect(isRetryable, code).toBe(false);
      }
    }
  });

  test("every number that the token path knows is explained", () => {
    const known = new Set(meanings.flatMap(({ codes }) => codes));
    const missing: number[] = [];
    for (let number = 10_000; number < 9_100_000; number++) {
      if (kindOfAadsts(number) !== undefined && !known.has(`AADSTS${number}`)) missing.push(number);
    }
    expect(missing).toEqual([]);
  });
});
