import type { User } from "../../core/directory.model.js";
import type { UploadSession } from "../../core/event-parts.model.js";
import { type FaultSubject, mailboxNamesOf } from "../../core/faults/fault-match.js";
import { underFault } from "../../core/faults/strike.js";
import type { HttpAnswer, HttpRequest } from "../../core/http-message.js";
import { pathSegments } from "../../core/path-segments.js";
import type { World } from "../../core/world.js";
import { utcText } from "../../core/zoned-time.js";
import { failureAnswer, GraphFailure, type GraphTrace, itemNotFound } from "../graph-failure.js";
import { type Fate, graphVoice } from "../graph-faults.js";
import { contentHeaders, newTrace, traceHeaders } from "../graph-trace.js";
import { LimitReached } from "../limit-reached.js";
import { type RequestLimits, uploadBytesOf } from "../limits.js";
import { newVersion } from "../meetings/meeting-copy.js";
import { newAttachmentIds } from "./attachment-body.js";

const CONTENT_RANGE = /^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/i;

/** The far end of upload sessions: takes chunks in order, with no token but the one in the address. */
export class UploadService {
  constructor(
    readonly world: World,
    readonly limits: RequestLimits,
  ) {}

  async handle(request: HttpRequest): Promise<HttpAnswer> {
    const { log, clock } = this.world;
    const trace = newTrace(this.world, request);
    const [sequence, at, started] = [log.open(), clock.now(), performance.now()];
    const fate: Fate = {};
    const known = this.#knownSession(request);
    let status = 0;
    try {
      const answer = await this.#limited(request, known, trace, fate);
      status = answer.status;
      const headers = { ...contentHeaders(answer.json !== undefined), ...traceHeaders(trace), ...answer.headers };
      return { ...answer, headers };
    } finally {
      const { method, path, query } = request;
      const { clientRequestId } = trace;
      const tookMs = performance.now() - started;
      const entry = { sequence, at, kind: "http", service: "graph", method, path, query, status } as const;
      const owner = known && { tenantId: known.tenantId, appId: known.appId };
      const mailbox = known && this.#userOf(known)?.userPrincipalName;
      log.add({ ...entry, ...owner, ...(mailbox && { mailbox }), clientRequestId, ...fate, tookMs });
    }
  }

  /** Chunks count as uploads to the mailbox that the session is for. */
  async #limited(
    request: HttpRequest,
    session: UploadSession | undefined,
    trace: GraphTrace,
    fate: Fate,
  ): Promise<HttpAnswer> {
    const { method, path, signal } = request;
    let leave = () => {};
    try {
      if (session !== undefined) leave = this.limits.enter(session.appId, session.userId, uploadBytesOf(request));
      const user = session && this.#userOf(session);
      const subject: FaultSubject = {
        service: "graph",
        method,
        path,
        ...(session && { tenantId: session.tenantId, appId: session.appId }),
        ...(user && { mailboxNames: mailboxNamesOf(user) }),
      };
      const taken = this.world.faults.take(subject);
      if (taken !== undefined) fate.fault = taken.mark;
      const work = async () => this.#answer(request, trace);
      return await underFault(taken?.action, signal, graphVoice(trace, "UnknownError"), work);
    } catch (error) {
      if (!(error instanceof LimitReached)) throw error;
      fate.refusedBy = error.limit;
      return failureAnswer(error, trace);
    } finally {
      leave();
    }
  }

  #userOf({ tenantId, userId }: UploadSession): User | undefined {
    return this.world.store.tenants.get(tenantId)?.users.get(userId);
  }

  #knownSession(request: HttpRequest): UploadSession | undefined {
    return this.world.store.uploads.get(pathSegments(request.path)?.at(-1) ?? "");
  }

  #answer(request: HttpRequest, trace: GraphTrace): HttpAnswer {
    try {
      const session = this.#sessionOf(request);
      if (request.method === "PUT") return this.#put(session, request);
      if (request.method === "DELETE") {
        this.world.store.uploads.delete(session.id);
        return { status: 204, headers: {} };
      }
      throw new GraphFailure(405, "Request_BadRequest", "An upload session takes PUT and DELETE.", {
        Allow: "PUT, DELETE",
      });
    } catch (error) {
      if (error instanceof GraphFailure) return failureAnswer(error, trace);
      throw error;
    }
  }

  #sessionOf(request: HttpRequest): UploadSession {
    const session = this.#knownSession(request);
    if (session === undefined || session.expiresAt <= this.world.clock.now()) throw itemNotFound();
    if (new URLSearchParams(request.query).get("authtoken") !== session.token)
      throw unauthorized("token of the address");
    if (request.headers.authorization !== undefined && this.world.switches.uploadAuthorization === "refuse") {
      throw unauthorized("Authorization header, which an upload session must not have");
    }
    return session;
  }

  #put(session: UploadSession, request: HttpRequest): HttpAnswer {
    const bytes = request.bytes ?? Buffer.alloc(0);
    const next = session.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    const [, first, last, total] = CONTENT_RANGE.exec(request.headers["content-range"] ?? "") ?? [];
    if (first === undefined) throw badRange(400, "A chunk needs 'Content-Range: bytes {first}-{last}/{total}'.");
    if (Number(total) !== session.size) throw badRange(400, "The total is not the size that the session was made for.");
    if (Number(first) !== next) throw badRange(416, `Chunks go in order; the next one begins at ${next}.`);
    if (Number(last) >= session.size || Number(last) - Number(first) + 1 !== bytes.length) {
      throw badRange(400, "The range is not as long as the chunk.");
    }
    session.chunks.push(bytes);
    if (next + bytes.length < session.size) {
      const json = {
        "@odata.context": `${this.world.origin()}/api/v2.0/$metadata#Users('${session.userId}')/AttachmentSessions/$entity`,
        ExpirationDateTime: utcText(session.expiresAt, true),
        nextExpectedRanges: [String(next + bytes.length)],
      };
      return { status: 200, headers: {}, json };
    }
    return { status: 201, headers: { Location: this.#finish(session) } };
  }

  /** Hangs the file on the event; answers where it is. */
  #finish(session: UploadSession): string {
    const { store } = this.world;
    store.uploads.delete(session.id);
    const mailbox = this.#userOf(session)?.mailbox;
    const event = mailbox && store.event(mailbox, session.eventId);
    if (mailbox === undefined || event === undefined) throw itemNotFound();
    const { name, isInline, contentId } = session;
    const contentType = session.contentType ?? "application/octet-stream";
    const bytes = Buffer.concat(session.chunks);
    const row = {
      ...newAttachmentIds(this.world),
      kind: "file" as const,
      name,
      isInline,
      contentId,
      contentType,
      bytes,
    };
    store.putEvent(mailbox, { ...event, attachments: [...(event.attachments ?? []), row], ...newVersion(this.world) });
    const user = `Users('${session.userId}@${session.tenantId}')`;
    const path = `${user}/Events('${encodeURIComponent(event.id)}')/Attachments('${encodeURIComponent(row.id)}')`;
    return `${this.world.origin()}/api/v2.0/${path}`;
  }
}

const badRange = (status: number, message: string) => new GraphFailure(status, "invalidRange", message);
const unauthorized = (what: string) => new GraphFailure(401, "InvalidAuthenticationToken", `Refused for the ${what}.`);
