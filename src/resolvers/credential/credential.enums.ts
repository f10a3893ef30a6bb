import type {
  ConnectionWarningKind,
  CredentialKind,
  CredentialState,
} from "../../services/credentials/credential.model.js";
import { graphqlEnum } from "../common/enums.js";

export const CredentialKindEnum = graphqlEnum<CredentialKind>(
  "CredentialKind",
  "How the application proves itself to Entra.",
  {
    CLIENT_SECRET: "A client secret.",
    CERTIFICATE: "A certificate, whose private key signs assertions.",
    FEDERATED: "A token of another issuer that the registration trusts, read from a file.",
  },
);

export const CredentialStateEnum = graphqlEnum<CredentialState>("CredentialState", "What a credential is for now.", {
  CURRENT: "In use.",
  CANDIDATE: "Made here and not in use yet: upload its certificate to Entra, then promote it.",
  RETIRING: "Replaced. Used only when the current one is refused as expired, until it is retired.",
});

export const ConnectionWarningKindEnum = graphqlEnum<ConnectionWarningKind>(
  "ConnectionWarningKind",
  "What a connection warns of before it fails.",
  {
    CREDENTIAL_EXPIRES_SOON: "A credential expires within 60 days.",
    CREDENTIAL_EXPIRED: "A credential has passed its expiry.",
    CREDENTIAL_REFUSED_AS_EXPIRED: "Microsoft refuses a credential as expired; another one is used where there is one.",
  },
);
