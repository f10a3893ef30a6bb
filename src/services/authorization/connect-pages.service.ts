import type { ConnectionConfig as ConnectionRow } from "../../entities/connection-config.entity.js";
import type { OauthFlow } from "../../entities/oauth-flow.entity.js";
import { isAppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Database } from "../../store/database.js";
import { approvalRequest } from "../guide/approval-request.js";
import type { AdminConsentService } from "./admin-consent.service.js";
import { requiredPermissions } from "./authority-rules.js";
import type { ConsentIntroduction, FlowOutcome, FlowRefusal, FlowResult } from "./flow.model.js";
import { type BindingOf, type FlowBook, handleFrom, type TakenFlow } from "./flow-book.js";
import type { MailboxAuthorizationService } from "./mailbox-authorization.service.js";
import {
  type CallbackParameters,
  isApprovalNeeded,
  isApprovalNeededBy,
  isCancelled,
  refusedAnswer,
  refusedFailure,
} from "./outcome-texts.js";

const APPROVAL_LINK = "approval link";

export interface ConnectPagesDeps {
  readonly db: Database;
  readonly book: FlowBook;
  readonly authorizations: MailboxAuthorizationService;
  readonly consents: AdminConsentService;
}

/** Where a browser is sent, with the cookie that binds the flow to it. */
export interface Departure {
  readonly kind: "depart";
  readonly location: string;
  readonly cookie: { readonly flowId: string; readonly value: string; readonly maxAgeSeconds: number };
}

export type StartAnswer =
  | Departure
  | { readonly kind: "introduce"; readonly introduction: ConsentIntroduction }
  | { readonly kind: "refuse"; readonly reason: FlowRefusal };

export type CallbackAnswer =
  | { readonly kind: "done"; readonly flowId: string }
  | { readonly kind: "refuse"; readonly reason: FlowRefusal };

export interface OutcomeAnswer {
  readonly outcome: FlowOutcome;
  /** For an administrator; null where none was made or needed. */
  readonly approvalUrl: string | null;
}

/** What browsers meet on their way to Microsoft and back. Knows nothing of HTTP but the cookie's value. */
export class ConnectPagesService {
  constructor(private readonly deps: ConnectPagesDeps) {}

  /** An administrator first reads what is asked, since such links are mailed; others go on at once. */
  async start(handle: string, isContinued: boolean, bindingOf: BindingOf): Promise<StartAnswer> {
    const flow = await this.deps.book.find(handle);
    if (typeof flow === "string") return { kind: "refuse", reason: flow };
    const row = await this.#connectionOf(flow);
    if (row === undefined) return { kind: "refuse", reason: "unknown" };
    if (flow.kind === "ADMIN_CONSENT" && !isContinued) {
      const organization = await this.#organizationName(row);
      return { kind: "introduce", introduction: this.deps.consents.introduction(flow, row, organization) };
    }
    try {
      return await this.#depart(flow, row, bindingOf);
    } catch (error) {
      // Switched off, or its credential was removed, since the link was made.
      if (isAppError(error, "CONNECTION_UNUSABLE")) return { kind: "refuse", reason: "unusable" };
      throw error;
    }
  }

  async #depart(flow: OauthFlow, row: ConnectionRow, bindingOf: BindingOf): Promise<StartAnswer> {
    const { authorizations, consents } = this.deps;
    const started = await this.deps.book.start(flow, bindingOf);
    if (typeof started === "string") return { kind: "refuse", reason: started };
    const location =
      flow.kind === "ADMIN_CONSENT"
        ? await consents.consentUrl(started, row)
        : await authorizations.signInUrl(started, row);
    const { binding: value, maxAgeSeconds } = started;
    return { kind: "depart", location, cookie: { flowId: flow.id, value, maxAgeSeconds } };
  }

  /** The answer to a sign-in. */
  async finishSignIn(answer: CallbackParameters, bindingOf: BindingOf, call: Call): Promise<CallbackAnswer> {
    const by = "MAILBOX_AUTHORIZATION";
    const taken = await this.deps.book.take(by, answer.state, bindingOf);
    if (typeof taken === "string") return { kind: "refuse", reason: taken };
    return this.#settle(taken, async (row) => {
      if (isCancelled(answer)) return { kind: "CANCELLED", by };
      if (answer.error !== null || answer.code === null) {
        return isApprovalNeeded(answer) ? this.#askForApproval(row, taken.binding) : refusedAnswer(answer, by);
      }
      try {
        return await this.deps.authorizations.finish(taken, row, answer.code, call);
      } catch (error) {
        return isApprovalNeededBy(error) ? this.#askForApproval(row, taken.binding) : refusedFailure(error, by);
      }
    });
  }

  /** The answer to a request for an administrator's consent. */
  async finishConsent(answer: CallbackParameters, bindingOf: BindingOf, call: Call): Promise<CallbackAnswer> {
    const by = "ADMIN_CONSENT";
    const taken = await this.deps.book.take(by, answer.state, bindingOf);
    if (typeof taken === "string") return { kind: "refuse", reason: taken };
    return this.#settle(taken, async (row) => {
      try {
        return await this.deps.consents.finish(taken, row, answer, call);
      } catch (error) {
        return refusedFailure(error, by);
      }
    });
  }

  /** What came of a flow, for its own browser alone. Null when there is nothing (any more) that it may read. */
  async outcome(flowId: string, bindingOf: BindingOf): Promise<OutcomeAnswer | null> {
    const found = await this.deps.book.ofBrowser(flowId, bindingOf);
    if (found === null || found.flow.outcome === null) return null;
    const outcome = found.flow.outcome as FlowOutcome;
    const hasLink = outcome.kind === "APPROVAL_NEEDED" && outcome.hasLink;
    return { outcome, approvalUrl: hasLink ? this.deps.book.linkOf(handleFrom(found.binding, APPROVAL_LINK)) : null };
  }

  async #settle({ flow }: TakenFlow, work: (row: ConnectionRow) => Promise<FlowResult>): Promise<CallbackAnswer> {
    const row = await this.#connectionOf(flow);
    if (row === undefined) return { kind: "refuse", reason: "unknown" };
    const result = await work(row);
    const outcome: FlowOutcome = { ...result, organization: await this.#organizationName(row), connection: row.name };
    await this.deps.db.oauthFlows.setOutcome(flow.id, outcome);
    return { kind: "done", flowId: flow.id };
  }

  /** People who may not consent get a message for somebody who may, and a link for that one. */
  async #askForApproval(row: ConnectionRow, binding: string): Promise<FlowResult> {
    const { cloud, clientId, tenantId, name, access, supportedAccountTypes, permissionLevel } = row;
    const answers = {
      mailboxes: "EACH_PERSON_CONNECTS",
      use: permissionLevel,
      severalTenants: false,
      personalAccounts: false,
      directorySearch: false,
      settings: "NONE",
      rooms: false,
      mayConsent: false,
      applicationName: name,
      cloud,
      clientId,
      tenantId,
    } as const;
    const registration = { access, supportedAccountTypes, permissions: requiredPermissions(row), redirectUris: [] };
    const { subject, text, whoMayApprove } = approvalRequest(answers, registration);
    const hasLink = await this.#openApproval(row, binding);
    return { kind: "APPROVAL_NEEDED", subject, text, whoMayApprove, hasLink };
  }

  async #openApproval(row: ConnectionRow, binding: string): Promise<boolean> {
    const anyTenant =
      row.supportedAccountTypes === "MULTI_TENANT" || row.supportedAccountTypes === "MULTI_TENANT_AND_PERSONAL";
    try {
      await this.deps.consents.begin(row, anyTenant, handleFrom(binding, APPROVAL_LINK));
      return true;
    } catch (error) {
      if (isAppError(error)) return false;
      throw error;
    }
  }

  async #connectionOf({ connectionId, organizationId }: OauthFlow): Promise<ConnectionRow | undefined> {
    return (await this.deps.db.connections.byIds([connectionId], organizationId)).get(connectionId);
  }

  async #organizationName({ organizationId }: ConnectionRow): Promise<string> {
    const found = await this.deps.db.organizations.byIds([organizationId], organizationId);
    return found.get(organizationId)?.name ?? "";
  }
}
