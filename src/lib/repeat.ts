/** Does work again and again, this many milliseconds apart, until the function that it gives is called. */
export type Repeat = (everyMs: number, work: () => void) => () => void;

/** With a timer that keeps no process alive. */
export const repeatUnref: Repeat = (everyMs, work) => {
  const timer = setInterval(work, everyMs).unref();
  return () => clearInterval(timer);
};
