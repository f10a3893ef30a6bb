import { createPublicKey, type KeyObject, randomBytes, sign } from "node:crypto";
import { isIPv4 } from "node:net";

const SHA256_WITH_RSA = Buffer.from("300d06092a864886f70d01010b0500", "hex");
const COMMON_NAME = Buffer.from("0603550403", "hex");
const SUBJECT_ALT_NAME = Buffer.from("0603551d11", "hex");
const VERSION_3 = Buffer.from("a003020102", "hex");
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const UTF8_STRING = 0x0c;
const UTC_TIME = 0x17;
const SEQUENCE = 0x30;
const SET = 0x31;
const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;
const EXTENSIONS = 0xa3;

export interface CertificateInput {
  readonly commonName: string;
  /** An RSA key; the certificate is about its public half and signed with it. */
  readonly privateKey: KeyObject;
  /** Both before the year 2050. Default: all of the years 2020 to 2049. */
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Host names and IPv4 addresses that a server proves to be with it. Default: none, and then no extensions. */
  readonly hosts?: readonly string[];
}

/** A self-signed X.509 certificate in DER form. */
export function selfSignedCertificate(input: CertificateInput): Buffer {
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, COMMON_NAME, der(UTF8_STRING, Buffer.from(input.commonName)))));
  const serial = randomBytes(8);
  // A first bit that is set would make the number negative; a first byte of zero would not be the shortest form.
  serial.writeUInt8((serial.readUInt8(0) & 0x7f) | 0x40, 0);
  const validity = der(
    SEQUENCE,
    utcTime(input.notBefore ?? new Date(Date.UTC(2020, 0, 1))),
    utcTime(input.notAfter ?? new Date(Date.UTC(2049, 11, 31))),
  );
  const key = createPublicKey(input.privateKey).export({ type: "spki", format: "der" });
  const facts = [der(INTEGER, serial), SHA256_WITH_RSA, name, validity, name, key];
  const { hosts = [] } = input;
  // Extensions exist since version 3 of certificates; without a version it is the first.
  const content =
    hosts.length === 0
      ? der(SEQUENCE, ...facts)
      : der(SEQUENCE, VERSION_3, ...facts, der(EXTENSIONS, der(SEQUENCE, hostsExtension(hosts))));
  const signature = sign("sha256", content, input.privateKey);
  return der(SEQUENCE, content, SHA256_WITH_RSA, der(BIT_STRING, Buffer.of(0), signature));
}

function hostsExtension(hosts: readonly string[]): Buffer {
  const names = hosts.map((host) =>
    isIPv4(host) ? der(IP_ADDRESS, Buffer.from(host.split(".").map(Number))) : der(DNS_NAME, Buffer.from(host)),
  );
  return der(SEQUENCE, SUBJECT_ALT_NAME, der(OCTET_STRING, der(SEQUENCE, ...names)));
}

function utcTime(date: Date): Buffer {
  const digits = date.toISOString().replace(/\D/g, "").slice(2, 14);
  return der(UTC_TIME, Buffer.from(`${digits}Z`));
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.of(tag, content.length), content]);
  const length = content.length < 0x100 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), content]);
}
