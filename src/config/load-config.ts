import { resolve } from "node:path";
import type { EmulatorUrls } from "../lib/clouds.js";
import { parseSealingKeys } from "../lib/sealed-box.js";
import { Secret } from "../lib/secret.js";
import { ConfigError } from "./config-error.js";
import { Environment } from "./sections.js";
import { mailFaults, smtpSettings } from "./smtp-settings.js";

/** Keys that stand in examples and documentation: known to everybody, so never good enough for production. */
export const EXAMPLE_BOOTSTRAP_API_KEY = "change-me-to-at-least-32-random-characters";

const HOUR_MS = 3_600_000;

export type Config = ReturnType<typeof toConfig>;

/**
 * Reads the settings from an environment. Pure: the caller passes `process.env`.
 *
 * @throws ConfigError that names every variable at fault at once.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty value in a .env file means "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = Environment.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  faults.push(...combinationFaults(given));
  if (!parsed.success || faults.length > 0) throw new ConfigError(faults);
  return Object.freeze(toConfig(parsed.data));
}

/** Rules over several variables; they read the raw texts so that they are reported beside the faults of single ones. */
function combinationFaults(env: Readonly<Record<string, string | undefined>>): string[] {
  const faults: string[] = [];
  if ((env.EMULATOR_LOGIN_URL === undefined) !== (env.EMULATOR_GRAPH_URL === undefined)) {
    faults.push("EMULATOR_LOGIN_URL, EMULATOR_GRAPH_URL: set both or neither");
  }
  if (env.SECRET_KEYS !== undefined) faults.push(...sealingKeyFaults(env.SECRET_KEYS));
  faults.push(...mailFaults(env));
  if (env.NODE_ENV !== "production") return faults;
  if (env.SECRET_KEYS === undefined) {
    faults.push("SECRET_KEYS: required in production, as id:base64; make a key with: openssl rand -base64 32");
  }
  if (env.BOOTSTRAP_API_KEY === EXAMPLE_BOOTSTRAP_API_KEY) {
    faults.push("BOOTSTRAP_API_KEY: is the example key that everybody knows; make one with: openssl rand -base64 33");
  }
  if (env.EMULATOR_LOGIN_URL !== undefined || env.EMULATOR_GRAPH_URL !== undefined) {
    faults.push("EMULATOR_LOGIN_URL, EMULATOR_GRAPH_URL: the emulator cloud must not be configured in production");
  }
  if (env.EXPLORER_API_KEY !== undefined) {
    faults.push("EXPLORER_API_KEY: would put a key into a page; not allowed in production");
  }
  return faults;
}

/** The text of a fault names the key's number or id, never its bytes. */
function sealingKeyFaults(text: string): string[] {
  try {
    parseSealingKeys(text);
    return [];
  } catch (error) {
    return [`SECRET_KEYS: ${error instanceof Error ? error.message : "cannot be read"}`];
  }
}

function toConfig(env: Environment) {
  const production = env.NODE_ENV === "production";
  const dataDir = resolve(env.DATA_DIR);
  return {
    production,
    logLevel: env.LOG_LEVEL,
    http: {
      host: env.HOST,
      port: env.PORT,
      publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
      corsOrigins: env.CORS_ORIGINS,
      bodyLimitBytes: env.HTTP_BODY_LIMIT_BYTES,
      headersTimeoutMs: env.HTTP_HEADERS_TIMEOUT_MS,
      requestTimeoutMs: env.HTTP_REQUEST_TIMEOUT_MS,
      keepAliveTimeoutMs: env.HTTP_KEEP_ALIVE_TIMEOUT_MS,
      deadlineMs: env.HTTP_DEADLINE_MS,
      compressMinBytes: env.HTTP_COMPRESSION ? env.HTTP_COMPRESS_MIN_BYTES : null,
      drainMs: env.HTTP_DRAIN_MS,
    },
    metricsToken: secretOrNull(env.METRICS_TOKEN),
    data: { dir: dataDir, databaseUrl: env.DATABASE_URL ?? `sqlite://${dataDir}/gateway.sqlite` },
    access: {
      bootstrapApiKey: secretOrNull(env.BOOTSTRAP_API_KEY),
      secretKeys: secretOrNull(env.SECRET_KEYS),
      federatedTokenDirs: env.FEDERATED_TOKEN_DIRS,
    },
    attachments: {
      maxBytes: env.ATTACHMENT_MAX_BYTES,
      transfers: env.ATTACHMENT_TRANSFERS,
      deadlineMs: env.ATTACHMENT_DEADLINE_MS,
    },
    emulator: emulatorUrls(env),
    graph: {
      batchWidth: env.GRAPH_BATCH_WIDTH,
      perMailboxConcurrency: env.GRAPH_MAILBOX_CONCURRENCY,
      requestTimeoutMs: env.GRAPH_REQUEST_TIMEOUT_MS,
      maxAttempts: env.GRAPH_MAX_ATTEMPTS,
      maxWaitMs: env.GRAPH_MAX_WAIT_MS,
    },
    remembersListed: env.EVENT_IDS_REMEMBERED === "listed",
    scheduling: { maxAddresses: env.SCHEDULE_MAX_ADDRESSES, maxDays: env.SCHEDULE_MAX_DAYS },
    writes: {
      keptMs: env.IDEMPOTENCY_HOURS * HOUR_MS,
      maxRecipients: env.EVENT_MAX_RECIPIENTS,
      mailsPerHour: env.EVENT_MAILS_PER_HOUR,
    },
    responseCache: {
      kind: env.RESPONSE_CACHE,
      maxBytes: env.RESPONSE_CACHE_BYTES,
      defaultMaxAgeSeconds: env.RESPONSE_CACHE_MAX_AGE_SECONDS,
    },
    smtp: smtpSettings(env),
    invitations: { hours: env.INVITATION_HOURS, perHour: env.INVITATIONS_PER_HOUR },
    transport: {
      http2: env.GRAPH_HTTP2,
      http2Connections: env.GRAPH_HTTP2_CONNECTIONS,
      connections: env.GRAPH_CONNECTIONS,
      maxAnswerBytes: env.GRAPH_MAX_ANSWER_BYTES,
      ...(env.HTTPS_PROXY !== undefined && { proxy: { url: new Secret(env.HTTPS_PROXY), except: env.NO_PROXY } }),
    },
    limits: {
      maxTokens: env.LIMIT_TOKENS,
      maxDepth: env.LIMIT_DEPTH,
      maxAliases: env.LIMIT_ALIASES,
      maxRootFields: env.LIMIT_ROOT_FIELDS,
      maxDirectives: env.LIMIT_DIRECTIVES,
      maxErrors: env.LIMIT_ERRORS,
      maxPageSize: env.LIMIT_PAGE_SIZE,
      maxCost: env.LIMIT_COST,
    },
    graphql: {
      responseTextBytes: env.RESPONSE_TEXT_BYTES,
      introspection: env.GRAPHQL_INTROSPECTION ?? !production,
      explorer: env.EXPLORER ?? !production,
      explorerApiKey: secretOrNull(env.EXPLORER_API_KEY),
    },
  };
}

function emulatorUrls(env: Environment): EmulatorUrls {
  if (env.EMULATOR_LOGIN_URL === undefined || env.EMULATOR_GRAPH_URL === undefined) return undefined;
  return { loginUrl: env.EMULATOR_LOGIN_URL, graphUrl: env.EMULATOR_GRAPH_URL };
}

function secretOrNull(text: string | undefined): Secret | null {
  return text === undefined ? null : new Secret(text);
}
