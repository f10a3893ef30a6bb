export const FIXERS = ["USER", "TENANT_ADMINISTRATOR", "GATEWAY_OPERATOR", "NOBODY"] as const;
/** Who can mend it. NOBODY: it passes by itself, or only Microsoft can. */
export type Fixer = (typeof FIXERS)[number];

/** A page of the registration in the portal where the step is done. */
export type PortalPage = "Overview" | "CallAnAPI" | "Credentials" | "Authentication";

/** One row of the tables: what several codes mean alike. */
export interface ErrorMeaning {
  readonly codes: readonly string[];
  readonly what: string;
  readonly cause: string;
  readonly fixer: Fixer;
  readonly step: string;
  readonly page?: PortalPage;
  /** True when the same request may succeed later although nobody changed anything. */
  readonly isRetryable?: true;
}

/** A code of Microsoft's in words that say what to do. */
export interface ErrorExplanation {
  readonly code: string;
  readonly what: string;
  readonly cause: string;
  readonly fixer: Fixer;
  readonly step: string;
  readonly link: string | null;
  readonly isRetryable: boolean;
  /** False when the code is in no table and only general advice can be given. */
  readonly isKnown: boolean;
}

/** The codes of Entra with these numbers. */
export function aadsts(...numbers: readonly number[]): readonly string[] {
  return numbers.map((number) => `AADSTS${number}`);
}
