import type { Secret } from "../lib/secret.js";
import type { ClientCertificate } from "./certificates/client-certificate.js";
import type { FederatedClaims } from "./federated-token-files.js";

/** A credential as it comes in, checked and not stored yet. */
export type CredentialMaterial =
  | {
      readonly kind: "CLIENT_SECRET";
      readonly secret: Secret;
      /** As the administrator noted it; Entra's token endpoint never tells. */
      readonly expiresAt: Date | null;
    }
  | { readonly kind: "CERTIFICATE"; readonly certificate: ClientCertificate }
  | ({ readonly kind: "FEDERATED"; readonly tokenFile: string } & FederatedClaims);
