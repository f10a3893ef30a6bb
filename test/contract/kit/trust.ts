import * as tls from "node:tls";

const trusted: string[] = [];
const DISPATCHER = Symbol.for("undici.globalDispatcher.1");

/**
 * Makes the global `fetch` of this process trust one more certificate, as NODE_EXTRA_CA_CERTS does for a process that
 * is started with it: the clients under test keep their own transports and their defaults.
 */
export async function trustCertificate(certificate: string): Promise<void> {
  trusted.push(certificate);
  const all = [...tls.rootCertificates, ...trusted];
  const modern = tls as typeof tls & { setDefaultCACertificates?(certificates: readonly string[]): void };
  if (modern.setDefaultCACertificates !== undefined) {
    modern.setDefaultCACertificates(all);
    return;
  }
  // Node 20 has no such function, but its fetch sends through the agent that stands under this well-known symbol.
  await fetch("data:,");
  const holder = globalThis as unknown as Record<symbol, { constructor: new (options: object) => object }>;
  const current = holder[DISPATCHER];
  if (current === undefined) throw new Error("This runtime's fetch has no agent to tell of a certificate.");
  Object.assign(holder, {
    [DISPATCHER]: new current.constructor({ connect: { ca: all } }),
  });
}
