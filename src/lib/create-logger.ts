import { pino } from "pino";
import type { Logger } from "./logger.js";

/** Members that must never be written, wherever in a line's facts they stand. */
const SECRET_MEMBERS = ["authorization", "clientSecret", "client_secret", "token", "accessToken", "access_token"];

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
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET_MEMBERS.flatMap((name) => [name, `*.${name}`]), censor: "[secret]" },
    serializers: { err: describeError },
  };
  return write === undefined ? pino(options) : pino(options, { write });
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  return { name: error.name, ...(code !== undefined && { code }), message: error.message, stack: error.stack };
}
