import { createHmac } from "node:crypto";
import { isSameHash } from "../../auth/api-keys.js";
import type { FlowSecrets, GrantVault } from "../../auth/grant-vault.js";
import { hashHandle, isHandle, newHandle } from "../../auth/one-time-handle.js";
import type { OauthFlow, OauthFlowKind } from "../../entities/oauth-flow.entity.js";
import { AppError } from "../../lib/app-error.js";
import type { Clock } from "../../lib/clock.js";
import type { Database } from "../../store/database.js";
import type { NewOauthFlow } from "../../store/oauth-flow.repository.js";
import type { BegunFlow, FlowRefusal } from "./flow.model.js";

/** As long as a code of Entra's own lives. */
const ATTEMPT_MS = 10 * 60_000;
/** A link for a person at a browser; one for an administrator is mailed and read later. */
const LINK_MS: Readonly<Record<OauthFlowKind, number>> = {
  MAILBOX_AUTHORIZATION: ATTEMPT_MS,
  ADMIN_CONSENT: 72 * 60 * 60_000,
};
/** Far more than people at browsers make, far fewer than would fill a table. */
const MAX_OPEN = 200;
/** Kept for a while, so that its page can still tell what came of it. */
const KEPT_MS = 24 * 60 * 60_000;

/** The browser's part of a flow: the cookie's value by the flow's id, or null. */
export type BindingOf = (flowId: string) => string | null;

export interface StartedFlow {
  readonly flow: OauthFlow;
  readonly secrets: FlowSecrets;
  readonly binding: string;
  readonly maxAgeSeconds: number;
}

export interface TakenFlow {
  readonly flow: OauthFlow;
  readonly secrets: FlowSecrets;
  readonly binding: string;
}

type FlowDraft = Omit<NewOauthFlow, "handleHash" | "expiresAt">;

/** Flows from their link to their one use. Handles, states and cookies are random and stored as hashes alone. */
export class FlowBook {
  constructor(
    private readonly deps: {
      readonly db: Database;
      readonly vault: GrantVault;
      readonly clock: Clock;
      readonly publicUrl: string;
    },
  ) {}

  /** Opens a flow. @throws AppError LIMIT_EXCEEDED when the organization has too many open ones. */
  async open(draft: FlowDraft, handle: string = newHandle()): Promise<BegunFlow> {
    const { oauthFlows } = this.deps.db;
    await oauthFlows.sweep(new Date(this.#now() - KEPT_MS));
    const open = await oauthFlows.countOpen(draft.organizationId, draft.kind);
    if (open >= MAX_OPEN) {
      throw new AppError("LIMIT_EXCEEDED", `The organization has ${MAX_OPEN} links open. Wait until some expire.`, {
        limit: { name: "openFlows", max: MAX_OPEN, actual: open + 1 },
        retryable: true,
      });
    }
    const expiresAt = new Date(this.#now() + LINK_MS[draft.kind]);
    const flow = await oauthFlows.insert({ ...draft, handleHash: hashHandle(handle), expiresAt });
    return { flowId: flow.id, url: this.linkOf(handle), expiresAt };
  }

  linkOf(handle: string): string {
    return `${this.deps.publicUrl}/connect/start?flow=${handle}`;
  }

  /** The flow of a link that can still be begun. */
  async find(handle: string): Promise<OauthFlow | FlowRefusal> {
    if (!isHandle(handle)) return "unknown";
    const flow = await this.deps.db.oauthFlows.byHandleHash(hashHandle(handle));
    return flow === null ? "unknown" : (this.#refusalOf(flow) ?? flow);
  }

  /**
   * Binds the flow to a browser. The same browser gets the same attempt again, so that a second tab does not spoil the
   * first; another browser takes the flow over.
   */
  async start(flow: OauthFlow, bindingOf: BindingOf): Promise<StartedFlow | FlowRefusal> {
    const given = bindingOf(flow.id);
    const isSame = given !== null && isBound(flow, given) && !this.#isTooOld(flow);
    const known = isSame ? this.deps.vault.flowSecretsOf(flow) : null;
    if (known !== null && given !== null) {
      return { flow, secrets: known, binding: given, maxAgeSeconds: ATTEMPT_MS / 1_000 };
    }
    const secrets = { state: newHandle(), nonce: newHandle(), verifier: newHandle() };
    const binding = newHandle();
    const started = await this.deps.db.oauthFlows.start(flow.id, {
      stateHash: hashHandle(secrets.state),
      bindingHash: hashHandle(binding),
      attemptSealed: this.deps.vault.sealFlow(flow, secrets),
    });
    if (started === null) return "used";
    return { flow: started, secrets, binding, maxAgeSeconds: ATTEMPT_MS / 1_000 };
  }

  /** Takes the flow of a `state` that came back, in the browser that took it along, once. */
  async take(kind: OauthFlowKind, state: string | null, bindingOf: BindingOf): Promise<TakenFlow | FlowRefusal> {
    if (!isHandle(state)) return "unknown";
    const flow = await this.deps.db.oauthFlows.byStateHash(hashHandle(state), kind);
    if (flow === null) return "unknown";
    const binding = bindingOf(flow.id);
    // Before anything else, and without using the flow up: a foreign browser learns and spoils nothing.
    if (binding === null || !isBound(flow, binding)) return "other-browser";
    const refusal = this.#refusalOf(flow) ?? (this.#isTooOld(flow) ? "expired" : undefined);
    if (refusal !== undefined) return refusal;
    const secrets = this.deps.vault.flowSecretsOf(flow);
    const used = await this.deps.db.oauthFlows.use(flow);
    if (secrets === null || used === null) return "used";
    return { flow: used, secrets, binding };
  }

  /** The flow whose page this browser may read. */
  async ofBrowser(flowId: string, bindingOf: BindingOf): Promise<{ flow: OauthFlow; binding: string } | null> {
    const binding = bindingOf(flowId);
    if (binding === null) return null;
    const flow = await this.deps.db.oauthFlows.byId(flowId);
    return flow !== null && isBound(flow, binding) ? { flow, binding } : null;
  }

  #refusalOf(flow: OauthFlow): FlowRefusal | undefined {
    if (flow.usedAt !== null) return "used";
    return flow.expiresAt.getTime() <= this.#now() ? "expired" : undefined;
  }

  #isTooOld({ startedAt }: OauthFlow): boolean {
    return startedAt === null || startedAt.getTime() + ATTEMPT_MS <= this.#now();
  }

  #now(): number {
    return this.deps.clock.now();
  }
}

/** A further handle that only this browser can make again, so that it need not be stored to be shown twice. */
export function handleFrom(binding: string, purpose: string): string {
  return createHmac("sha256", binding).update(purpose).digest("base64url");
}

function isBound(flow: OauthFlow, binding: string): boolean {
  return flow.bindingHash !== null && isHandle(binding) && isSameHash(flow.bindingHash, hashHandle(binding));
}
