import type { IncomingMessage } from "node:http";
import { Refusal } from "../refusal.js";

const BYTES = "application/octet-stream";

/**
 * Types that a browser may be told of. None of them runs scripts or fetches anything, whatever the file holds; all
 * others are told as bytes.
 */
const HARMLESS =
  /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp|tiff)|audio\/[\w.+-]+|video\/[\w.+-]+|text\/(?:plain|csv|calendar)|application\/(?:pdf|zip|gzip|json|rtf|msword|vnd\.ms-[\w.-]+|vnd\.openxmlformats-officedocument\.[\w.-]+|vnd\.oasis\.opendocument\.[\w.-]+))$/;

/** The type to answer a file with, from what its sender called it. Parameters are left out. */
export function safeContentType(claimed: string | null): string {
  const type = (claimed ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return HARMLESS.test(type) ? type : BYTES;
}

/** The type of an uploaded file: the request's own. Forms are refused, whose body is not the file. */
export function uploadedContentType({ headers }: IncomingMessage): string {
  const type = headers["content-type"]?.trim() || BYTES;
  if (/^(?:multipart\/|application\/x-www-form-urlencoded)/i.test(type)) {
    throw new Refusal(
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "Send the file itself as the body, with its own Content-Type, such as `application/pdf`; forms are not read.",
    );
  }
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (encoding !== "identity") {
    throw new Refusal(
      415,
      "UNSUPPORTED_MEDIA_TYPE",
      "Compressed request bodies are not accepted; send the file as it is.",
      {
        headers: { "accept-encoding": "identity" },
      },
    );
  }
  return type;
}
