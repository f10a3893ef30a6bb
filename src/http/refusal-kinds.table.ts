/** All that the edge refuses by itself: status, code and when it does; docs/errors.md is written from it. */
export const REFUSAL_KINDS = {
  "400 BAD_REQUEST":
    "The bytes are not HTTP/1.1, or the body is empty, ended early, or is not one JSON object in UTF-8.",
  "400 INVALID_INPUT":
    "A parameter of an upload is wrong, or its length is not the announced one; `argumentPath` names it.",
  "401 UNAUTHENTICATED": "The request carries no API key, or one that is not accepted.",
  "403 FORBIDDEN": "A browser asks from a page of an origin that the gateway does not allow.",
  "404 NOT_FOUND": "Nothing lives at this address.",
  "405 METHOD_NOT_ALLOWED": "The address takes other methods; the header `Allow` names them.",
  "408 TIMEOUT": "The request took too long to arrive.",
  "411 INVALID_INPUT": "An upload does not say how long it is.",
  "413 LIMIT_EXCEEDED": "The request's body is too large; `limit` has the numbers.",
  "415 UNSUPPORTED_MEDIA_TYPE": "The body is not of a type that this address takes, or it is compressed.",
  "431 LIMIT_EXCEEDED": "The request's headers are too large.",
  "500 INTERNAL": "A fault of the gateway; its log has the reason under `ref`.",
  "503 INTERNAL": "The explorer was not built with this gateway.",
  "504 TIMEOUT": "No answer was ready before the deadline. A write may have been done.",
} as const;

export type RefusalKind = keyof typeof REFUSAL_KINDS;

type Parts<Kind> = Kind extends `${infer Status extends number} ${infer Code}`
  ? readonly [status: Status, code: Code]
  : never;

/** Status and code of a refusal: pairs of the table alone. */
export type RefusalParts = Parts<RefusalKind>;
