import { Session } from "node:inspector/promises";

export interface CallFrame {
  readonly functionName: string;
  readonly url: string;
  readonly lineNumber: number;
}

/** As `--cpu-prof` writes it. */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: CallFrame;
    readonly children?: readonly number[] | undefined;
  }[];
  readonly samples?: readonly number[] | undefined;
  /** Microseconds since the sample before. */
  readonly timeDeltas?: readonly number[] | undefined;
}

const SAMPLE_EVERY_US = 250;

let session: Session | undefined;

/** Starts a profile of this process, so that its start and its warming up are not in it. */
export async function startProfile(): Promise<void> {
  session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: SAMPLE_EVERY_US });
  await session.post("Profiler.start");
}

export async function stopProfile(): Promise<Profile> {
  if (session === undefined) throw new Error("No profile was started.");
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return profile;
}
