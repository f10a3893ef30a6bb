import type { LifecycleEvent } from "./subscription.model.js";

type Sender = (subscriptionId: string, event: LifecycleEvent) => boolean;

/** The way from whatever ends or endangers a subscription to what sends lifecycle notifications. */
export class LifecycleSignals {
  #sender: Sender = () => false;

  /** The one that sends from now on. */
  handleBy(sender: Sender): void {
    this.#sender = sender;
  }

  /** Sends a lifecycle notification; false when there is no such subscription. */
  send(subscriptionId: string, event: LifecycleEvent): boolean {
    return this.#sender(subscriptionId, event);
  }
}
