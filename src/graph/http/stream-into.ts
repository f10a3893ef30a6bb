import { abortable } from "../../lib/abortable.js";
import type { BodySink } from "../body-sink.js";
import { localGraphError } from "../graph-error.js";
import type { HttpHeaders } from "../headers.js";

export function isSuccess(status: number): boolean {
  return status >= 200 && status <= 299;
}

/**
 * Hands a body on, piece by piece, each when the one before was taken. To leave the loop early is the end of the body and
 * of what it comes on.
 *
 * @throws GraphError `UnexpectedBody` for a body that is packed although that was not asked for, `NetworkError` for one
 *   that is not as long as its head says.
 */
export async function streamInto(
  into: BodySink,
  headers: HttpHeaders,
  body: AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<void> {
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding.trim().toLowerCase() !== "identity") {
    throw localGraphError("UnexpectedBody", "Graph's answer has an encoding that was not asked for.");
  }
  into.begin(headers);
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    await abortable(into.write(chunk), signal);
  }
  const announced = headers["content-length"];
  if (announced !== undefined && Number(announced) !== bytes) {
    throw localGraphError("NetworkError", "Graph's answer was cut off.");
  }
}
