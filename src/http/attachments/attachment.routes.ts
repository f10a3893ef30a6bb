import type { AttachmentEndpoint } from "../../api/attachment-endpoint.js";
import type { Viewer } from "../../auth/viewer.js";
import type { Clock } from "../../lib/clock.js";
import { DIRECT_LIMIT_BYTES } from "../../services/attachments/attachment-writer.service.js";
import type { Answer } from "../answer.js";
import { CallScope } from "../call-scope.js";
import type { FindRoute } from "../request-handler.js";
import type { Exchange, Route } from "../route.js";
import { contentDisposition } from "./content-disposition.js";
import { safeContentType, uploadedContentType } from "./content-type.js";
import { refusalOf } from "./refusal-of.js";
import { announcedSize, uploadBody } from "./upload-body.js";
import { uploadQuery } from "./upload-query.js";

const ID = "[A-Za-z0-9_-]{1,1500}";
const DOWNLOAD = new RegExp(`^/attachments/(${ID})$`);
const UPLOAD = new RegExp(`^/events/(${ID})/attachments$`);

export interface AttachmentRoutesOptions {
  readonly endpoint: AttachmentEndpoint;
  readonly maxBytes: number;
  /** Longest time of one transfer. */
  readonly deadlineMs: number;
  /** Longest time without a byte of the client's. */
  readonly stallMs: number;
  readonly clock: Clock;
}

/** Files on their way in and out, with the same key as GraphQL. Addresses hold no right of their own. */
export function attachmentRoutes(options: AttachmentRoutesOptions): FindRoute {
  const { endpoint, maxBytes, deadlineMs, stallMs, clock } = options;

  async function within<T>(
    { res, requestId, traceparent }: Exchange,
    viewer: Viewer,
    work: (scope: CallScope) => Promise<T>,
  ): Promise<T> {
    const scope = new CallScope(
      res,
      { requestId, traceparent, client: viewer.apiKeyId, idempotencyKey: undefined },
      { deadlineMs, clock },
    );
    // The answer's body comes in the same time.
    res.once("close", () => scope.end());
    try {
      return await scope.within(work(scope));
    } catch (error) {
      scope.end();
      throw refusalOf(error);
    }
  }

  async function download(exchange: Exchange, viewer: Viewer): Promise<Answer> {
    const id = DOWNLOAD.exec(exchange.path)?.[1] ?? "";
    const { attachment, size, bytes } = await within(exchange, viewer, ({ call }) =>
      endpoint.download(viewer, id, call),
    );
    return {
      status: 200,
      headers: {
        "content-type": safeContentType(attachment.contentType),
        "content-disposition": contentDisposition(attachment.name),
        // Whoever opens it all the same gets neither scripts nor our origin.
        "content-security-policy": "sandbox; default-src 'none'",
        "cross-origin-resource-policy": "same-origin",
        // Its length was said, and what is packed already is not packed again.
        "cache-control": "no-store, no-transform",
        "accept-ranges": "none",
        ...(size !== null && { "content-length": String(size) }),
      },
      body: bytes,
    };
  }

  async function upload(exchange: Exchange, viewer: Viewer): Promise<Answer> {
    const { req, res, path, search } = exchange;
    const id = UPLOAD.exec(path)?.[1] ?? "";
    const query = uploadQuery(search);
    const contentType = uploadedContentType(req);
    const size = announcedSize(req, query.size);
    const bytes = uploadBody(req, res, size, { maxBytes, maxUnsizedBytes: DIRECT_LIMIT_BYTES, stallMs });
    const made = await within(exchange, viewer, ({ call }) =>
      endpoint.upload(viewer, id, { ...query, contentType, size, bytes }, call),
    );
    return {
      status: 201,
      headers: { "content-type": "application/json; charset=utf-8" },
      body: `${JSON.stringify({ attachment: made })}\n`,
    };
  }

  const routes: readonly (readonly [RegExp, Route])[] = [
    [DOWNLOAD, { name: "attachment", methods: ["GET"], cors: true, access: "viewer", handle: download }],
    [UPLOAD, { name: "upload", methods: ["POST"], cors: true, access: "viewer", handle: upload }],
  ];
  return (_req, path) => routes.find(([pattern]) => pattern.test(path))?.[1];
}
