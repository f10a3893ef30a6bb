import { createSign, generateKeyPairSync, type KeyObject } from "node:crypto";

/** ASN.1 in its distinguished encoding, as far as a certificate needs it. */
const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const objectId = (hex: string) => der(0x06, Buffer.from(hex, "hex"));
const utcTime = (text: string) => der(0x17, Buffer.from(text));

/** A throw-away certificate in base64 with its private key. Key making is slow: share one per test file. */
export function selfSigned(bits = 2048): { certificate: string; privateKey: KeyObject } {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: bits });
  const sha256WithRsa = sequence(objectId("2a864886f70d01010b"), der(0x05));
  const name = sequence(der(0x31, sequence(objectId("550403"), der(0x0c, Buffer.from("test")))));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([1])),
    sha256WithRsa,
    name,
    sequence(utcTime("260101000000Z"), utcTime("360101000000Z")),
    name,
    publicKey.export({ type: "spki", format: "der" }),
  );
  const signature = createSign("sha256").update(body).sign(privateKey);
  const whole = sequence(body, sha256WithRsa, der(0x03, Buffer.from([0]), signature));
  return { certificate: whole.toString("base64"), privateKey };
}
