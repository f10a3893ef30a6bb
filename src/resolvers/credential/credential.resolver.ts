import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Credential, CredentialKind } from "../../services/credentials/credential.model.js";
import type { CredentialService } from "../../services/credentials/credential.service.js";
import { parseRowGlobalId, rowGlobalId } from "../common/global-id.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { CredentialKindEnum } from "./credential.enums.js";
import {
  AddCredentialInput,
  GenerateCertificateInput,
  PromoteCredentialInput,
  RetireCredentialInput,
} from "./credential.input.js";
import {
  AddCredentialPayload,
  GenerateCertificatePayload,
  PromoteCredentialPayload,
  RetireCredentialPayload,
} from "./credential.payload.js";
import { CredentialType } from "./credential.type.js";
import { draftOf } from "./draft-of-input.js";

export interface CredentialResolverDeps {
  readonly credentials: CredentialService;
}

@Resolver(() => CredentialType)
export class CredentialResolver {
  constructor(private readonly deps: CredentialResolverDeps) {}

  @Mutation(() => AddCredentialPayload, {
    description:
      "Tries a new credential against the tenant, past every cache. When it works it is put in use and the former one is kept, retiring; when not, nothing changes. Needs an ADMIN key.",
  })
  async addCredential(
    @Arg("input", () => AddCredentialInput, { description: "The new credential." }) input: AddCredentialInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<AddCredentialPayload> {
    const { value, errors } = await settle(input, () => {
      const connectionId = parseRowGlobalId("ConnectionConfig", input.connectionId, ["connectionId"]);
      return this.deps.credentials.add(viewer, { connectionId, draft: draftOf(input) }, call);
    });
    return { connection: value?.connection ?? null, credential: value?.credential ?? null, errors };
  }

  @Mutation(() => GenerateCertificatePayload, {
    description:
      "Makes a key pair in the gateway and hands out its certificate: upload that to Entra, then call `promoteCredential`. The private key never leaves. Needs an ADMIN key.",
  })
  async generateCertificate(
    @Arg("input", () => GenerateCertificateInput, { description: "What to make." }) input: GenerateCertificateInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<GenerateCertificatePayload> {
    const { commonName, keyBits, validDays } = input;
    const { value, errors } = await settle(input, () => {
      const connectionId = parseRowGlobalId("ConnectionConfig", input.connectionId, ["connectionId"]);
      return this.deps.credentials.generate(viewer, { connectionId, order: { commonName, keyBits, validDays } });
    });
    return { connection: value?.connection ?? null, credential: value?.credential ?? null, errors };
  }

  @Mutation(() => PromoteCredentialPayload, {
    description:
      "Puts a candidate in use, or the retiring credential again. It is tried against the tenant first; when it fails, nothing changes. Needs an ADMIN key.",
  })
  async promoteCredential(
    @Arg("input", () => PromoteCredentialInput, { description: "Which one." }) input: PromoteCredentialInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<PromoteCredentialPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.credentials.promote(viewer, parseRowGlobalId("Credential", input.id), call),
    );
    return { connection: value?.connection ?? null, credential: value?.credential ?? null, errors };
  }

  @Mutation(() => RetireCredentialPayload, {
    description:
      "Deletes a credential that is not in use, its key with it. Delete it in Entra as well: nothing changes there. Needs an ADMIN key.",
  })
  async retireCredential(
    @Arg("input", () => RetireCredentialInput, { description: "Which one." }) input: RetireCredentialInput,
    @Ctx() { viewer }: RequestContext,
  ): Promise<RetireCredentialPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.credentials.retire(viewer, parseRowGlobalId("Credential", input.id)),
    );
    return { connection: value, retiredId: value && input.id, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() credential: Credential): string {
    return rowGlobalId("Credential", credential.id);
  }

  @FieldResolver(() => CredentialKindEnum, { description: "How the application proves itself." })
  kind(@Root() { proof }: Credential): CredentialKind {
    return proof;
  }
}
