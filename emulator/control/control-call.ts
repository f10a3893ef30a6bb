import type { LifecycleEvent } from "../core/subscription.model.js";
import type { World } from "../core/world.js";
import type { Seed } from "../seed/seed-store.js";
import type { StateFile } from "../state/state-file.js";

/** A refusal of the control surface. */
export class ControlFailure extends Error {
  override readonly name = "ControlFailure";

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export interface ControlCall {
  readonly world: World;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly reset: () => void;
  /** Replaces everything by what the seed describes. Throws `RangeError` for one that cannot be. */
  readonly reseed: (seed: Seed) => void;
  /** The file that was named at start. */
  readonly stateFile: StateFile | undefined;
  readonly load: (file: StateFile) => void;
  /** Sends a lifecycle notification; false when there is no such subscription. */
  readonly sendLifecycle: (subscriptionId: string, event: LifecycleEvent) => boolean;
}

export interface ControlRoute {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly purpose: string;
  /** A promise is waited for. */
  handle(call: ControlCall): unknown;
}
