import { cpus, loadavg, totalmem } from "node:os";

/** Where and in what mood a scenario was measured. */
export interface Circumstances {
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Of the last minute. */
  readonly loadBefore: number;
  readonly loadAfter: number;
  /** UTC. */
  readonly measuredAt: string;
  readonly seconds: number;
  readonly seed: number;
  readonly size: string;
  /** Unmeasured questions before each measured one. */
  readonly warmUp: number;
  readonly command: string;
}

export function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

export function circumstances(
  run: Pick<Circumstances, "loadBefore" | "seconds" | "seed" | "size" | "warmUp" | "command">,
): Circumstances {
  return {
    node: process.version,
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    loadAfter: load(),
    measuredAt: new Date().toISOString(),
    ...run,
  };
}
