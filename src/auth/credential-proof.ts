import type { NodeAuthOptions } from "@azure/msal-node";
import type { Secret } from "../lib/secret.js";

/** What an application proves itself with, opened and ready for use. */
export type CredentialProof =
  | { readonly kind: "CLIENT_SECRET"; readonly secret: Secret }
  | {
      readonly kind: "CERTIFICATE";
      /** Hexadecimal. MSAL signs with PS256 when it is given this one; with the SHA-1 thumbprint it would not. */
      readonly thumbprintSha256: string;
      readonly privateKeyPem: Secret;
    }
  | { readonly kind: "FEDERATED"; token(): Promise<string> };

/** The proof in MSAL's form. Its callback is called for every token, so the token is remembered behind it. */
export function msalCredential(
  proof: CredentialProof,
): Pick<NodeAuthOptions, "clientSecret" | "clientCertificate" | "clientAssertion"> {
  switch (proof.kind) {
    case "CLIENT_SECRET":
      return { clientSecret: proof.secret.reveal() };
    case "CERTIFICATE":
      return {
        clientCertificate: {
          thumbprintSha256: proof.thumbprintSha256,
          privateKey: proof.privateKeyPem.reveal(),
        },
      };
    case "FEDERATED":
      return { clientAssertion: () => proof.token() };
  }
}
