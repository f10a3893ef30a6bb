import { writeFile } from "node:fs/promises";
import { readCliOptions, USAGE } from "./cli-options.js";
import { createEmulator, type Emulator } from "./index.js";
import { readScenarioFile } from "./scenario/read-scenario.js";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "./seed/demo-ids.js";

async function main(): Promise<void> {
  const options = readCliOptions(process.argv.slice(2), process.env.EMULATOR_PORT);
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const emulator = await createEmulator({
    port: options.port,
    https: options.https !== undefined,
    seed: options.seed,
    latency: options.latency,
    state: options.state,
    ...(options.scenario !== undefined && { scenario: await readScenarioFile(options.scenario) }),
  });
  endOnSignals(emulator);
  if (options.https !== undefined && emulator.certificate !== undefined) {
    await writeFile(options.https, emulator.certificate);
  }
  console.log(welcome(emulator));
}

function welcome(emulator: Emulator): string {
  const lines = [
    "Tenant emulator: a stand-in for Microsoft Entra and Microsoft Graph, on this machine only.",
    `  Login URL      ${emulator.loginUrl}`,
    `  Graph URL      ${emulator.graphUrl}`,
    `  Control        ${emulator.url}/emulator`,
  ];
  for (const { displayName, domains, users } of emulator.store.tenants.values()) {
    lines.push(`  Tenant         ${displayName} (${domains[0]}), ${users.size} users`);
  }
  if (!emulator.store.tenants.has(DEMO_TENANT_ID)) return lines.join("\n");
  return [
    ...lines,
    "Demo credentials (public values, good for nothing else):",
    `  Tenant ID      ${DEMO_TENANT_ID}`,
    `  Client ID      ${GATEWAY_APP.clientId}`,
    `  Client secret  ${GATEWAY_APP.clientSecret}`,
    `  A mailbox      ${DEMO_USERS.ines.address}`,
  ].join("\n");
}

function endOnSignals(emulator: Emulator): void {
  let closing = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.on(signal, () => {
      if (closing) return;
      closing = true;
      void emulator.close().then(() => process.exit(0));
    });
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
