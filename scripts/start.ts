import { existsSync } from "node:fs";
import { createEmulator, type Emulator } from "../emulator/index.js";
import { buildApp } from "../src/app.js";
import { type Config, loadConfig } from "../src/config/load-config.js";
import { systemClock } from "../src/lib/clock.js";
import { createLogger } from "../src/lib/create-logger.js";
import { DemoClient } from "./demo-client.js";
import { demoOwnerKey, readDemoApiKey, writeDemoApiKey } from "./demo-keys.js";
import { createDemoKey, seedDemo } from "./seed-demo.js";
import { welcome } from "./welcome.js";

type Environment = Record<string, string | undefined>;

/** `npm start`: the gateway with the bundled tenant emulator and a demo organization, for trying things out. */
async function main(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  if (process.env.NODE_ENV === "production") {
    throw new Error(
      "npm start is the demo with the tenant emulator. In production run: npm run build && npm run serve",
    );
  }
  const env: Environment = { ...process.env };
  // Settings are checked before anything is started; the emulator's addresses are known only afterwards.
  const { data } = loadConfig(env);
  const emulator = env.EMULATOR_LOGIN_URL ? undefined : await createEmulator({ port: Number(env.EMULATOR_PORT ?? 0) });
  if (emulator) Object.assign(env, { EMULATOR_LOGIN_URL: emulator.loginUrl, EMULATOR_GRAPH_URL: emulator.graphUrl });
  env.BOOTSTRAP_API_KEY ||= await demoOwnerKey(data.dir);
  const apiKey = await setUpDemo(env);

  const config = loadConfig({ ...env, EXPLORER_API_KEY: env.EXPLORER_API_KEY || apiKey });
  const log = createLogger({ level: config.logLevel });
  const app = await buildApp(config, { clock: systemClock, log });
  const { url } = await app.listen();
  endOnSignals(app.close, emulator);
  console.log(welcome({ url, apiKey, emulatorUrl: emulator?.url, now: new Date() }));
}

/** Seeds through the public API, on a port of its own, before the real one opens. */
async function setUpDemo(env: Environment): Promise<string> {
  const config: Config = loadConfig({ ...env, HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "warn" });
  const app = await buildApp(config, { clock: systemClock, log: createLogger({ level: config.logLevel }) });
  try {
    const { url } = await app.listen();
    const owner = new DemoClient(url, env.BOOTSTRAP_API_KEY ?? "");
    const organizationId = await seedDemo(owner);
    const known = await readDemoApiKey(config.data.dir);
    if (known !== undefined && (await new DemoClient(url, known).isAccepted())) return known;
    const made = await createDemoKey(owner, organizationId);
    await writeDemoApiKey(config.data.dir, made);
    return made;
  } finally {
    await app.close();
  }
}

function endOnSignals(close: () => Promise<void>, emulator: Emulator | undefined): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      close()
        .then(() => emulator?.close())
        .then(
          () => process.exit(0),
          () => process.exit(1),
        );
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
