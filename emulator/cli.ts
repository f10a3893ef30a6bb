import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createEmulator } from "./index.js";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "./seed/demo-ids.js";

const DEFAULT_PORT = 4100;

function portOf(text: string | undefined): number {
  if (text === undefined || text === "") return DEFAULT_PORT;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`"${text}" is no port; use 0 to 65535.`);
  return port;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", short: "p" },
      /** Serves https; the certificate to trust is written to this file. */
      https: { type: "string" },
    },
  });
  const port = portOf(values.port ?? process.env.EMULATOR_PORT);
  const emulator = await createEmulator({ port, https: values.https !== undefined });
  if (values.https !== undefined && emulator.certificate !== undefined) {
    await writeFile(values.https, emulator.certificate);
  }
  console.log(
    [
      "Tenant emulator: a stand-in for Microsoft Entra and Microsoft Graph, on this machine only.",
      `  Login URL      ${emulator.loginUrl}`,
      `  Graph URL      ${emulator.graphUrl}`,
      `  Control        ${emulator.url}/emulator`,
      "Demo credentials (public values, good for nothing else):",
      `  Tenant ID      ${DEMO_TENANT_ID}`,
      `  Client ID      ${GATEWAY_APP.clientId}`,
      `  Client secret  ${GATEWAY_APP.clientSecret}`,
      `  A mailbox      ${DEMO_USERS.ines.address}`,
    ].join("\n"),
  );
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
