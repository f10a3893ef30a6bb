import { isAbsolute, normalize } from "node:path";
import { z } from "zod";
import { flag, integer, list, mailbox, rootUrl } from "./fields.js";

/**
 * The environment, section by section. Each variable has a default or is optional, and a description from which
 * `.env.example` is generated. `npm run env:example` writes it; a check compares.
 */
export const SECTIONS = {
  process: {
    NODE_ENV: z
      .enum(["development", "production", "test"])
      .default("development")
      .describe("production switches the explorers and introspection off and refuses demo settings."),
    LOG_LEVEL: z
      .enum(["debug", "info", "warn", "error", "silent"])
      .default("info")
      .describe("Lowest level written to standard output, one JSON object a line."),
  },
  http: {
    HOST: z.string().min(1).default("127.0.0.1").describe("Address to listen on; 0.0.0.0 for all interfaces."),
    PORT: integer(0, 65_535).default(4000).describe("Port to listen on; 0 takes any free one."),
    PUBLIC_URL: rootUrl()
      .optional()
      .describe(
        "Address at which people's browsers reach this gateway, for links and redirect URIs. Default: http://localhost and the port.",
      ),
    CORS_ORIGINS: list()
      .default([])
      .describe("Browser origins that may call the API, comma-separated and exact. Empty: none."),
    HTTP_BODY_LIMIT_BYTES: integer(1_024, 16_777_216).default(262_144).describe("Largest request body, in bytes."),
    HTTP_HEADERS_TIMEOUT_MS: integer(1_000, 120_000)
      .default(10_000)
      .describe("Time a client has to send its request headers."),
    HTTP_REQUEST_TIMEOUT_MS: integer(1_000, 600_000)
      .default(30_000)
      .describe("Time a client has to send its whole request, and to take some part of an answer."),
    HTTP_KEEP_ALIVE_TIMEOUT_MS: integer(0, 600_000)
      .default(65_000)
      .describe("How long an idle connection is kept; longer than that of a load balancer in front."),
    HTTP_DEADLINE_MS: integer(1_000, 600_000)
      .default(60_000)
      .describe("Longest time one GraphQL request may take; then it is answered with what there is."),
    HTTP_COMPRESSION: flag()
      .default(true)
      .describe("Whether answers are compressed (brotli or gzip) for clients that accept it."),
    HTTP_COMPRESS_MIN_BYTES: integer(0, 16_777_216)
      .default(16_384)
      .describe("Answers below this size are sent as they are; they fit into a connection's first round trip."),
    METRICS_TOKEN: z
      .string()
      .regex(/^[A-Za-z0-9\-._~+/]{16,256}=*$/, "must have 16 to 256 letters, digits or - . _ ~ + /")
      .optional()
      .describe("Bearer token that opens /metrics, in Prometheus' text format. Unset: there is no such page."),
    HTTP_DRAIN_MS: integer(0, 600_000)
      .default(10_000)
      .describe("At shutdown, how long requests in flight may finish before their connections are cut."),
  },
  data: {
    DATA_DIR: z
      .string()
      .min(1)
      .default("data")
      .describe("Folder of the SQLite file and of the generated key file; made if missing."),
    DATABASE_URL: z
      .string()
      .regex(
        /^sqlite:\/\/\/.+/,
        "must look like sqlite:///absolute/path/gateway.sqlite (other databases are not supported yet)",
      )
      .optional()
      .describe("Default: gateway.sqlite in DATA_DIR. Only sqlite:///absolute/path is supported."),
    EVENT_IDS_REMEMBERED: z
      .enum(["listed", "used"])
      .default("listed")
      .describe(
        "Of which events it is remembered which meeting they are, so that their ids are followed where Microsoft changes them. listed: of all whose ids are handed out; lists with `id` read `iCalUId` too, about 125 bytes an event from Microsoft, and each event is a row of half a kilobyte for 400 days, at most 20,000 a mailbox. used: of those read or written by their id, and of lists that select `iCalUId`.",
      ),
  },
  access: {
    BOOTSTRAP_API_KEY: z
      .string()
      .regex(
        /^[A-Za-z0-9\-._~+/]{32,256}=*$/,
        "must have 32 to 256 letters, digits or - . _ ~ + /; make one with: openssl rand -base64 33",
      )
      .optional()
      .describe("An API key with the OWNER role. Unset: one is made and printed once at the first start."),
    SECRET_KEYS: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Keys that seal stored credentials, as id:base64 of 32 bytes, comma-separated; the first one seals, all of them open. Unset: a key file in DATA_DIR (not in production).",
      ),
    FEDERATED_TOKEN_DIRS: list()
      .refine((folders) => folders.every((folder) => isAbsolute(folder) && normalize(folder) === folder), {
        error: "must be absolute paths without . and ..",
      })
      .refine((folders) => !folders.includes("/"), { error: "must not allow the whole file system" })
      .default([])
      .describe(
        "Folders below which token files of federated credentials may lie, comma-separated and absolute, such as /var/run/secrets/azure/tokens. Empty: federated credentials cannot be used.",
      ),
  },
  attachments: {
    ATTACHMENT_MAX_BYTES: integer(1_024, 150_000_000)
      .default(150_000_000)
      .describe(
        "Largest file that is attached to an event, in bytes. Microsoft takes 150 MB; a mailbox may take less.",
      ),
    ATTACHMENT_TRANSFERS: integer(1, 1_000)
      .default(8)
      .describe("Attachments of one organization that are on their way, up or down, at once; two of one mailbox."),
    ATTACHMENT_DEADLINE_MS: integer(1_000, 3_600_000)
      .default(600_000)
      .describe("Longest time that one attachment may take, up or down. A stop in between is cut sooner."),
  },
  emulator: {
    EMULATOR_LOGIN_URL: rootUrl()
      .optional()
      .describe("Sign-in root of the EMULATOR cloud. Unset: `npm start` runs the bundled emulator."),
    EMULATOR_GRAPH_URL: rootUrl().optional().describe("Graph root of the EMULATOR cloud, without /v1.0."),
  },
  graph: {
    GRAPH_BATCH_WIDTH: integer(1, 4)
      .default(4)
      .describe("Requests in one $batch. Graph runs at most four Outlook requests of a batch at a time."),
    GRAPH_MAILBOX_CONCURRENCY: integer(1, 4)
      .default(4)
      .describe("Requests open at once per mailbox. Graph throttles an application above four."),
    GRAPH_REQUEST_TIMEOUT_MS: integer(100, 300_000).default(30_000).describe("Longest wait for one answer of Graph."),
    GRAPH_MAX_ATTEMPTS: integer(1, 10).default(3).describe("How often a request that may be repeated is sent at most."),
    GRAPH_MAX_WAIT_MS: integer(0, 300_000)
      .default(20_000)
      .describe("Longest wait that Graph may ask for before a request fails at once and tells the caller how long."),
    GRAPH_HTTP2: flag().default(true).describe("HTTP/2 to Graph where it is offered; off: HTTP/1.1 only."),
    GRAPH_HTTP2_CONNECTIONS: integer(1, 16).default(1).describe("HTTP/2 connections to one Graph host."),
    GRAPH_CONNECTIONS: integer(1, 1_024)
      .default(256)
      .describe("HTTP/1.1 connections to one Graph host, where HTTP/2 is not used; one carries a request at a time."),
    GRAPH_MAX_ANSWER_BYTES: integer(65_536, 1_073_741_824)
      .default(67_108_864)
      .describe("Largest answer of Graph that is read, in bytes, before and after it is decompressed."),
    HTTPS_PROXY: rootUrl()
      .optional()
      .describe("Proxy through which Entra and Graph are reached, by HTTP/1.1. Unset: directly."),
    NO_PROXY: z
      .string()
      .default("")
      .describe("Hosts that are reached without the proxy, comma-separated; a domain stands for its hosts too."),
  },
  scheduling: {
    SCHEDULE_MAX_ADDRESSES: integer(1, 100)
      .default(20)
      .describe("Addresses in one request for free and busy times. Microsoft documents 20; its service takes 100."),
    SCHEDULE_MAX_DAYS: integer(1, 62)
      .default(42)
      .describe("Days in one request for free and busy times. 42 were documented for long; Microsoft now answers 62."),
  },
  writes: {
    IDEMPOTENCY_HOURS: integer(1, 720)
      .default(24)
      .describe("How long the outcome of a mutation with an idempotency key is kept and answered again."),
    EVENT_MAX_RECIPIENTS: integer(1, 500)
      .default(50)
      .describe("People whom one write of an event may have Microsoft mail; more need `allowManyRecipients`."),
    EVENT_MAILS_PER_HOUR: integer(1, 10_000_000)
      .default(5_000)
      .describe("People whom the event writes of one organization may have Microsoft mail within an hour."),
  },
  responseCache: {
    RESPONSE_CACHE: z
      .enum(["memory", "off"])
      .default("memory")
      .describe("Where calendar views are kept for queries that allow an age: in this process, or nowhere."),
    RESPONSE_CACHE_BYTES: integer(1_048_576, 17_179_869_184)
      .default(67_108_864)
      .describe("Most memory that kept views may take, as estimated; what was not asked for longest goes first."),
    RESPONSE_CACHE_MAX_AGE_SECONDS: integer(0, 86_400)
      .default(0)
      .describe(
        "How old an answer may be where a query gives no `maxAge`. 0: Microsoft is always asked, nothing is kept.",
      ),
  },
  mail: {
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/[^\s/]+\/?$/, "must look like smtp://user:password@mail.example.com:587")
      .optional()
      .describe(
        "Mail server for invitations in one address, instead of the five settings below: smtp:// for STARTTLS, smtps:// for TLS from the start; user and password percent-encoded. Unset, and no SMTP_HOST: links are answered for the administrator to send.",
      ),
    SMTP_HOST: z
      .string()
      .regex(/^[^\s/@]+$/, "must be a host name or an address")
      .optional()
      .describe("Mail server for invitations."),
    SMTP_PORT: integer(1, 65_535).default(587).describe("Its port. 465 means TLS from the start, any other STARTTLS."),
    SMTP_USER: z.string().min(1).optional().describe("Name to sign in with at the mail server. Unset: no sign-in."),
    SMTP_PASSWORD: z.string().min(1).optional().describe("Password of SMTP_USER."),
    SMTP_TLS: z
      .enum(["required", "off"])
      .optional()
      .describe(
        "required: no mail is sent without TLS to a server whose certificate is valid. off: plain text, never with a password but to this machine. Default: required, off for this machine (localhost, 127.0.0.1, ::1).",
      ),
    SMTP_FROM: mailbox()
      .optional()
      .describe("Sender of invitations, such as Calendars <calendars@example.com>. Required with a mail server."),
    SMTP_TIMEOUT_MS: integer(1_000, 120_000).default(20_000).describe("Longest wait for a step of the mail server."),
  },
  invitations: {
    INVITATION_HOURS: integer(1, 720).default(72).describe("How long the link of an invitation works."),
    INVITATIONS_PER_HOUR: integer(1, 100_000)
      .default(200)
      .describe("Invitations that one organization may make or send again within an hour."),
  },
  limits: {
    LIMIT_TOKENS: integer(10, 100_000).default(5_000).describe("Tokens in a GraphQL document."),
    LIMIT_DEPTH: integer(2, 100).default(15).describe("Nesting of fields in a GraphQL operation."),
    LIMIT_ALIASES: integer(0, 1_000).default(50).describe("Aliases in a GraphQL operation."),
    LIMIT_ROOT_FIELDS: integer(1, 1_000).default(20).describe("Root fields in a GraphQL operation."),
    LIMIT_DIRECTIVES: integer(0, 1_000).default(50).describe("Directives in a GraphQL operation."),
    LIMIT_ERRORS: integer(1, 10_000).default(100).describe("Errors in one answer; the rest are counted, not sent."),
    LIMIT_PAGE_SIZE: integer(1, 1_000).default(100).describe("Largest `first` or `last`."),
    LIMIT_COST: integer(1, 100_000_000)
      .default(100_000)
      .describe("Estimated cost of a GraphQL operation; one request to Microsoft counts 100."),
  },
  graphql: {
    RESPONSE_TEXT_BYTES: integer(0, 4_294_967_296)
      .default(33_554_432)
      .describe("Memory for the JSON texts of events that are kept between requests; 0 keeps none."),
    GRAPHQL_INTROSPECTION: flag()
      .optional()
      .describe("Introspection and field suggestions. Default: on, off in production."),
    EXPLORER: flag().optional().describe("Apollo Sandbox and GraphiQL on /graphql. Default: on, off in production."),
    EXPLORER_API_KEY: z
      .string()
      .min(1)
      .optional()
      .describe(
        "Key that the explorers are preset with for callers on this machine; set by `npm start`, never in production.",
      ),
  },
} as const;

const shape = Object.assign({}, ...Object.values(SECTIONS)) as Shape;

type Sections = typeof SECTIONS;
type Shape = Sections["process"] &
  Sections["http"] &
  Sections["data"] &
  Sections["access"] &
  Sections["attachments"] &
  Sections["emulator"] &
  Sections["graph"] &
  Sections["scheduling"] &
  Sections["writes"] &
  Sections["responseCache"] &
  Sections["mail"] &
  Sections["invitations"] &
  Sections["limits"] &
  Sections["graphql"];

/** The whole environment as one schema: texts in, typed settings out. */
export const Environment = z.object(shape);
export type Environment = z.infer<typeof Environment>;
