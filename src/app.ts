import { attachmentEndpoint } from "./api/attachment-endpoint.js";
import { type Api, createApi } from "./api/create-api.js";
import { ApiKeyAuthenticator } from "./auth/api-key-authenticator.js";
import { AppTokenSource } from "./auth/app-token-source.js";
import { CredentialVault } from "./auth/credential-vault.js";
import { FederatedTokenFiles } from "./auth/federated-token-files.js";
import { fetchThrough } from "./auth/fetch-through.js";
import { GrantVault } from "./auth/grant-vault.js";
import { loadOrCreateKeyFile } from "./auth/key-file.js";
import type { Config } from "./config/load-config.js";
import { createGraphClient, createTransport } from "./graph/index.js";
import { exampleOperations } from "./http/example-operations.js";
import { createHttpEdge } from "./http/server.js";
import { startCredentialExpiryJob } from "./jobs/credential-expiry.job.js";
import { startIdempotencyPurgeJob } from "./jobs/idempotency-purge.job.js";
import { startInvitationMailJob } from "./jobs/invitation-mail.job.js";
import { startSeriesSplitJob } from "./jobs/series-split.job.js";
import type { Clock } from "./lib/clock.js";
import type { Logger } from "./lib/logger.js";
import { type Repeat, repeatUnref } from "./lib/repeat.js";
import { createSealedBox, parseSealingKeys } from "./lib/sealed-box.js";
import type { Secret } from "./lib/secret.js";
import { createServices, type Services } from "./services/create-services.js";
import { SmtpMailer } from "./services/mail/smtp-mailer.js";
import { type Database, openDatabase } from "./store/database.js";

/** What comes from outside and tests replace. */
export interface Ports {
  readonly clock: Clock;
  readonly log: Logger;
  /** Default: timers that keep no process alive. */
  readonly repeat?: Repeat;
}

export interface App {
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /** The OWNER key that was made because there was none: shown once by the caller. */
  readonly firstOwnerKey: Secret | undefined;
  /** Ends in the reverse order of the start; answers in flight are finished first. */
  close(): Promise<void>;
}

/** Builds the gateway. What was opened before a failure is closed again. */
export async function buildApp(config: Config, { clock, log, repeat = repeatUnref }: Ports): Promise<App> {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    const box = createSealedBox(
      config.access.secretKeys === null
        ? await loadOrCreateKeyFile(config.data.dir)
        : parseSealingKeys(config.access.secretKeys.reveal()),
    );
    const db = await openDatabase({ url: config.data.databaseUrl, log, clock });
    closers.push(() => db.close());
    const files = new FederatedTokenFiles(config.access.federatedTokenDirs);
    const vault = new CredentialVault({ db, box, clock, files });
    const grants = new GrantVault({ db, box });
    for (const sealed of [vault, grants]) await reseal(sealed, log);
    const authenticator = new ApiKeyAuthenticator({ apiKeys: db.apiKeys, clock, log });
    closers.push(() => authenticator.close());
    const { proxy: sealedProxy, ...connections } = config.transport;
    const proxy = sealedProxy && { url: sealedProxy.url.reveal(), except: sealedProxy.except };
    const outward = fetchThrough(proxy);
    const tokens = new AppTokenSource({ clock, log, fetch: outward });
    closers.push(async () => tokens.close());
    let api: Api | undefined;
    const graph = createGraphClient({
      ...config.graph,
      onWritten: () => api?.forgetRunning(),
      transport: createTransport({ ...connections, proxy }),
      clock,
      log,
    });
    closers.push(() => graph.close());
    const { emulator, responseCache, scheduling, attachments } = config;
    const { publicUrl } = config.http;
    const services = createServices({
      db,
      authenticator,
      vault,
      grants,
      tokens,
      graph,
      box,
      clock,
      log,
      fetch: outward,
      files,
      emulator,
      publicUrl,
      responseCache,
      mailer: config.smtp && new SmtpMailer(config.smtp, log),
      invitationSettings: config.invitations,
      scheduling,
      repeat,
      writes: config.writes,
      remembersListed: config.remembersListed,
      attachments,
    });
    closers.push(() => services.connectionHealth.close());
    closers.push(() => services.connectionVerifier.close());
    closers.push(() => services.eventIdentities.close());
    if (config.production) await refuseDemoData(services);
    const firstOwnerKey = await ensureOwnerKey(config, services);
    api = await createApi({
      services,
      limits: config.limits,
      introspection: config.graphql.introspection,
      responseTextBytes: config.graphql.responseTextBytes,
      log,
      clock,
    });
    closers.push(() => api.close());
    const edge = createHttpEdge({
      http: config.http,
      graphql: api,
      authenticate: (authorization) => authenticator.authenticate(authorization),
      readiness: () => readiness(db),
      sdl: () => api.sdl(),
      attachments: { ...attachments, endpoint: attachmentEndpoint(services) },
      connect: { pages: services.connectPages, invitations: services.invitationPages, publicUrl },
      ...(config.metricsToken && { metrics: { token: config.metricsToken, text: () => services.metrics.text() } }),
      explorer: explorerOptions(config, new Date(clock.now())),
      log,
      clock,
    });
    closers.push(() => edge.close());
    closers.push(startCredentialExpiryJob({ expiry: services.credentialExpiry, repeat, clock, log }));
    closers.push(startIdempotencyPurgeJob({ idempotency: services.idempotency, repeat, log }));
    closers.push(startSeriesSplitJob({ recovery: services.splitRecovery, repeat, log }));
    closers.push(startInvitationMailJob({ outbox: services.invitationOutbox, repeat }));
    return { listen: () => edge.listen(), firstOwnerKey, close: closeAll };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** After a change of keys: what an older key sealed goes under the first one, so that the older can be retired. */
async function reseal(vault: Pick<CredentialVault, "reseal">, log: Logger): Promise<void> {
  const { resealed, unreadable } = await vault.reseal();
  if (resealed > 0) log.info({ resealed }, "stored credentials sealed anew under the first key");
  if (unreadable.length > 0) log.warn({ connections: unreadable }, "stored credentials that no configured key opens");
}

async function refuseDemoData(services: Services): Promise<void> {
  if (await services.connections.hasEmulatorConnection()) {
    throw new Error(
      "The database holds a connection to the tenant emulator, which production refuses. Use another DATA_DIR or DATABASE_URL, or delete that connection in development mode first.",
    );
  }
}

async function ensureOwnerKey(config: Config, services: Services): Promise<Secret | undefined> {
  const { bootstrapApiKey } = config.access;
  if (bootstrapApiKey === null) return services.apiKeys.createFirstOwner("first start");
  await services.apiKeys.ensureConfiguredOwner(bootstrapApiKey);
  return undefined;
}

async function readiness(db: Database) {
  const database = await db.ping().then(
    () => true,
    () => false,
  );
  return { ready: database, checks: { database } };
}

function explorerOptions({ graphql }: Config, now: Date) {
  if (!graphql.explorer) return null;
  const key = graphql.explorerApiKey;
  return {
    examples: exampleOperations(now),
    ...(key !== null && { presetAuthorization: `Bearer ${key.reveal()}` }),
  };
}
