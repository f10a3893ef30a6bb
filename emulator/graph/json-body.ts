import type { GraphCall } from "./graph-call.js";
import { GraphFailure } from "./graph-failure.js";

export type JsonObject = Readonly<Record<string, unknown>>;

export const bodyUnreadable = (message: string) => new GraphFailure(400, "RequestBodyRead", message);

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The request's body as a JSON object. Throws 415 for another content type and 400 `RequestBodyRead` otherwise. */
export function readJsonBody(call: GraphCall): JsonObject {
  const type = call.request.headers["content-type"];
  if (type !== undefined && !/^application\/([\w.-]+\+)?json\b/i.test(type)) {
    throw new GraphFailure(
      415,
      "UnsupportedMediaType",
      `The content type '${type}' is not supported; send application/json.`,
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(call.request.body);
  } catch {
    throw bodyUnreadable(
      "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.",
    );
  }
  if (!isJsonObject(value)) throw bodyUnreadable("The request payload must be a JSON object.");
  return value;
}
