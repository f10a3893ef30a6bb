import { Field, ID, Int, ObjectType } from "type-graphql";
import type {
  CertificateView,
  ConnectionWarning,
  ConnectionWarningKind,
  Credential,
  CredentialKind,
  CredentialState,
  FederatedView,
} from "../../services/credentials/credential.model.js";
import { NodeType } from "../common/node.type.js";
import { GraphQLDateTime, GraphQLUrl } from "../common/scalars.js";
import { ConnectionWarningKindEnum, CredentialStateEnum } from "./credential.enums.js";

@ObjectType("PublicCertificate", {
  description: "The public part of a certificate. Its private key stays in the gateway.",
  simpleResolvers: true,
})
class PublicCertificateType implements CertificateView {
  @Field(() => String, {
    description: "The certificate as PEM, the text of the file that Entra's Certificates & secrets page takes.",
  })
  pem!: string;

  @Field(() => String, { description: "A name to save the PEM under." })
  fileName!: string;

  @Field(() => String, { description: "SHA-256 of the certificate, upper-case hexadecimal." })
  thumbprintSha256!: string;

  @Field(() => String, { description: "SHA-1 of the certificate, as Entra's list of certificates shows it." })
  thumbprintSha1!: string;
}

@ObjectType("FederatedIdentity", {
  description: "What Entra compares with the registration's federated credential, letter by letter.",
  simpleResolvers: true,
})
class FederatedIdentityType implements FederatedView {
  @Field(() => String, { description: "The file that the token is read from, again whenever it changes." })
  file!: string;

  @Field(() => String, { description: "Who issues the token." })
  issuer!: string;

  @Field(() => String, { description: "Whom the token is about." })
  subject!: string;

  @Field(() => String, { description: "Whom the token is for." })
  audience!: string;
}

@ObjectType("Credential", {
  implements: NodeType,
  description: "What may be shown of a stored credential. Its text is write-only and can never be read back.",
  simpleResolvers: true,
})
export class CredentialType extends NodeType implements Credential {
  declare readonly kind: "Credential";
  readonly connectionId!: string;
  readonly proof!: CredentialKind;

  @Field(() => CredentialStateEnum, { description: "What it is for now." })
  state!: CredentialState;

  @Field(() => Int, { description: "Later credentials of a connection have higher versions." })
  version!: number;

  @Field(() => String, {
    description:
      "Enough to recognize it: a secret's first three characters, as Entra's list shows them; a certificate's SHA-256 thumbprint; the name of a token's file.",
  })
  hint!: string;

  @Field(() => GraphQLDateTime, { description: "When it was entered or made here." })
  setAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it expires: of a certificate known from itself, of a secret as the administrator noted it.",
  })
  expiresAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "Whole days until it expires: 0 on the last day, negative after it; null when that is not known.",
  })
  daysLeft!: number | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Since when Microsoft refuses it as expired." })
  refusedAt!: Date | null;

  @Field(() => PublicCertificateType, { nullable: true, description: "The public certificate, for kind CERTIFICATE." })
  certificate!: CertificateView | null;

  @Field(() => FederatedIdentityType, { nullable: true, description: "What is compared, for kind FEDERATED." })
  federated!: FederatedView | null;
}

@ObjectType("ConnectionWarning", { description: "Something to see to before a connection fails." })
export class ConnectionWarningType implements ConnectionWarning {
  @Field(() => ConnectionWarningKindEnum, { description: "What kind of warning." })
  kind!: ConnectionWarningKind;

  @Field(() => String, { description: "What is the matter and what to do, in sentences." })
  message!: string;

  @Field(() => GraphQLDateTime, { description: "Since when." })
  since!: Date;

  @Field(() => GraphQLUrl, { nullable: true, description: "The portal page on which to do it." })
  link!: string | null;

  @Field(() => ID, { description: "The credential that it is about." })
  credentialId!: string;
}
