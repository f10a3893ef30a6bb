import { Contents } from "./contents.js";
import { ControlService } from "./control/control-service.js";
import { Agenda } from "./core/agenda.js";
import { Builders } from "./core/builders.js";
import { createClock, type EmulatorClock } from "./core/clock.js";
import { DeliveryLog } from "./core/delivery-log.js";
import { Faults } from "./core/faults.js";
import type { HttpAnswer, HttpRequest } from "./core/http-message.js";
import { startServer } from "./core/http-server.js";
import { Latency, type LatencySettings, NO_LATENCY } from "./core/latency.js";
import { LifecycleSignals } from "./core/lifecycle-signals.js";
import { Outbox } from "./core/outbox.js";
import { RequestLog } from "./core/request-log.js";
import { createRandom } from "./core/seeded-random.js";
import { Store } from "./core/store.js";
import { DEFAULT_SWITCHES, type Switches } from "./core/switches.js";
import { loopbackIdentity } from "./core/tls-identity.js";
import type { World } from "./core/world.js";
import { EntraService } from "./entra/entra-service.js";
import { type SigningKey, signingKey } from "./entra/signing-key.js";
import { UploadService } from "./graph/attachments/upload-service.js";
import { GraphService } from "./graph/graph-service.js";
import { Notifier } from "./graph/subscriptions/notifier.js";
import { readScenario } from "./scenario/read-scenario.js";
import type { Seed } from "./seed/seed-store.js";
import { StateFile } from "./state/state-file.js";

export interface EmulatorOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** A loopback address; default `127.0.0.1`. */
  readonly host?: string;
  /** Serves https with a certificate made at start, for clients that take nothing else. Default false. */
  readonly https?: boolean;
  readonly clock?: EmulatorClock;
  /** What the store holds at start and after `reset`; default `demo`, or what the scenario names. */
  readonly seed?: Seed | undefined;
  /** Tenants, people, calendars, faults and settings, as `scenarios/` has them in files. */
  readonly scenario?: unknown;
  /** A file that the state is loaded from at start, if it is there, and saved to by `close`; secrets are in it. */
  readonly state?: string | undefined;
  readonly switches?: Partial<Switches>;
  readonly latency?: Partial<LatencySettings>;
}

/** A running stand-in for Microsoft Entra and Microsoft Graph. */
export interface Emulator {
  /** Root of the server, without a trailing slash; the two others are equal to it. */
  readonly url: string;
  /** In place of `https://login.microsoftonline.com`. */
  readonly loginUrl: string;
  /** In place of `https://graph.microsoft.com`, without the version. */
  readonly graphUrl: string;
  /** With `https`: the certificate that clients have to trust, in PEM form. */
  readonly certificate: string | undefined;
  readonly clock: EmulatorClock;
  /** The parts below and what else the services share. */
  readonly world: World;
  readonly store: Store;
  /** Adds tenants, applications, users, calendars and events. */
  readonly add: Builders;
  readonly faults: Faults;
  readonly log: RequestLog;
  /** Who was mailed what: invitations, updates, cancellations, responses. */
  readonly outbox: Outbox;
  /** What was sent to webhooks, attempt by attempt. */
  readonly deliveries: DeliveryLog;
  /** Resolves when no notification is on its way; those that wait for a retry are not waited for. */
  settled(): Promise<void>;
  /** Settings that may be changed while it runs. */
  readonly switches: Switches;
  readonly latency: LatencySettings;
  /** Signs claims as Entra would, for tests of what Graph makes of odd tokens. */
  readonly signingKey: SigningKey;
  /** Most requests that were open on one app and mailbox at the same time since the start or a reset. */
  peakPerMailbox(): number;
  /** Back to the state at start. */
  reset(): void;
  /** Replaces tenants, applications and calendars; clock, settings and faults stay. Throws `RangeError`. */
  reseed(seed: Seed): void;
  /** Cuts open connections, stops, and saves the state where a file was named. */
  close(): Promise<void>;
}

const SEED = "addsync";
const RANDOM_SEED = 20_260_101;

/**
 * Starts an emulator. Rejects in production mode, for a host that is no loopback address, and with `ScenarioError` for a
 * scenario that cannot be used.
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  // biome-ignore lint/style/noProcessEnv: a guard that each caller must remember to pass on would guard nothing.
  if (process.env.NODE_ENV === "production") {
    throw new Error(
      "The emulator hands out tokens for public demo secrets; it does not start with NODE_ENV=production.",
    );
  }
  // Made beside everything else: it takes longer than all of it.
  const key = signingKey();
  const clock = options.clock ?? createClock();
  const switches: Switches = { ...DEFAULT_SWITCHES };
  const latency: LatencySettings = { ...NO_LATENCY };
  const store = new Store(clock, SEED);
  let origin = "";
  const world: World = {
    clock,
    store,
    log: new RequestLog(),
    faults: new Faults(clock),
    switches,
    latency: new Latency(latency),
    random: createRandom(RANDOM_SEED),
    agenda: new Agenda(clock),
    outbox: new Outbox(),
    deliveries: new DeliveryLog(),
    lifecycle: new LifecycleSignals(),
    origin: () => origin,
  };
  const builders = new Builders(store);
  const entra = new EntraService(world);
  const graph = new GraphService(world);
  const uploads = new UploadService(world, graph.limits);
  const notifier = new Notifier(world);
  const start = {
    seed: options.seed,
    scenario: options.scenario === undefined ? undefined : readScenario(options.scenario),
    switches: { ...options.switches },
    latency: { ...options.latency },
  };
  const contents = new Contents(world, builders, start, () => {
    notifier.clear();
    graph.limits.reset();
  });
  const stateFile = options.state === undefined ? undefined : new StateFile(options.state);
  const control = new ControlService(world, {
    reset: () => contents.reset(),
    reseed: (seed) => contents.reseed(seed),
    sendLifecycle: (id, event) => notifier.sendLifecycle(id, event),
    stateFile,
    load: (file) => contents.load(file),
  });
  contents.reset();
  if (stateFile?.exists) contents.load(stateFile);
  const identity = options.https ? await loopbackIdentity() : undefined;
  const server = await startServer(
    (request) => serviceFor(request, entra, graph, control, uploads),
    options.host ?? "127.0.0.1",
    options.port ?? 0,
    identity,
  );
  origin = server.origin;
  return {
    url: origin,
    loginUrl: origin,
    graphUrl: origin,
    certificate: identity?.cert,
    clock,
    world,
    store,
    add: builders,
    faults: world.faults,
    log: world.log,
    outbox: world.outbox,
    deliveries: world.deliveries,
    settled: () => notifier.settled(),
    switches,
    latency,
    signingKey: await key,
    peakPerMailbox: () => graph.limits.peakPerMailbox,
    reset: () => contents.reset(),
    reseed: (seed) => contents.reseed(seed),
    close: async () => {
      world.agenda.close();
      notifier.close();
      await server.close();
      stateFile?.save(world);
    },
  };
}

function serviceFor(
  request: HttpRequest,
  entra: EntraService,
  graph: GraphService,
  control: ControlService,
  uploads: UploadService,
): Promise<HttpAnswer> {
  const first = request.path.split("/")[1]?.toLowerCase();
  if (first === "v1.0" || first === "beta") return graph.handle(request);
  if (request.isTooLarge === true) return Promise.resolve({ status: 413, headers: { Connection: "close" } });
  if (first === "emulator") return control.handle(request);
  if (first === "api") return uploads.handle(request);
  return entra.handle(request);
}
