import { performance } from "node:perf_hooks";

/** Longest time, in milliseconds, that the making of one answer holds up all others. */
const SLICE_MS = 5;
/** Asking for the time costs as much as a step of the work. */
const STEPS_PER_LOOK = 16;

/** The part of a long piece of work that is done before others get their turn. */
export class TimeSlice {
  #until = performance.now() + SLICE_MS;
  #steps = 0;

  /** To be called when the work goes on after a turn of the event loop. */
  begin(): void {
    this.#until = performance.now() + SLICE_MS;
  }

  /** To be called after each step: whether it is time to let others work. */
  isOver(): boolean {
    this.#steps += 1;
    return this.#steps % STEPS_PER_LOOK === 0 && performance.now() >= this.#until;
  }
}
