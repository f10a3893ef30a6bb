import { createTransport, type NodemailerError, type SMTPPoolOptions } from "nodemailer";
import type { Logger } from "../../lib/logger.js";
import type { Secret } from "../../lib/secret.js";
import type { Mail, Mailer, MailOutcome } from "./mailer.js";

export interface SmtpMailerOptions {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the start; `starttls`: nothing is sent before it; `off`: plain text. */
  readonly tls: "implicit" | "starttls" | "off";
  readonly login: { readonly user: string; readonly password: Secret } | null;
  readonly from: { readonly name: string; readonly address: string };
  /** Longest wait for a step of the server. */
  readonly timeoutMs: number;
  /** Certificates to trust instead of Node's own and those of NODE_EXTRA_CA_CERTS. */
  readonly ca?: string;
}

const MAX_CONNECTIONS = 2;
/** A server that goes on answering a little at a time is left after so many times the wait for one step. */
const WHOLE_OF_STEPS = 3;
/** Codes of OpenSSL and Node for handshakes and certificates, such as DEPTH_ZERO_SELF_SIGNED_CERT. */
const TLS_CODES = /CERT|^ERR_(TLS|SSL)_|^EPROTO$|^UNABLE_TO_/;

/** Speaks SMTP over a few kept connections. */
export class SmtpMailer implements Mailer {
  readonly #transport;
  readonly #from: SmtpMailerOptions["from"];
  readonly #wholeMs: number;

  constructor(
    options: SmtpMailerOptions,
    private readonly log: Logger,
  ) {
    this.#transport = createTransport({ ...poolOptions(options), pool: true });
    this.#from = options.from;
    this.#wholeMs = options.timeoutMs * WHOLE_OF_STEPS;
  }

  async send({ to, subject, text, html, reference }: Mail): Promise<MailOutcome> {
    const domain = this.#from.address.slice(this.#from.address.lastIndexOf("@") + 1);
    try {
      await this.#transport.sendMail({
        from: this.#from,
        to,
        // What is told to the server is never read out of headers.
        envelope: { from: this.#from.address, to: [to.address] },
        subject,
        text,
        html,
        messageId: `<${reference}@${domain}>`,
        // RFC 3834: no vacation notices, please; the second is Exchange's.
        headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
        disableFileAccess: true,
        disableUrlAccess: true,
        signal: AbortSignal.timeout(this.#wholeMs),
      });
      return { kind: "sent" };
    } catch (error) {
      return this.#outcomeOf(error);
    }
  }

  close(): void {
    this.#transport.close({ force: true });
  }

  /** The error's own text may hold addresses and what the server said; its codes are told. */
  #outcomeOf(error: unknown): MailOutcome {
    const { code, command, responseCode, originalCode } = (error ?? {}) as NodemailerError;
    this.log.warn({ code, originalCode, command, responseCode }, "a mail could not be handed over");
    const isRefused = code === "EENVELOPE" || code === "EMESSAGE";
    if (isRefused && responseCode !== undefined && responseCode >= 500) {
      const what = code === "EENVELOPE" ? "the address" : "the message";
      return { kind: "refused", fault: `The mail server refused ${what} (${responseCode}).` };
    }
    const isTls = originalCode !== undefined && TLS_CODES.test(originalCode);
    return { kind: "failed", fault: faultOf(isTls ? "ETLS" : code, responseCode) };
  }
}

function poolOptions({ host, port, tls, login, timeoutMs, ca }: SmtpMailerOptions): SMTPPoolOptions {
  return {
    host,
    port,
    secure: tls === "implicit",
    requireTLS: tls === "starttls",
    ignoreTLS: tls === "off",
    tls: { minVersion: "TLSv1.2", rejectUnauthorized: true, ...(ca !== undefined && { ca }) },
    ...(login !== null && { auth: { user: login.user, pass: login.password.reveal() } }),
    maxConnections: MAX_CONNECTIONS,
    maxRequeues: 0,
    idleTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  };
}

function faultOf(code: string | undefined, responseCode: number | undefined): string {
  switch (code) {
    case "EAUTH":
    case "ENOAUTH":
      return "The mail server did not accept the gateway's sign-in.";
    case "ETLS":
      return "The mail server offers no TLS, or its certificate is not valid.";
    case "ETIMEDOUT":
    case "EABORT":
      return "The mail server did not answer in time.";
    case "ECONNECTION":
    case "ESOCKET":
    case "EDNS":
      return "The mail server could not be reached.";
    default:
      return responseCode === undefined
        ? "The mail server failed."
        : `The mail server did not take the message for now (${responseCode}).`;
  }
}
