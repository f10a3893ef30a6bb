import { X509Certificate } from "node:crypto";
import { request } from "node:https";
import { expect, test } from "vitest";
import { createEmulator } from "../../../emulator/index.js";

function statusOf(url: string, ca?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent: false, ...(ca === undefined ? {} : { ca }) }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once("error", reject).end();
  });
}

test("with https, clients that trust the certificate reach it by name and by address, and others do not", async () => {
  const emulator = await createEmulator({ seed: "empty", https: true });
  try {
    const path = "/.well-known/openid-configuration";
    const byName = emulator.url.replace("127.0.0.1", "localhost");

    expect(emulator.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await statusOf(`${emulator.url}/common/v2.0${path}`, emulator.certificate)).toBe(200);
    expect(await statusOf(`${byName}/common/v2.0${path}`, emulator.certificate)).toBe(200);
    await expect(statusOf(`${emulator.url}/common/v2.0${path}`)).rejects.toThrow(/self-signed/);
  } finally {
    await emulator.close();
  }
});

test("the certificate is good for the loopback hosts and for no other", async () => {
  const emulator = await createEmulator({ seed: "empty", https: true });
  await emulator.close();
  const certificate = new X509Certificate(emulator.certificate ?? "");

  expect(certificate.subjectAltName).toBe("DNS:localhost, IP Address:127.0.0.1");
  expect(certificate.checkHost("login.microsoftonline.com")).toBeUndefined();
  expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(certificate.verify(certificate.publicKey)).toBe(true);
});

test("emulators of one process have one certificate, of a name that no other process uses", async () => {
  const both = await Promise.all([1, 2].map(() => createEmulator({ seed: "empty", https: true })));
  await Promise.all(both.map((emulator) => emulator.close()));
  const [first, second] = both.map(({ certificate }) => certificate ?? "");

  expect(second).toBe(first);
  expect(new X509Certificate(first ?? "").subject).toMatch(/^CN=Tenant emulator [0-9a-f-]{36}$/);
});

test("without https there is no certificate", async () => {
  const emulator = await createEmulator({ seed: "empty" });
  await emulator.close();

  expect(emulator.url).toMatch(/^http:/);
  expect(emulator.certificate).toBeUndefined();
});
