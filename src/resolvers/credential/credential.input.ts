import { IsOptional, Length, Max, Min } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { GraphQLDateTime } from "../common/scalars.js";

@InputType({ description: "A certificate with its private key: `pem` or `pfx`." })
export class CertificateInput {
  @Field(() => String, {
    nullable: true,
    description: "Certificate and private key as PEM, in any order. Write-only.",
  })
  pem?: string | null;

  @Field(() => String, { nullable: true, description: "A PFX file (PKCS#12) in base64. Write-only." })
  pfx?: string | null;

  @Field(() => String, { nullable: true, description: "Password of the file or of the key. It is not stored." })
  password?: string | null;
}

@InputType({ description: "A token of another issuer that the registration trusts." })
export class FederatedInput {
  @Field(() => String, {
    description: "Absolute path of the token's file, below a folder of the setting FEDERATED_TOKEN_DIRS.",
  })
  tokenFile!: string;

  @Field(() => String, { nullable: true, description: "The registered issuer, to be compared with the token's." })
  issuer?: string | null;

  @Field(() => String, { nullable: true, description: "The registered subject, to be compared with the token's." })
  subject?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The registered audience, to be compared with the token's. Default: `api://AzureADTokenExchange`.",
  })
  audience?: string | null;
}

@InputType({ description: "A new credential: one of `clientSecret`, `certificate` and `federated`." })
export class AddCredentialInput {
  @Field(() => ID, { description: "Which connection." })
  connectionId!: string;

  @Field(() => String, { nullable: true, description: "The Value (not the Secret ID) of a client secret. Write-only." })
  clientSecret?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When the client secret expires, as Entra shows it." })
  clientSecretExpiresAt?: Date | null;

  @Field(() => CertificateInput, { nullable: true, description: "A certificate that Entra knows already." })
  certificate?: CertificateInput | null;

  @Field(() => FederatedInput, { nullable: true, description: "A federated credential that Entra knows already." })
  federated?: FederatedInput | null;
}

@InputType({ description: "The key pair that the gateway is to make." })
export class GenerateCertificateInput {
  @Field(() => ID, { description: "Which connection." })
  connectionId!: string;

  @Field(() => String, {
    defaultValue: "Calendar gateway",
    description: "Name in the certificate, 1 to 64 characters, as Entra's list shows it.",
  })
  @IsOptional()
  @Length(1, 64, { message: "A certificate's name has 1 to 64 characters." })
  commonName!: string;

  @Field(() => Int, { defaultValue: 2048, description: "Size of the RSA key in bits, 2048 to 4096." })
  @Min(2_048, { message: "A key has at least 2048 bits." })
  @Max(4_096, { message: "A key has at most 4096 bits." })
  keyBits!: number;

  @Field(() => Int, { defaultValue: 365, description: "Days until it expires, 1 to 730." })
  @Min(1, { message: "A certificate lasts at least a day." })
  @Max(730, { message: "A certificate lasts at most 730 days." })
  validDays!: number;
}

@InputType({ description: "The credential to put in use." })
export class PromoteCredentialInput {
  @Field(() => ID, { description: "A candidate, or the retiring one to roll back to." })
  id!: string;
}

@InputType({ description: "The credential to delete." })
export class RetireCredentialInput {
  @Field(() => ID, { description: "A retiring one or a candidate; not the one in use." })
  id!: string;
}
