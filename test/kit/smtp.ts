import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A message as its reader's mail program has it, and as it came over the line. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly parsed: ParsedMail;
  readonly raw: string;
  readonly isEncrypted: boolean;
  readonly user: string | undefined;
}

export interface TestSmtpServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Connections that were ever opened. */
  readonly connections: () => number;
  /** The first mail to that address that was not given before. */
  mailTo(address: string): Promise<ReceivedMail>;
  close(): Promise<void>;
}

export interface TestSmtpOptions extends SMTPServerOptions {
  readonly port?: number;
  /** Answers that come instead of taking the message, one a message. */
  readonly answers?: {
    readonly to?: (address: string) => number | undefined;
    readonly data?: () => number | undefined;
  };
}

/** A mail server on this machine, without TLS and sign-in unless told otherwise. */
export async function startSmtpServer({
  port = 0,
  answers,
  ...options
}: TestSmtpOptions = {}): Promise<TestSmtpServer> {
  const mails: ReceivedMail[] = [];
  const waiting = new Map<string, ((mail: ReceivedMail) => void)[]>();
  const unread: ReceivedMail[] = [];
  let connections = 0;

  function arrived(mail: ReceivedMail): void {
    mails.push(mail);
    const reader = mail.to.flatMap((address) => waiting.get(address)?.shift() ?? [])[0];
    if (reader === undefined) unread.push(mail);
    else reader(mail);
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    logger: false,
    closeTimeout: 10,
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onAuth: ({ username, password }, _session, done) =>
      password === "right" ? done(null, { user: username }) : done(new Error("no")),
    onRcptTo: ({ address }, _session, done) => done(refusal(answers?.to?.(address))),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const refused = refusal(answers?.data?.());
        if (refused !== null) return done(refused);
        const raw = Buffer.concat(chunks).toString("latin1");
        const { mailFrom, rcptTo } = session.envelope;
        arrived({
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          parsed: await simpleParser(Buffer.concat(chunks)),
          raw,
          isEncrypted: session.secure,
          user: session.user as string | undefined,
        });
        done();
      });
    },
    ...options,
  });
  // What a client does that leaves is its own affair.
  server.on("error", () => {});
  const listening = await new Promise<AddressInfo>((resolve) => {
    const bound = server.listen(port, "127.0.0.1", () => resolve(bound.address() as AddressInfo));
  });
  return {
    port: listening.port,
    mails,
    connections: () => connections,
    mailTo: (address) => {
      const at = unread.findIndex(({ to }) => to.includes(address));
      const [found] = at === -1 ? [] : unread.splice(at, 1);
      if (found !== undefined) return Promise.resolve(found);
      return new Promise((resolve) => waiting.set(address, [...(waiting.get(address) ?? []), resolve]));
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Settings of a gateway that sends through the server. */
export function smtpEnv({ port }: Pick<TestSmtpServer, "port">): Readonly<Record<string, string>> {
  return { SMTP_HOST: "127.0.0.1", SMTP_PORT: `${port}`, SMTP_FROM: "Calendars <calendars@gateway.example>" };
}

/** The one link of an invitation's mail, from its plain text. */
export function linkIn({ parsed }: ReceivedMail): string {
  const links = parsed.text?.match(/https?:\/\/\S+\/invitations\/[\w-]+/g) ?? [];
  if (links[0] === undefined || links.length !== 1) throw new Error(`Expected one link in ${parsed.text}`);
  return links[0];
}

function refusal(code: number | undefined): Error | null {
  return code === undefined ? null : Object.assign(new Error("refused by the test"), { responseCode: code });
}
