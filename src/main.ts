import { existsSync } from "node:fs";
import { buildApp } from "./app.js";
import { loadConfig } from "./config/load-config.js";
import { systemClock } from "./lib/clock.js";
import { createLogger } from "./lib/create-logger.js";

const ENV_FILE = ".env";

/** Starts the gateway alone, from the environment and a `.env` file beside it; the environment wins. */
async function main(): Promise<void> {
  if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
  const config = loadConfig(process.env);
  const log = createLogger({ level: config.logLevel });
  // graphql-js leaves a rejected item of a list alone when another one fails at once; it must not end the process.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a failure that nobody waited for"));
  const app = await buildApp(config, { clock: systemClock, log });
  closeOnSignals(app.close, (error) => log.error({ err: error }, "shutdown failed"));
  const { url, port } = await app.listen();
  log.info({ url, port, production: config.production }, "listening");
  if (app.firstOwnerKey !== undefined) {
    // Not through the log: logs are shipped and kept.
    process.stderr.write(
      `\nThis is the first start. Your OWNER key, shown only this once:\n\n  ${app.firstOwnerKey.reveal()}\n\n`,
    );
  }
}

function closeOnSignals(close: () => Promise<void>, onFailure: (error: unknown) => void): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => {
      // A second signal takes the default action and ends the process at once.
      close().then(
        () => process.exit(0),
        (error: unknown) => {
          onFailure(error);
          process.exit(1);
        },
      );
    });
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
