import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { SERVE_FLAGS } from "../../scripts/serve-flags.js";
import type { Profile } from "./child-profiler.js";
import type { Usage } from "./child-side.js";

/** A child process with which `serveParent` of `child-side.ts` speaks. */
export interface Child<Ready> {
  readonly ready: Ready;
  readonly pid: number;
  /** Runs one of the child's handlers. */
  ask<Value>(kind: string, payload?: unknown): Promise<Value>;
  /** Ends the process and waits for it. */
  end(): Promise<void>;
}

export interface ChildOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly execArgv?: readonly string[];
}

const LONGEST_MS = 120_000;

type Message = { readonly ready: unknown } | { readonly id: number; readonly value?: unknown; readonly error?: string };

/** Starts a compiled script and waits until it is ready; rejects with what it complained of when it ends instead. */
export async function startChild<Ready>(script: string, options: ChildOptions = {}): Promise<Child<Ready>> {
  const child = fork(script, [...(options.args ?? [])], {
    execArgv: [...SERVE_FLAGS, ...(options.execArgv ?? [])],
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "production", ...options.env },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4_000);
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const exited = once(child, "exit");
  const ready = new Promise<Ready>((resolve, reject) => {
    child.on("message", (message: Message) => {
      if ("ready" in message) return resolve(message.ready as Ready);
      const waiter = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error === undefined) waiter?.resolve(message.value);
      else waiter?.reject(new Error(message.error));
    });
    child.once("exit", (code) => {
      const error = new Error(`${script} ${options.args?.join(" ") ?? ""} ended with ${code}: ${complaint}`);
      reject(error);
      for (const waiter of waiting.values()) waiter.reject(error);
    });
  });
  const facts = await ready;
  let count = 0;
  const ask = <Value>(kind: string, payload: unknown = null) =>
    new Promise<Value>((resolve, reject) => {
      count += 1;
      // A benchmark that runs unattended must not wait for a program that never answers.
      const timer = setTimeout(() => reject(new Error(`${script} did not answer`)), LONGEST_MS);
      waiting.set(count, {
        resolve: (value) => {
          clearTimeout(timer);
          resolve(value as Value);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      });
      child.send({ id: count, kind, payload });
    });
  return { ready: facts, pid: child.pid ?? 0, ask, end: () => end(child, exited) };
}

/** What every child tells of its process. */
export function processOf({ ask }: Pick<Child<unknown>, "ask">) {
  return {
    usage: () => ask<Usage>("usage"),
    settledUsage: () => ask<Usage>("settledUsage"),
    startProfile: () => ask<void>("startProfile"),
    stopProfile: () => ask<Profile>("stopProfile"),
  };
}

async function end(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // Closing the channel lets it end by itself, which a profile needs to be written.
  child.disconnect();
  const timer = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await exited;
  clearTimeout(timer);
}
