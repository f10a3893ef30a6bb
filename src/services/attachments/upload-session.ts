import {
  cancelUpload,
  createUploadSession,
  type GraphClient,
  isGraphError,
  type NewFile,
  putChunk,
  type UploadSession,
} from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import type { ByteTaker } from "./byte-taker.js";

/** A multiple of 320 KiB, as Microsoft's upload sessions like it, and under 4 MB by either way of counting. */
const CHUNK_BYTES = 12 * 327_680;
/** How often one chunk may be answered by a wish for a part of it again. */
const MAX_REPEATS = 5;
const CANCEL_MS = 10_000;

export interface LargeFile {
  readonly eventGraphId: string;
  readonly file: NewFile;
  readonly size: number;
  readonly bytes: ByteTaker;
}

/** `lost`: the session has ended at its last chunk, whose answer nobody saw: it may have made the attachment. */
export type UploadOutcome = { readonly kind: "done"; readonly attachmentId: string } | { readonly kind: "lost" };

/** Sends one large file in chunks, one in memory at a time. A session that does not come to its end is cancelled. */
export async function uploadLargeFile(
  graph: GraphClient,
  { connection, graphUser }: OpenMailbox,
  { eventGraphId, file, size, bytes }: LargeFile,
  call: Call,
): Promise<UploadOutcome> {
  const place = { mailbox: graphUser, eventId: eventGraphId };
  const session = await createUploadSession(graph, connection, { ...place, file, size }, call);
  try {
    return await sendChunks({ graph, connection, session, size, call }, bytes);
  } catch (error) {
    // The call may be over already; the session is dropped all the same.
    const own = { ...call, signal: AbortSignal.timeout(CANCEL_MS), deadline: undefined };
    await cancelUpload(graph, connection, session, own).catch(() => undefined);
    throw error;
  }
}

interface Upload {
  readonly graph: GraphClient;
  readonly connection: OpenMailbox["connection"];
  readonly session: UploadSession;
  readonly size: number;
  readonly call: Call;
}

async function sendChunks(upload: Upload, source: ByteTaker): Promise<UploadOutcome> {
  const { size } = upload;
  let isAssumed = false;
  for (let from = 0; from < size; from += CHUNK_BYTES) {
    const bytes = await source.take(Math.min(CHUNK_BYTES, size - from));
    if (bytes.length < Math.min(CHUNK_BYTES, size - from)) throw endedEarly(size, from + bytes.length);
    // A body that is longer than announced has to be known before its last chunk makes the attachment.
    if (from + bytes.length === size && (await source.take(1)).length > 0) throw tooLong(size);
    const outcome = await sendChunk(upload, bytes, from);
    if (typeof outcome === "object") return outcome;
    // Two in a row that are refused as known are not the echo of one lost answer: something is missing before them.
    if (outcome === "known" && isAssumed) throw broken();
    isAssumed = outcome === "known";
  }
  throw broken();
}

/** `known`: the session says that it is past this chunk, which a repetition meets whose first answer was lost. */
async function sendChunk(
  { graph, connection, session, size, call }: Upload,
  bytes: Buffer,
  from: number,
): Promise<UploadOutcome | "taken" | "known"> {
  const end = from + bytes.length;
  let at = from;
  for (let repeats = 0; repeats < MAX_REPEATS; repeats++) {
    try {
      const part = { bytes: bytes.subarray(at - from), from: at, total: size };
      const answer = await putChunk(graph, connection, session, part, call);
      if (answer.kind === "done") return answer;
      const next = answer.next ?? end;
      if (next === end) return "taken";
      if (next < from || next > end) throw broken();
      at = next;
    } catch (error) {
      if (!isGraphError(error)) throw error;
      if (error.status === 416) return "known";
      if (error.status === 404 && end === size) return { kind: "lost" };
      throw error;
    }
  }
  throw broken();
}

function endedEarly(size: number, actual: number): AppError {
  return new AppError("INVALID_INPUT", `${size} bytes were announced and ${actual} came. Nothing was attached.`, {
    path: ["body"],
  });
}

function tooLong(size: number): AppError {
  return new AppError("INVALID_INPUT", `${size} bytes were announced and more came. Nothing was attached.`, {
    path: ["body"],
  });
}

function broken(): AppError {
  return new AppError(
    "UPSTREAM_UNAVAILABLE",
    "Microsoft lost a part of the upload and cannot go on from there. Nothing was attached; send the file again.",
    { retryable: true },
  );
}
