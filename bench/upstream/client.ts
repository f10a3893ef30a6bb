import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Child, startChild } from "../kit/child.js";
import { post } from "../kit/post.js";
import type { UpstreamCounters, UpstreamSettings } from "./settings.js";

/** The running stand-in, as a measuring program sees it. */
export interface Upstream {
  /** Root of plain HTTP/1.1: of Graph as well as of sign-in. */
  readonly url: string;
  /** Root of TLS with HTTP/2 and HTTP/1.1; undefined when no certificate could be made. */
  readonly secureUrl: string | undefined;
  /** File with the certificate, for `NODE_EXTRA_CA_CERTS`. */
  readonly certificate: string | undefined;
  /** Puts settings in place of all earlier ones and sets all counters to nought. */
  set(settings: Partial<UpstreamSettings>): Promise<void>;
  counters(): Promise<UpstreamCounters>;
  /** Subjects of the events that were written, with the number of events each. */
  written(): Promise<Readonly<Record<string, number>>>;
  /** Closes all connections of clients. */
  disconnect(): Promise<void>;
  end(): Promise<void>;
}

export async function startUpstream(script: string, options: { readonly tls?: string } = {}): Promise<Upstream> {
  const files = options.tls === undefined ? undefined : makeCertificate(options.tls);
  const child: Child<{ url: string; secureUrl?: string }> = await startChild(script, {
    args: files ? [files.key, files.certificate] : [],
  });
  const { url, secureUrl } = child.ready;
  const control = async (what: string, body: unknown = {}): Promise<unknown> => {
    const { status, body: answer } = await post(`${url}/-/${what}`, body);
    if (status !== 200) throw new Error(`the stand-in answered ${status} to ${what}`);
    return answer;
  };
  return {
    url,
    secureUrl,
    certificate: files?.certificate,
    set: async (settings) => void (await control("settings", settings)),
    counters: async () => (await control("counters")) as UpstreamCounters,
    written: async () => (await control("written")) as Record<string, number>,
    disconnect: async () => void (await control("disconnect")),
    end: () => child.end(),
  };
}

/** A certificate for loopback that is good for two days, or undefined where there is no openssl. */
function makeCertificate(folder: string): { readonly key: string; readonly certificate: string } | undefined {
  mkdirSync(folder, { recursive: true });
  const [key, certificate] = [join(folder, "key.pem"), join(folder, "certificate.pem")];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  const names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  try {
    const files = ["-keyout", key, "-out", certificate];
    execFileSync("openssl", ["req", "-x509", ...curve, ...names, "-days", "2", ...files], { stdio: "ignore" });
    return { key, certificate };
  } catch {
    return undefined;
  }
}
