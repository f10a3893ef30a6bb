import type { LifecycleEvent } from "../core/subscription.model.js";
import type { World } from "../core/world.js";

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
  /** Sends a lifecycle notification; false when there is no such subscription. */
  readonly sendLifecycle: (subscriptionId: string, event: LifecycleEvent) => boolean;
}

export interface ControlRoute {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly purpose: string;
  handle(call: ControlCall): unknown;
}
