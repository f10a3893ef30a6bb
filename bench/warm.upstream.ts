import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { zonedFromInstant } from "../emulator/core/zoned-time.js";
import { createEmulator } from "../emulator/index.js";

const MONDAY = Date.UTC(2026, 2, 2);
const HOUR_MS = 3_600_000;
const SECRET = "a-secret-value-of-a-bench";

/**
 * The emulator with mailboxes of 25 events a week, behind a proxy that compresses answers where that is asked for, as
 * Graph does, and counts their bytes.
 */
export async function startUpstream(mailboxes: number, latencyMs: number) {
  const emulator = await createEmulator({ seed: "empty", latency: { graphMs: latencyMs, jitterSigma: 0.4 } });
  const { add } = emulator;
  const tenant = add.addTenant({ domains: ["quarry.example"] });
  const app = add.addApp(tenant, { secrets: [{ value: SECRET }] });
  add.consent(app, tenant, ["Calendars.ReadWrite"]);
  const users = Array.from({ length: mailboxes }, (_, number) =>
    add.addUser(tenant, { userPrincipalName: `person${number}@quarry.example`, displayName: `Person ${number}` }),
  );
  const put = (user: (typeof users)[number], day: number, hour: number, subject: string) => {
    if (!user.mailbox) throw new Error("no mailbox");
    const start = MONDAY + (day * 24 + hour) * HOUR_MS;
    return add.addEvent(user.mailbox, {
      subject,
      start: zonedFromInstant(start),
      end: zonedFromInstant(start + HOUR_MS / 2),
      attendees: users.slice(0, 5).map(({ userPrincipalName, displayName }) => ({
        type: "required" as const,
        status: { response: "accepted" as const, at: MONDAY },
        emailAddress: { name: displayName, address: userPrincipalName },
      })),
    });
  };
  for (const user of users) {
    for (let event = 0; event < 25; event++) put(user, event % 5, 8 + Math.floor(event / 5), `Subject ${event}`);
  }
  const proxy = await countingProxy(emulator.url);
  return {
    emulator,
    users,
    put,
    graphUrl: proxy.url,
    takeBytes: proxy.take,
    token: await tokenOf(emulator.loginUrl, tenant.id, app.appId),
    close: async () => {
      proxy.close();
      await emulator.close();
    },
  };
}

async function tokenOf(loginUrl: string, tenantId: string, clientId: string): Promise<string> {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: SECRET,
    scope: "https://graph.microsoft.com/.default",
  });
  const answer = await fetch(`${loginUrl}/${tenantId}/oauth2/v2.0/token`, { method: "POST", body });
  return ((await answer.json()) as { access_token: string }).access_token;
}

async function countingProxy(target: string) {
  let taken = { bytes: 0, plainBytes: 0 };
  const server = createServer((incoming, outgoing) => {
    const { host: _, ...headers } = incoming.headers;
    const upstream = request(`${target}${incoming.url}`, { method: incoming.method, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const own = `http://${incoming.headers.host}`;
        // Links are followed on the host that was asked, or not at all.
        const plain = Buffer.from(Buffer.concat(chunks).toString("utf8").replaceAll(target, own));
        const isPacked = /\bgzip\b/.test(String(incoming.headers["accept-encoding"]));
        const body = isPacked ? gzipSync(plain) : plain;
        taken = { bytes: taken.bytes + body.length, plainBytes: taken.plainBytes + plain.length };
        const encoding = isPacked ? { "content-encoding": "gzip" } : {};
        outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...encoding, "content-length": body.length });
        outgoing.end(body);
      });
    });
    upstream.on("error", () => outgoing.destroy());
    incoming.pipe(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Bytes of bodies since the last call, as they came and unpacked. */
    take: () => {
      const counted = taken;
      taken = { bytes: 0, plainBytes: 0 };
      return counted;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
