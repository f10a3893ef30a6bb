import type { Cloud } from "../../lib/clouds.js";
import { registrationPageLink } from "../guide/portal-links.js";
import { CREDENTIAL_ERRORS } from "./credential-errors.table.js";
import type { ErrorExplanation, ErrorMeaning } from "./error-explanation.js";
import { GRAPH_ERRORS } from "./graph-errors.table.js";
import { ENTRA_OUTAGES, SIGN_IN_ERRORS } from "./sign-in-errors.table.js";

/** All that is explained, by chapter; the documentation is written from it. */
export const ERROR_CHAPTERS: readonly { readonly title: string; readonly meanings: readonly ErrorMeaning[] }[] = [
  { title: "Entra: registration and credential", meanings: CREDENTIAL_ERRORS },
  { title: "Entra: people and consent", meanings: SIGN_IN_ERRORS },
  { title: "Entra: waits and outages", meanings: ENTRA_OUTAGES },
  { title: "Microsoft Graph", meanings: GRAPH_ERRORS },
];

const BY_CODE: ReadonlyMap<string, { readonly code: string; readonly meaning: ErrorMeaning }> = new Map(
  ERROR_CHAPTERS.flatMap(({ meanings }) =>
    meanings.flatMap((meaning) => meaning.codes.map((code) => [code.toLowerCase(), { code, meaning }] as const)),
  ),
);

const NUMBER = /^(?:aadsts)?(\d{5,7})$/i;

/** Whose portal the advice leads to; without a cloud it leads to Microsoft's page about the code. */
interface Place {
  readonly cloud?: Cloud | undefined;
  readonly clientId?: string | null | undefined;
}

/**
 * What a code of Entra (`AADSTS7000215`, or the number alone) or of Microsoft Graph (`ErrorAccessDenied`) means. A code
 * that is in no table gets general advice; Entra's then lead to Microsoft's own page about them.
 */
export function explainError(asked: string, { cloud, clientId = null }: Place = {}): ErrorExplanation {
  const number = NUMBER.exec(asked.trim())?.[1];
  const wanted = number === undefined ? asked.trim() : `AADSTS${number}`;
  const found = BY_CODE.get(wanted.toLowerCase());
  const lookUp = number === undefined ? null : lookUpPage(number);
  if (found === undefined) return unknown(wanted, lookUp);
  const { what, cause, fixer, step, page, isRetryable = false } = found.meaning;
  const portal = page === undefined || cloud === undefined ? null : registrationPageLink(cloud, page, clientId);
  return { code: found.code, what, cause, fixer, step, link: portal ?? lookUp, isRetryable, isKnown: true };
}

/** Microsoft's page about a number of Entra's. */
function lookUpPage(number: string): string {
  return `https://login.microsoftonline.com/error?code=${number}`;
}

function unknown(code: string, link: string | null): ErrorExplanation {
  return {
    code,
    what: "Microsoft refused the request with a code that this gateway has no explanation for.",
    cause: "It is rare, or newer than this version.",
    fixer: "TENANT_ADMINISTRATOR",
    step: link === null ? "Look the code up in Microsoft's documentation." : "Read Microsoft's page about it.",
    link,
    isRetryable: false,
    isKnown: false,
  };
}
