import { pino } from "pino";
import type { Logger } from "./logger.js";

/** Members that must never be written, wherever in a line's facts they stand. */
const SECRET_MEMBERS = new Set([
  "authorization",
  "clientSecret",
  "client_secret",
  "token",
  "accessToken",
  "access_token",
]);

export interface LoggerOptions {
  readonly level: "debug" | "info" | "warn" | "error" | "silent";
  /** Where lines go; default standard output. */
  readonly write?: (line: string) => void;
}

/**
 * One JSON object a line. Errors are written without the members that libraries hang on them, which may hold requests:
 * name, code, message and stack alone.
 */
export function createLogger({ level, write }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // pino's own redaction by wildcards costs several times the rest of a line.
    formatters: { level: (label: string) => ({ level: label }), log: withoutSecrets },
    serializers: { err: describeError },
  };
  return write === undefined ? pino(options) : pino(options, { write });
}

/** The facts without secret members, at the top and one level below; what has none is passed on as it is. */
function withoutSecrets(facts: Record<string, unknown>): Record<string, unknown> {
  let clean: Record<string, unknown> | undefined;
  for (const [name, value] of Object.entries(facts)) {
    const shown = SECRET_MEMBERS.has(name) ? "[secret]" : withoutOwnSecrets(value);
    if (shown === value) continue;
    clean ??= { ...facts };
    clean[name] = shown;
  }
  return clean ?? facts;
}

function withoutOwnSecrets(value: unknown): unknown {
  // Errors have a serializer of their own, which writes none of their members.
  if (typeof value !== "object" || value === null || value instanceof Error || Array.isArray(value)) return value;
  const hidden = Object.keys(value).filter((name) => SECRET_MEMBERS.has(name));
  return hidden.length === 0 ? value : { ...value, ...Object.fromEntries(hidden.map((name) => [name, "[secret]"])) };
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { name: error.name, ...(code !== undefined && { code }), message: error.message, stack: error.stack };
}
