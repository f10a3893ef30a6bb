import { createPrivateKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { certificateFacts } from "../../../src/auth/certificates/client-certificate.js";
import { makeCertificate } from "../../../src/auth/certificates/make-certificate.js";
import { certificateFromPem } from "../../../src/auth/certificates/pem-certificate.js";
import { certificateFromPfx } from "../../../src/auth/certificates/pfx-certificate.js";
import { AppError } from "../../../src/lib/app-error.js";
import { Secret } from "../../../src/lib/secret.js";
import { pairOf, pfxOf, rsaKey, type TestPair } from "../../kit/certificates.js";

const NOW = Date.now();
const DAY_MS = 86_400_000;
const PASSWORD = "pässword with blanks";

let pair: TestPair;
let other: TestPair;

beforeAll(() => {
  pair = pairOf(rsaKey());
  other = pairOf(rsaKey());
});

const fromPem = (text: string, password: string | null = null) =>
  certificateFromPem(new Secret(text), password === null ? null : new Secret(password), NOW);
const fromPfx = (text: string, password: string | null = null) =>
  certificateFromPfx(new Secret(text), password === null ? null : new Secret(password), NOW);

function refusal(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError && error.code === "INVALID_INPUT") return error;
    throw error;
  }
  throw new Error("It was accepted.");
}
const pemRefusal = (text: string, password: string | null = null) => refusal(() => fromPem(text, password));
const pfxRefusal = (text: string, password: string | null = null) => refusal(() => fromPfx(text, password));

describe("a certificate as PEM", () => {
  test("is read with its key in any order, with other line ends, and with text around it", () => {
    const texts = [
      `${pair.certificatePem}${pair.privateKeyPem}`,
      `${pair.privateKeyPem}\r\n${pair.certificatePem}`.replaceAll("\n", "\r\n"),
      `Bag Attributes\n  localKeyID: 01\n${pair.certificatePem}Key:\n${pair.privateKeyPem}end`,
      `${pair.certificatePem}${pair.privateKeyPem}`.replaceAll("\n", "\\n"),
      `${pair.certificatePem}${pair.privateKey.export({ type: "pkcs1", format: "pem" })}`,
    ];
    for (const text of texts) {
      const read = fromPem(text);
      expect(certificateFacts(read.certificatePem).thumbprintSha256).toBe(pair.thumbprintSha256);
      expect(read.privateKeyPem.reveal()).toBe(pair.privateKeyPem);
      expect(read.expiresAt).toEqual(new Date(new X509Certificate(pair.certificatePem).validTo));
    }
  });

  test("may have an encrypted key, which needs its own password", () => {
    const encrypted = pair.privateKey.export({
      type: "pkcs8",
      format: "pem",
      cipher: "aes-256-cbc",
      passphrase: PASSWORD,
    });
    const text = `${pair.certificatePem}${encrypted}`;

    expect(fromPem(text, PASSWORD).privateKeyPem.reveal()).toBe(pair.privateKeyPem);
    expect(pemRefusal(text)).toMatchObject({
      message: "The private key is encrypted. Enter its password as well.",
      facts: { path: ["certificate", "password"] },
    });
    expect(pemRefusal(text, "wrong")).toMatchObject({
      message: "This password does not open the private key.",
      facts: { path: ["certificate", "password"] },
    });
  });

  test("each kind of bad input has its own sentence", () => {
    const small = pairOf(rsaKey(1024));
    const expired = pairOf(pair.privateKey, { from: NOW - 9 * DAY_MS, until: NOW - DAY_MS });
    const early = pairOf(pair.privateKey, { from: NOW + DAY_MS, until: NOW + 9 * DAY_MS });
    const curve = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const curveKey = curve.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const { certificatePem, privateKeyPem } = pair;
    const cases: [RegExp, string][] = [
      [/private key does not belong to this certificate/, certificatePem + other.privateKeyPem],
      [/expired on \d{4}-\d\d-\d\d/, expired.certificatePem + expired.privateKeyPem],
      [/is not valid before \d{4}-\d\d-\d\d/, early.certificatePem + early.privateKeyPem],
      [/has 1024 bits; at least 2048/, small.certificatePem + small.privateKeyPem],
      [/not an RSA key/, certificatePem + curveKey],
      [/holds 2 certificates/, certificatePem + other.certificatePem + privateKeyPem],
      [/holds 2 private keys/, certificatePem + privateKeyPem + other.privateKeyPem],
      [/no certificate in this text/, privateKeyPem],
      [/no private key in this text/, certificatePem],
      [/There is no PEM/, "certificate"],
      [/There is no PEM/, ""],
      [/longer than 65536 characters/, `${certificatePem}${privateKeyPem}${"\n".repeat(65_536)}`],
      [/certificate cannot be read/, certificatePem.replace(/\n.{40}/, "\n") + privateKeyPem],
      [/private key cannot be read/, certificatePem + privateKeyPem.replace(/\n.{40}/, "\n")],
    ];
    for (const [message, text] of cases) expect(pemRefusal(text).message).toMatch(message);
    expect(new Set(cases.map(([, text]) => pemRefusal(text).message)).size).toBe(cases.length - 1);
  });

  test("an encrypted key that asks for more rounds than any tool writes is refused before any work", () => {
    const text = pair.privateKey
      .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "p" })
      .toString();
    // 02 02 08 00: the 2048 rounds that OpenSSL writes.
    const der = Buffer.from(text.split("\n").slice(1, -2).join(""), "base64");
    const at = der.indexOf(Buffer.from([2, 2, 8, 0]));
    expect(at).toBeGreaterThan(0);
    const costly = Buffer.concat([
      lengthened(der.subarray(0, at), 2),
      Buffer.from([2, 4, 0x7f, 0xff, 0xff, 0xff]),
      der.subarray(at + 4),
    ]);
    const pem = `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${costly.toString("base64")}\n-----END ENCRYPTED PRIVATE KEY-----\n`;

    const before = process.cpuUsage();
    expect(pemRefusal(pair.certificatePem + pem, "p").message).toMatch(/costs too much work/);
    // Microseconds of this process, whatever else the machine does; the work that is refused takes minutes.
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });

  test("no text in its place reaches a defect, nor is any of it repeated", () => {
    const good = () => `${pair.certificatePem}${pair.privateKeyPem}`;
    const damaged = fc.tuple(fc.nat(), fc.nat({ max: 60 }), fc.string({ maxLength: 20 })).map(([at, length, text]) => {
      const whole = good();
      const start = at % whole.length;
      return whole.slice(0, start) + text + whole.slice(start + length);
    });
    const keyOf = (pem: string) => {
      const { n, e } = createPrivateKey(pem).export({ format: "jwk" });
      return { n, e };
    };
    const armoured = fc
      .tuple(fc.constantFrom("CERTIFICATE", "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY"), fc.uint8Array())
      .map(
        ([label, bytes]) =>
          `${pair.certificatePem}-----BEGIN ${label}-----\n${Buffer.from(bytes).toString("base64")}\n-----END ${label}-----\n`,
      );
    fc.assert(
      fc.property(fc.oneof(damaged, armoured, fc.string()), fc.option(fc.string()), (text, password) => {
        const { privateKeyPem } = pair;
        try {
          // What is left whole after damage around it is still good; OpenSSL forgives damage, but the key is the certificate's.
          expect(keyOf(fromPem(text, password).privateKeyPem.reveal())).toEqual(keyOf(privateKeyPem));
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.facts.path?.[0]).toBe("certificate");
          for (const line of privateKeyPem.split("\n").slice(1, -2)) expect(error.message).not.toContain(line);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("a certificate as PFX", () => {
  test.each(["3des", "aes256"] as const)("is opened with its password: %s", (algorithm) => {
    const file = pfxOf(pair, PASSWORD, { algorithm });

    const read = fromPfx(file.replace(/(.{76})/g, "$1\r\n"), PASSWORD);
    expect(certificateFacts(read.certificatePem).thumbprintSha256).toBe(pair.thumbprintSha256);
    expect(read.privateKeyPem.reveal()).toBe(pair.privateKeyPem);
    expect(pfxRefusal(file, "wrong").message).toBe("This password does not open the file.");
    expect(pfxRefusal(file)).toMatchObject({
      message: "The file is protected. Enter its password.",
      facts: { path: ["certificate", "password"] },
    });
  });

  test("a chain beside the certificate does no harm: the one that fits the key is taken", () => {
    const read = fromPfx(pfxOf(pair, "p", { chain: [other] }), "p");

    expect(certificateFacts(read.certificatePem).thumbprintSha256).toBe(pair.thumbprintSha256);
  });

  test("each kind of bad input has its own sentence", () => {
    const expired = pairOf(pair.privateKey, { from: NOW - 9 * DAY_MS, until: NOW - DAY_MS });
    expect(pfxRefusal(pfxOf(pair, "p", { withoutKey: true }), "p").message).toMatch(/no private key in this file/);
    expect(pfxRefusal(pfxOf(expired, "p"), "p").message).toMatch(/expired on/);
    const foreign = { ...other, privateKeyPem: pair.privateKeyPem };
    expect(pfxRefusal(pfxOf(foreign, "p"), "p").message).toMatch(/does not belong/);
    expect(pfxRefusal("not base64 at all!").message).toMatch(/not a PFX file/);
    expect(pfxRefusal(pair.certificatePem).message).toMatch(/not a PFX file/);
    expect(pfxRefusal("A".repeat(131_073)).message).toMatch(/longer than 131072/);
  });

  test("one that asks for more rounds than any tool writes is refused before any work", () => {
    const file = Buffer.from(pfxOf(pair, "p", { rounds: 0x012345 }), "base64");
    const rounds = Buffer.from([2, 3, 1, 0x23, 0x45]);
    const costly = Buffer.from([2, 3, 0x7f, 0xff, 0xff]);
    let count = 0;
    for (let at = file.indexOf(rounds); at >= 0; at = file.indexOf(rounds)) {
      costly.copy(file, at);
      count++;
    }

    expect(count).toBeGreaterThan(0);
    const before = process.cpuUsage();
    expect(pfxRefusal(file.toString("base64"), "p").message).toMatch(/costs too much work/);
    // Microseconds of this process, whatever else the machine does; the work that is refused takes minutes.
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000);
  });

  test("no bytes in its place reach a defect", () => {
    const good = Buffer.from(pfxOf(pair, "p", { rounds: 1 }), "base64");
    const damaged = fc
      .array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 })
      .map((changes) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        return bytes.toString("base64");
      });
    const random = fc.uint8Array().map((bytes) => Buffer.from(bytes).toString("base64"));
    fc.assert(
      fc.property(fc.oneof(damaged, random, fc.string()), fc.constantFrom("p", "", null), (text, password) => {
        try {
          expect(fromPfx(text, password).privateKeyPem.reveal()).toBe(pair.privateKeyPem);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          expect(error.facts.path?.[0]).toBe("certificate");
        }
      }),
      { numRuns: 120 },
    );
  });
});

describe("a certificate made here", () => {
  test("is self-signed by a fresh key, for as long as asked, under the name that was asked for", async () => {
    const order = { commonName: "Kalender-Übergang", keyBits: 2048, validDays: 30 };
    const { certificatePem, privateKeyPem, expiresAt } = await makeCertificate(order, NOW);
    const certificate = new X509Certificate(certificatePem);

    expect(certificate.subject).toBe("CN=Kalender-Übergang");
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(Math.abs(expiresAt.getTime() - NOW - 30 * DAY_MS)).toBeLessThan(1_000);
    expect(fromPem(certificatePem + privateKeyPem.reveal()).expiresAt).toEqual(expiresAt);
  });
});

/** Adds to the lengths of the two outermost SEQUENCEs and of those in which the count stands. */
function lengthened(head: Buffer, by: number): Buffer {
  const bytes = Buffer.from(head);
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes.readUInt8(at);
    const first = bytes.readUInt8(at + 1);
    const size = first < 0x80 ? 0 : first & 0x7f;
    const length = size === 0 ? first : bytes.readUIntBE(at + 2, size);
    const contentAt = at + 2 + size;
    // A value that ends before the cut does not hold the count.
    if (tag === 0x30 && contentAt + length > bytes.length) {
      if (size === 0) bytes.writeUInt8(first + by, at + 1);
      else bytes.writeUIntBE(length + by, at + 2, size);
      at = contentAt;
    } else {
      at = contentAt + length;
    }
  }
  return bytes;
}
