import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import type { ConnectionConfig } from "../../services/connections/connection.model.js";
import type {
  ConnectionEvent,
  ConnectionHistoryService,
} from "../../services/connections/connection-history.service.js";
import { nextStepOf } from "../../services/connections/connection-next-step.js";
import type { Verification } from "../../services/connections/verification/verification.model.js";
import type { VerifierService } from "../../services/connections/verification/verifier.service.js";
import { explainError } from "../../services/explained-errors/explain-error.js";
import { parseRowGlobalId, rowGlobalId } from "../common/global-id.js";
import { PageArgs } from "../common/page-args.js";
import { toRowPage, toRowWindow } from "../common/page-window.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { VerifyConnectionInput } from "./connection.input.js";
import { VerifyConnectionPayload } from "./connection.payload.js";
import { ConnectionConfigType } from "./connection.type.js";
import {
  ConnectionEventConnectionType,
  ConnectionEventType,
  ConnectionHealthType,
  ConnectionNextStepType,
} from "./connection-event.type.js";
import { VerificationType } from "./verification.type.js";

/** Where a connection stands, how it came there, and what comes next. */
@Resolver(() => ConnectionConfigType)
export class ConnectionLifeResolver {
  constructor(
    private readonly deps: { readonly connectionHistory: ConnectionHistoryService; readonly maxPageSize: number },
  ) {}

  @FieldResolver(() => ConnectionEventConnectionType, {
    nullable: true,
    description: "How it came to stand where it stands, newest first. The latest 200 changes are kept.",
  })
  async history(
    @Root() connection: ConnectionConfig,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { viewer }: RequestContext,
  ) {
    const window = toRowWindow(args, this.deps.maxPageSize);
    return toRowPage(await this.deps.connectionHistory.listOfConnection(viewer, connection, window));
  }

  @FieldResolver(() => ConnectionHealthType, {
    nullable: true,
    description: "What real use has shown of it; null when it was never used.",
  })
  async health(
    @Root() { id, cloud, clientId }: ConnectionConfig,
    @Ctx() { loaders }: RequestContext,
  ): Promise<ConnectionHealthType | null> {
    const health = await loaders.connectionHealthById.load(id);
    if (health === null) return null;
    const { lastErrorCode: code, lastSuccessAt, lastFailureAt, lastErrorRequestId, consecutiveFailures } = health;
    const lastError = code === null ? null : explainError(code, { cloud, clientId });
    return { lastSuccessAt, lastFailureAt, lastError, upstreamRequestId: lastErrorRequestId, consecutiveFailures };
  }

  @FieldResolver(() => ConnectionNextStepType, {
    nullable: true,
    description: "What somebody has to do next; null when nothing is to be done.",
  })
  nextStep(@Root() connection: ConnectionConfig): ConnectionNextStepType | null {
    return nextStepOf(connection);
  }
}

@Resolver(() => ConnectionEventType)
export class ConnectionEventResolver {
  @FieldResolver(() => ID, {
    nullable: true,
    description: "Id of the API key that asked for it; null when the gateway itself found out.",
  })
  apiKeyId(@Root() { actor }: ConnectionEvent): string | null {
    return actor === null ? null : rowGlobalId("ApiKey", actor);
  }
}

@Resolver(() => VerificationType)
export class VerificationResolver {
  constructor(private readonly deps: { readonly connectionVerifier: VerifierService }) {}

  @Query(() => VerificationType, {
    nullable: true,
    description: "A verification by its id: what it has found by now. The latest 20 of a connection are kept.",
  })
  verification(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<Verification> {
    return loaders.verificationById.load(parseRowGlobalId("Verification", id));
  }

  @Mutation(() => VerifyConnectionPayload, {
    description:
      "Tests a connection as it will be used: tenant, a token past every cache, the permission, one mailbox, and more when asked. While one test of a connection is under way, another joins it. Needs an ADMIN key.",
  })
  async verifyConnection(
    @Arg("input", () => VerifyConnectionInput, { description: "What to test." }) input: VerifyConnectionInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<VerifyConnectionPayload> {
    const { value, errors } = await settle(input, async () => {
      const { tryWriting, wait, outOfScopeAddress = null } = input;
      const connectionId = parseRowGlobalId("ConnectionConfig", input.id);
      const mailboxId = input.mailboxId ? parseRowGlobalId("Mailbox", input.mailboxId, ["mailboxId"]) : null;
      const asked = { connectionId, mailboxId, tryWriting, outOfScopeAddress, wait };
      return this.deps.connectionVerifier.verify(viewer, asked, call);
    });
    return { connection: value?.connection ?? null, verification: value?.verification ?? null, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() verification: Verification): string {
    return rowGlobalId("Verification", verification.id);
  }

  @FieldResolver(() => ConnectionConfigType, { nullable: true, description: "The connection that was tested." })
  connection(@Root() { connectionId }: Verification, @Ctx() { loaders }: RequestContext) {
    return loaders.connectionById.load(connectionId);
  }
}
