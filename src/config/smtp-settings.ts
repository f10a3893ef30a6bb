import { Secret } from "../lib/secret.js";
import type { Environment } from "./sections.js";

/** The mail server for what the gateway sends, and how it is spoken to. */
export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** `implicit`: TLS from the start; `starttls`: nothing is sent before it; `off`: plain text. */
  readonly tls: "implicit" | "starttls" | "off";
  readonly login: { readonly user: string; readonly password: Secret } | null;
  readonly from: { readonly name: string; readonly address: string };
  readonly timeoutMs: number;
}

type RawEnvironment = Readonly<Record<string, string | undefined>>;
type Server = Pick<SmtpSettings, "host" | "login"> & { readonly port: number; readonly isImplicit: boolean };

const IMPLICIT_TLS_PORT = 465;
const SUBMISSION_PORT = 587;
const LOOPBACK = new Set(["localhost", "127.0.0.1", "::1", "[::1]"]);

/** Null: no mail server; links are answered instead. The settings have passed {@link mailFaults}. */
export function smtpSettings(env: Environment): SmtpSettings | null {
  const server = serverOf(env.SMTP_URL, env);
  if (server === null || env.SMTP_FROM === undefined) return null;
  const { host, port, isImplicit, login } = server;
  const mode = env.SMTP_TLS ?? (LOOPBACK.has(host) ? "off" : "required");
  const tls = isImplicit ? "implicit" : mode === "required" ? "starttls" : "off";
  return { host, port, tls, login, from: env.SMTP_FROM, timeoutMs: env.SMTP_TIMEOUT_MS };
}

/** Rules over several variables; their texts never hold a value, because a password may stand in it. */
export function mailFaults(env: RawEnvironment): string[] {
  const faults: string[] = [];
  const { SMTP_URL: url, SMTP_HOST: host } = env;
  if (url === undefined && host === undefined) {
    const stray = ["SMTP_USER", "SMTP_PASSWORD", "SMTP_FROM", "SMTP_TLS"].filter((name) => env[name] !== undefined);
    if (stray.length > 0) faults.push(`${stray.join(", ")}: have no meaning without SMTP_HOST or SMTP_URL`);
    return faults;
  }
  if (url !== undefined) {
    const both = ["SMTP_HOST", "SMTP_PORT", "SMTP_USER", "SMTP_PASSWORD"].filter((name) => env[name] !== undefined);
    if (both.length > 0) faults.push(`${both.join(", ")}: stand in SMTP_URL already; set one or the other`);
  }
  if (env.SMTP_FROM === undefined) faults.push("SMTP_FROM: required with a mail server");
  if ((env.SMTP_USER === undefined) !== (env.SMTP_PASSWORD === undefined)) {
    faults.push("SMTP_USER, SMTP_PASSWORD: set both or neither");
  }
  const server = url === undefined ? null : fromUrl(url);
  if (url !== undefined && server === null) faults.push("SMTP_URL: cannot be read; percent-encode user and password");
  const name = server?.host ?? host ?? "";
  const isPlain = env.SMTP_TLS?.toLowerCase() === "off";
  const hasPassword = (server?.login ?? null) !== null || env.SMTP_PASSWORD !== undefined;
  if (isPlain && hasPassword && !LOOPBACK.has(name)) {
    faults.push("SMTP_TLS: off would send the mail server's password in plain text");
  }
  if (isPlain && (server?.isImplicit || env.SMTP_PORT === `${IMPLICIT_TLS_PORT}`)) {
    faults.push("SMTP_TLS: off contradicts smtps:// and port 465");
  }
  if (env.NODE_ENV === "production" && env.PUBLIC_URL === undefined) {
    faults.push("PUBLIC_URL: required with a mail server, or links in mails would lead to localhost");
  }
  return faults;
}

function serverOf(url: string | undefined, env: Environment): Server | null {
  if (url !== undefined) return fromUrl(url);
  const { SMTP_HOST: host, SMTP_PORT: port, SMTP_USER: user, SMTP_PASSWORD: password } = env;
  if (host === undefined) return null;
  const login = user === undefined || password === undefined ? null : { user, password: new Secret(password) };
  return { host, port, isImplicit: port === IMPLICIT_TLS_PORT, login };
}

function fromUrl(text: string): Server | null {
  try {
    const { protocol, hostname, port: given, username, password } = new URL(text);
    if (hostname === "" || (username === "") !== (password === "")) return null;
    const port = given === "" ? (protocol === "smtps:" ? IMPLICIT_TLS_PORT : SUBMISSION_PORT) : Number(given);
    const isImplicit = protocol === "smtps:" || port === IMPLICIT_TLS_PORT;
    const user = decodeURIComponent(username);
    const login = user === "" ? null : { user, password: new Secret(decodeURIComponent(password)) };
    return { host: hostname.replace(/^\[(.*)\]$/, "$1"), port, isImplicit, login };
  } catch {
    return null;
  }
}
