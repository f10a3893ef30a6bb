import type { OauthFlowKind } from "../../entities/oauth-flow.entity.js";

/** A link that begins a sign-in or a consent, for one browser. */
export interface BegunFlow {
  readonly flowId: string;
  /** On the gateway itself; holds a handle that works until the flow is used or expires, and no secret. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** Why a browser that comes back, or begins, is sent away without anything being done. */
export const FLOW_REFUSALS = ["invalid", "unknown", "used", "expired", "other-browser", "unusable"] as const;
export type FlowRefusal = (typeof FLOW_REFUSALS)[number];

/** What came of a flow. */
export type FlowResult =
  | { readonly kind: "CONNECTED"; readonly address: string; readonly account: string }
  | { readonly kind: "WRONG_ACCOUNT"; readonly expected: string; readonly signedInAs: string }
  | { readonly kind: "CANCELLED"; readonly by: OauthFlowKind }
  | {
      readonly kind: "APPROVAL_NEEDED";
      readonly subject: string;
      readonly text: string;
      readonly whoMayApprove: readonly string[];
      /** True when a consent link was made for the page; its handle follows from the browser's cookie. */
      readonly hasLink: boolean;
    }
  | { readonly kind: "CONSENTED"; readonly tenantId: string; readonly missing: readonly string[] }
  | {
      readonly kind: "REFUSED";
      readonly by: OauthFlowKind;
      /** Microsoft's code, where it gave one. */
      readonly code: string | null;
      readonly what: string;
      readonly step: string;
      readonly link: string | null;
    };

/** The same in the words that its page shows. Kept with the flow as JSON; holds no secret. */
export type FlowOutcome = FlowResult & { readonly organization: string; readonly connection: string };

/** What a page before a consent says. */
export interface ConsentIntroduction {
  readonly organization: string;
  readonly connection: string;
  readonly clientId: string;
  readonly tenant: string;
  readonly permissions: readonly { readonly name: string; readonly reason: string }[];
  readonly whoMayApprove: readonly string[];
}
