import { execFile } from "node:child_process";

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly problems: string;
}

/** Runs a script of `examples/` as its users do: a process of its own, with settings from its environment alone. */
export function runExample(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["--import", "tsx", `examples/${name}.ts`, ...args],
      { env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env }, timeout: 60_000 },
      (error, out, problems) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : -1;
        resolve({ code, out, problems });
      },
    );
  });
}
