import { resolve } from "node:path";
import { type Contender, type PeerName } from "../peers/contender.js";
import { type GatewayContender, startGateway } from "../peers/gateway.client.js";
import { type Question, week } from "../peers/question.js";
import { startPeer } from "../peers/start-peer.js";
import { startUpstream, type Upstream } from "../upstream/client.js";
import type { UpstreamCounters } from "../upstream/settings.js";
import { type Compiled, compileChildren } from "./compile.js";
import type { Size } from "./options.js";
import { seeded, shuffled } from "./random.js";

export interface BenchOptions {
  /** Below the project; compiled code, certificate and profiles go there. */
  readonly folder: string;
  readonly size: Size;
  readonly seed: number;
  readonly profile: boolean;
  /** Unmeasured questions of the same kind directly before each measured one, for every program alike. */
  readonly warmUp: number;
}

/** What a child process used up between two moments. */
export interface Spent {
  readonly cpuMs: number;
  readonly rssBytes: number;
}

/** How long a whole run of each size should take at most, in milliseconds. */
const WHOLE_RUN_MS: Readonly<Record<Size, number>> = {
  smoke: 10_000,
  quick: 115_000,
  normal: 380_000,
  full: 1_260_000,
};

/** Part of a whole run by which it may be behind before it does fewer rounds. */
const LATE = 0.05;

/** Everything that scenarios share: the stand-in, the programs and what is random. */
export class Bench {
  readonly size: Size;
  readonly seed: number;
  readonly warmUp: number;
  readonly #random: () => number;
  readonly #contenders = new Map<PeerName, Promise<Contender>>();
  readonly #named = new Set<string>();
  readonly #startedAt = performance.now();
  #plannedShare = 0;
  #week = 0;
  /** Refusals that the gateway caused, over all scenarios. */
  gatewayCrowded = 0;

  private constructor(
    readonly options: BenchOptions,
    readonly compiled: Compiled,
    readonly upstream: Upstream,
  ) {
    this.size = options.size;
    this.seed = options.seed;
    this.warmUp = options.warmUp;
    this.#random = seeded(options.seed);
  }

  static async start(options: BenchOptions): Promise<Bench> {
    const compiled = await compileChildren(options.folder);
    const upstream = await startUpstream(compiled.upstream, { tls: resolve(options.folder, "tls") });
    return new Bench(options, compiled, upstream);
  }

  /** The one among four values that belongs to the size of this run. */
  pick<T>(values: { readonly smoke: T; readonly quick: T; readonly normal: T; readonly full: T }): T {
    return values[this.size];
  }

  /** The part of a whole run's time that a scenario may take before it does fewer rounds. */
  share(ofRun: number): number {
    return WHOLE_RUN_MS[this.size] * ofRun;
  }

  /** As `pick`, but two at most when the run is late: fewer rounds rather than a run that does not end in time. */
  rounds(values: { readonly smoke: number; readonly quick: number; readonly normal: number; readonly full: number }) {
    const wanted = this.pick(values);
    const isLate = performance.now() - this.#startedAt > this.share(this.#plannedShare + LATE);
    return isLate ? Math.min(wanted, 2) : wanted;
  }

  /** Adds the part of the run that a scenario which has ended was meant to take. */
  hasEnded(share: number): void {
    this.#plannedShare += share;
  }

  shuffled<T>(items: readonly T[]): T[] {
    return shuffled(items, this.#random);
  }

  /** A week that nobody was asked about before. */
  newWeek(): { readonly start: string; readonly end: string } {
    this.#week += 1;
    return week(this.#week);
  }

  question(kind: Question["kind"], mailboxes: readonly string[]): Question {
    return { kind, mailboxes, ...this.newWeek() };
  }

  /** True the first time that a thing is named. */
  isFirst(what: string): boolean {
    const isNew = !this.#named.has(what);
    this.#named.add(what);
    return isNew;
  }

  /** The program, started when it is first needed. */
  contender(name: "gateway"): Promise<GatewayContender>;
  contender(name: PeerName): Promise<Contender>;
  contender(name: PeerName): Promise<Contender> {
    const running = this.#contenders.get(name);
    if (running !== undefined) return running;
    const { url } = this.upstream;
    const execArgv = this.options.profile && name === "gateway" ? profileFlags(this.options.folder) : [];
    const started = startPeer(name, this.compiled, { loginUrl: url, graphUrl: url, execArgv });
    this.#contenders.set(name, started);
    return started;
  }

  /** Ends a program so that the next who needs it gets a new one. */
  async end(name: PeerName): Promise<void> {
    const running = this.#contenders.get(name);
    this.#contenders.delete(name);
    for (const what of this.#named) if (what.startsWith(`${name} `)) this.#named.delete(what);
    await (await running)?.end();
  }

  /** A gateway of a scenario's own; the caller ends it. */
  ownGateway(graphUrl: string, env: Readonly<Record<string, string>> = {}): Promise<GatewayContender> {
    return startGateway(this.compiled.gateway, { loginUrl: this.upstream.url, graphUrl, env });
  }

  /** Counters of what one program just did. */
  async countersFor(name: PeerName): Promise<UpstreamCounters> {
    const counters = await this.upstream.counters();
    if (name === "gateway") this.gatewayCrowded += counters.crowded;
    return counters;
  }

  /** Processor time of a program while some work is done. */
  async spentBy<T>(
    contender: Contender,
    work: () => Promise<T>,
  ): Promise<{ readonly value: T; readonly spent: Spent }> {
    const before = await contender.usage();
    const value = await work();
    const after = await contender.usage();
    return { value, spent: { cpuMs: after.cpuMs - before.cpuMs, rssBytes: after.rssBytes } };
  }

  async close(): Promise<void> {
    for (const name of [...this.#contenders.keys()]) await this.end(name).catch(() => {});
    await this.upstream.end();
  }
}

function profileFlags(folder: string): string[] {
  return ["--cpu-prof", `--cpu-prof-dir=${resolve(folder, "profiles")}`];
}
