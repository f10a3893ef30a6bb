import type { IdentityErrorKind } from "./identity-error.js";

/**
 * What Entra's error numbers mean for a connection, where the OAuth code beside them does not say it or says it wrong.
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const NUMBERS: Readonly<Record<IdentityErrorKind, readonly number[]>> = {
  // Secret, certificate, tenant, app, cloud, resource, assignment and Conditional Access: an edit in Entra or here.
  configuration: [
    7000215, 7000222, 7000218, 70002, 700025, 700016, 7000112, 70001, 700011, 1000031, 90002, 900023, 900021, 50059,
    50128, 90019, 9001023, 90038, 900382, 900432, 500011, 50001, 650057, 650052, 650054, 650056, 65005, 700027, 700024,
    700030, 50012, 70021, 700211, 700212, 700213, 53003, 530032, 530035, 501051, 50105, 50057, 50011, 900971, 50194,
    9002332, 700084,
  ],
  // 7000229: the app has no service principal in the tenant; consenting creates it.
  consent: [65001, 65004, 90008, 90093, 90094, 90095, 7000229],
  reauth: [
    50020, 50034, 51004, 16003, 50126, 50053, 50055, 50144, 50056, 50058, 50072, 50074, 50076, 50078, 50079, 50089,
    50132, 50133, 50173, 53000, 53001, 90072, 54005, 70000, 70008, 70043, 700082,
  ],
  // 50196: the same request too often; arrives as invalid_grant.
  throttled: [90055, 50196],
  unavailable: [90033, 90006, 90024, 90012, 50033, 90090, 50087, 70012, 40010, 50000, 90036, 90092, 40008, 50086],
  bug: [
    1002012, 70011, 700022, 700023, 90009, 50048, 700229, 7000113, 7000114, 90014, 900144, 90013, 90023, 9002313,
    901002, 900561, 70003, 700054, 700005, 501481, 50147, 501491,
  ],
};

const KINDS: ReadonlyMap<number, IdentityErrorKind> = new Map(
  (Object.keys(NUMBERS) as IdentityErrorKind[]).flatMap((kind) => NUMBERS[kind].map((number) => [number, kind])),
);

/** The meaning of an `AADSTS` number; undefined for one that is not known here. */
export function kindOfAadsts(number: number): IdentityErrorKind | undefined {
  return KINDS.get(number);
}

/** The meaning of the OAuth codes of an answer whose number is not known. */
export function kindOfOauth(error: string | undefined, suberror: string | undefined): IdentityErrorKind | undefined {
  if (error === "consent_required" || suberror === "consent_required") return "consent";
  switch (error) {
    case "invalid_client":
    case "unauthorized_client":
    case "invalid_resource":
    case "invalid_request":
    case "invalid_tenant":
    case "access_denied":
      return "configuration";
    case "invalid_grant":
    case "interaction_required":
    case "login_required":
    case "bad_token":
      return "reauth";
    case "temporarily_unavailable":
    case "server_error":
      return "unavailable";
    case "invalid_scope":
    case "unsupported_grant_type":
    case "unsupported_response_type":
      return "bug";
    default:
      return undefined;
  }
}
