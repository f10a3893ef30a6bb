import type { Call } from "../../lib/call.js";
import { localGraphError } from "../graph-error.js";
import type { GraphClient, GraphConnection } from "../graph-types.js";
import type { NewFile } from "./attachments.js";
import { type EventPlace, eventPath } from "./event-path.js";

/** Where the bytes of one large file are sent. Whoever knows the address may send them: it is shown nowhere. */
export interface UploadSession {
  readonly mailbox: string;
  readonly url: string;
}

export interface UploadChunk {
  readonly bytes: Buffer;
  /** Position of its first byte in the file. */
  readonly from: number;
  /** Bytes of the whole file. */
  readonly total: number;
}

/** What became of a chunk. `next`: the position from which the session wants to go on, where it said so. */
export type ChunkAnswer =
  | { readonly kind: "taken"; readonly next: number | undefined }
  /** That was the last one; the attachment's id, which is not the immutable one. */
  | { readonly kind: "done"; readonly attachmentId: string };

/** Begins the upload of a file of 3 to 150 MB. A session that nobody uses expires, so this may be sent twice. */
export async function createUploadSession(
  client: GraphClient,
  connection: GraphConnection,
  { file, size, ...place }: EventPlace & { readonly file: NewFile; readonly size: number },
  call: Call,
): Promise<UploadSession> {
  const { mailbox } = place;
  const request = {
    method: "POST",
    path: `${eventPath(place)}/attachments/createUploadSession`,
    mailbox,
    body: { AttachmentItem: { attachmentType: "file", size, ...file } },
    repeatable: true,
    isAwaited: true,
  } as const;
  const { body } = await client.send<{ uploadUrl?: unknown }>(connection, request, call);
  if (typeof body?.uploadUrl !== "string") {
    throw localGraphError("UnexpectedBody", "Graph's answer names no address for the upload.");
  }
  return { mailbox, url: body.uploadUrl };
}

/**
 * Sends the next chunk. It may be sent twice: a session refuses (416) what it has already. A session that is gone is a
 * `GraphError` with status 404.
 */
export async function putChunk(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, url }: UploadSession,
  { bytes, from, total }: UploadChunk,
  call: Call,
): Promise<ChunkAnswer> {
  const range = `bytes ${from}-${from + bytes.length - 1}/${total}`;
  const request = {
    method: "PUT",
    path: url,
    isPreauthenticated: true,
    mailbox,
    headers: { "content-range": range },
    bytes,
    repeatable: true,
  } as const;
  const { status, headers, body } = await client.send<unknown>(connection, request, call);
  if (status !== 201) return { kind: "taken", next: nextPosition(body) };
  const attachmentId = attachmentIdIn(headers.location ?? "");
  if (attachmentId !== undefined) return { kind: "done", attachmentId };
  throw localGraphError("UnexpectedBody", "Graph's answer does not say which attachment was made.");
}

/** Drops a session with what it has; also one that is gone already. */
export async function cancelUpload(
  client: GraphClient,
  connection: GraphConnection,
  { mailbox, url }: UploadSession,
  call: Call,
): Promise<void> {
  const request = { method: "DELETE", path: url, isPreauthenticated: true, mailbox, repeatable: true } as const;
  await client.send(connection, request, call);
}

/** Ranges look like `0-`, `2097152` or `2097152-4194303`; chunks go in order, so the first says it all. */
function nextPosition(body: unknown): number | undefined {
  const ranges = typeof body === "object" && body !== null && "nextExpectedRanges" in body && body.nextExpectedRanges;
  const [first] = Array.isArray(ranges) ? ranges : [];
  const start = typeof first === "string" ? /^(\d{1,12})(-|$)/.exec(first)?.[1] : undefined;
  return start === undefined ? undefined : Number(start);
}

/** `…/Attachments('{id}')`, the id percent-encoded or not. */
function attachmentIdIn(location: string): string | undefined {
  const id = /\/attachments\('([^']+)'\)$/i.exec(location)?.[1] ?? /\/attachments\/([^/?]+)$/i.exec(location)?.[1];
  try {
    return id === undefined ? undefined : decodeURIComponent(id);
  } catch {
    return id;
  }
}
