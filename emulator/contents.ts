import type { Builders } from "./core/builders.js";
import { type LatencySettings, NO_LATENCY } from "./core/latency.js";
import { DEFAULT_SWITCHES, type Switches } from "./core/switches.js";
import type { World } from "./core/world.js";
import { applyScenarioSettings, seedScenario } from "./scenario/apply-scenario.js";
import type { Scenario } from "./scenario/scenario.schema.js";
import { assertSeed, type Seed, seedStore } from "./seed/seed-store.js";
import type { StateFile } from "./state/state-file.js";

/** What an emulator holds and how it is set at start and after `reset`. */
export interface StartSettings {
  /** Undefined for the demo, or for what the scenario names. */
  readonly seed: Seed | undefined;
  readonly scenario: Scenario | undefined;
  readonly switches: Partial<Switches>;
  readonly latency: Partial<LatencySettings>;
}

/** Fills an emulator, empties it and brings its start back. */
export class Contents {
  readonly #startOffset: number;

  /** `forget` is called whenever everything is replaced, for what services remember outside of the world. */
  constructor(
    readonly world: World,
    readonly builders: Builders,
    readonly start: StartSettings,
    readonly forget: () => void,
  ) {
    this.#startOffset = world.clock.offsetMs();
  }

  /** The state at start: seed or scenario, clock, switches and latency; no faults, empty logs. */
  reset(): void {
    const { clock, faults, latency, switches } = this.world;
    clock.reset();
    clock.advance(this.#startOffset);
    Object.assign(switches, DEFAULT_SWITCHES);
    latency.apply({ ...NO_LATENCY });
    faults.clear();
    const { scenario, seed } = this.start;
    if (scenario !== undefined) applyScenarioSettings(this.world, scenario);
    // What was asked for beside the scenario counts more.
    Object.assign(switches, this.start.switches);
    latency.apply(this.start.latency);
    if (scenario === undefined) {
      this.reseed(seed ?? "demo");
    } else {
      this.empty();
      seedScenario(this.builders, seed === undefined ? scenario : { ...scenario, seed });
    }
  }

  /** Replaces tenants, applications and calendars; clock, settings and faults stay. Throws `RangeError`. */
  reseed(seed: Seed): void {
    assertSeed(seed);
    this.empty();
    seedStore(this.builders, seed);
  }

  /** Replaces everything by the state in the file, but settings and faults. Throws `StateError` and changes nothing then. */
  load(file: StateFile): void {
    const put = file.read();
    this.empty();
    put(this.world);
  }

  /** Forgets every tenant, and what was logged, mailed or is still to happen. */
  empty(): void {
    const { store, log, agenda, outbox, deliveries, random } = this.world;
    store.clear();
    log.clear();
    agenda.clear();
    outbox.clear();
    deliveries.clear();
    random.reset();
    this.forget();
  }
}
