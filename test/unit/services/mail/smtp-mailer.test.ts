import { createServer, type Socket } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { loopbackIdentity } from "../../../../emulator/core/tls-identity.js";
import { type Logger, silentLogger } from "../../../../src/lib/logger.js";
import { Secret } from "../../../../src/lib/secret.js";
import type { Mail } from "../../../../src/services/mail/mailer.js";
import { SmtpMailer, type SmtpMailerOptions } from "../../../../src/services/mail/smtp-mailer.js";
import { startSmtpServer, type TestSmtpOptions, type TestSmtpServer } from "../../../kit/smtp.js";

const ANN = "ann@larkfield.example";
const MAIL: Mail = {
  to: { name: "Ann Lee", address: ANN },
  subject: "A subject",
  text: "Some text",
  html: "<p>Some text</p>",
  reference: "one.attempt",
};

async function server(options: TestSmtpOptions = {}): Promise<TestSmtpServer> {
  const started = await startSmtpServer(options);
  onTestFinished(() => started.close());
  return started;
}

function mailer(port: number, over: Partial<SmtpMailerOptions> = {}, log: Logger = silentLogger): SmtpMailer {
  const made = new SmtpMailer(
    {
      host: "127.0.0.1",
      port,
      tls: "off",
      login: null,
      from: { name: "Calendars", address: "calendars@gateway.example" },
      timeoutMs: 1_000,
      ...over,
    },
    log,
  );
  onTestFinished(() => made.close());
  return made;
}

describe("a mail server", () => {
  test("takes a message with both parts, for one person, that asks for no automatic answers", async () => {
    const smtp = await server();

    expect(await mailer(smtp.port).send(MAIL)).toEqual({ kind: "sent" });

    const { from, to, parsed } = await smtp.mailTo(ANN);
    expect([from, to]).toEqual(["calendars@gateway.example", [ANN]]);
    expect(parsed).toMatchObject({
      subject: "A subject",
      text: "Some text",
      html: "<p>Some text</p>",
      messageId: "<one.attempt@gateway.example>",
    });
    expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test("is spoken to over kept connections", async () => {
    const smtp = await server();
    const sender = mailer(smtp.port);

    for (let count = 0; count < 6; count++) await sender.send(MAIL);

    expect([smtp.mails.length, smtp.connections()]).toEqual([6, 1]);
  });

  test("hears nothing before STARTTLS, and the password only after it", async () => {
    const { key, cert } = await loopbackIdentity();
    const smtp = await server({ key, cert, disabledCommands: [], authOptional: false });
    const login = { user: "gateway", password: new Secret("right") };

    const outcome = await mailer(smtp.port, { tls: "starttls", login, ca: cert }).send(MAIL);

    expect(outcome).toEqual({ kind: "sent" });
    expect(smtp.mails[0]).toMatchObject({ isEncrypted: true, user: "gateway" });
  });

  test("may use TLS from the start", async () => {
    const { key, cert } = await loopbackIdentity();
    const smtp = await server({ key, cert, secure: true });

    expect(await mailer(smtp.port, { tls: "implicit", ca: cert }).send(MAIL)).toEqual({ kind: "sent" });
    expect(smtp.mails[0]?.isEncrypted).toBe(true);
  });

  const NO_TLS = "The mail server offers no TLS, or its certificate is not valid.";
  test.each([
    ["that offers no STARTTLS", { disabledCommands: ["STARTTLS"] }],
    ["that hides it", { hideSTARTTLS: true, disabledCommands: [] }],
    ["whose certificate nobody vouches for", { disabledCommands: [] }],
  ])("%s gets no message where TLS is required", async (_name, options) => {
    const smtp = await server({ ...(await loopbackIdentity()), ...options });
    const login = { user: "gateway", password: new Secret("right") };

    expect(await mailer(smtp.port, { tls: "starttls", login }).send(MAIL)).toEqual({ kind: "failed", fault: NO_TLS });
    expect(smtp.mails).toEqual([]);
  });

  test("with a certificate that nobody vouches for gets no message by TLS from the start either", async () => {
    const smtp = await server({ ...(await loopbackIdentity()), secure: true });

    expect(await mailer(smtp.port, { tls: "implicit" }).send(MAIL)).toEqual({ kind: "failed", fault: NO_TLS });
    expect(smtp.mails).toEqual([]);
  });

  test.each([
    [550, undefined, { kind: "refused", fault: "The mail server refused the address (550)." }],
    [450, undefined, { kind: "failed", fault: "The mail server did not take the message for now (450)." }],
    [undefined, 554, { kind: "refused", fault: "The mail server refused the message (554)." }],
    [undefined, 451, { kind: "failed", fault: "The mail server did not take the message for now (451)." }],
  ])("that answers %s to the address and %s to the message", async (to, data, outcome) => {
    const smtp = await server({ answers: { to: () => to, data: () => data } });

    expect(await mailer(smtp.port).send(MAIL)).toEqual(outcome);
  });

  test("that does not know the gateway's password is told of as such, without the password", async () => {
    const lines: string[] = [];
    const log: Logger = { ...silentLogger, warn: (facts) => void lines.push(JSON.stringify(facts)) };
    const smtp = await server({ authOptional: false });
    const password = new Secret("wrong-password");

    const outcome = await mailer(smtp.port, { login: { user: "gateway", password } }, log).send(MAIL);

    expect(outcome).toEqual({ kind: "failed", fault: "The mail server did not accept the gateway's sign-in." });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toMatch(/wrong-password|refused by|larkfield/);
  });

  test("that is not there, or never answers, fails within the time limit", async () => {
    const gone = await startSmtpServer();
    await gone.close();
    expect(await mailer(gone.port).send(MAIL)).toEqual({
      kind: "failed",
      fault: "The mail server could not be reached.",
    });

    const sockets: Socket[] = [];
    const silent = createServer((socket) => void sockets.push(socket));
    await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });
    const { port } = silent.address() as { port: number };
    const outcome = await mailer(port, { timeoutMs: 50 }).send(MAIL);
    expect(outcome).toEqual({ kind: "failed", fault: "The mail server did not answer in time." });
  });

  test("a name or subject with line ends adds no header and no recipient", async () => {
    const smtp = await server();
    const evil = "x\r\nBcc: eve@evil.example\r\nX-Evil: 1\r\n\r\nbody";

    await mailer(smtp.port).send({ ...MAIL, to: { name: evil, address: ANN }, subject: evil });

    const { to, parsed } = await smtp.mailTo(ANN);
    expect(to).toEqual([ANN]);
    expect([...parsed.headers.keys()]).not.toContain("x-evil");
    expect([...parsed.headers.keys()]).not.toContain("bcc");
    expect(parsed.text).toBe("Some text");
  });
});
