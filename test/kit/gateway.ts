import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEmulator, type Emulator, type EmulatorOptions } from "../../emulator/index.js";
import { buildApp } from "../../src/app.js";
import { loadConfig } from "../../src/config/load-config.js";
import { type Clock, systemClock } from "../../src/lib/clock.js";
import { createLogger } from "../../src/lib/create-logger.js";
import type { Repeat } from "../../src/lib/repeat.js";
import { TestClient } from "./test-client.js";

export const OWNER_KEY = "test-owner-key-0123456789-0123456789-0123456789";

/** The whole gateway in this process, on a free port, with a tenant emulator and a data folder of its own. */
export interface TestGateway {
  readonly url: string;
  readonly dataDir: string;
  readonly emulator: Emulator;
  readonly owner: TestClient;
  /** Every line that was logged. */
  readonly logLines: readonly string[];
  /** Every text that was answered to a client of this kit. */
  readonly answers: readonly string[];
  as(key: string): TestClient;
  close(): Promise<void>;
}

export interface TestGatewayOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly emulator?: EmulatorOptions;
  readonly clock?: Clock;
  readonly repeat?: Repeat;
  /** Puts something between the gateway and the emulator's Graph; gets the emulator's address, gives its own. */
  readonly beforeGraph?: (graphUrl: string) => Promise<string>;
  /** A folder of an earlier gateway; it is then left in place at the end. */
  readonly dataDir?: string;
}

export async function startGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const emulator = await createEmulator(options.emulator);
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), "gateway-test-")));
  const logLines: string[] = [];
  const answers: string[] = [];
  const config = loadConfig({
    NODE_ENV: "test",
    PORT: "0",
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: OWNER_KEY,
    // Production refuses these.
    ...(options.env?.NODE_ENV !== "production" && {
      EMULATOR_LOGIN_URL: emulator.loginUrl,
      EMULATOR_GRAPH_URL: (await options.beforeGraph?.(emulator.graphUrl)) ?? emulator.graphUrl,
    }),
    ...options.env,
  });
  const log = createLogger({ level: "debug", write: (line) => void logLines.push(line) });
  const { clock = systemClock, repeat } = options;
  const app = await buildApp(config, { clock, log, ...(repeat && { repeat }) }).catch(async (error: unknown) => {
    await emulator.close();
    throw error;
  });
  const { url } = await app.listen();
  const as = (key: string) => new TestClient(url, key, answers);
  return {
    url,
    dataDir,
    emulator,
    owner: as(OWNER_KEY),
    logLines,
    answers,
    as,
    close: async () => {
      await app.close();
      await emulator.close();
      if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
