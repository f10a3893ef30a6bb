import { open, realpath, stat } from "node:fs/promises";
import { isAbsolute, normalize, sep } from "node:path";
import { decodeJwt } from "jose";
import { AppError } from "../lib/app-error.js";

/** Tokens of workload identities take about 1 kB. */
const LARGEST_TOKEN = 65_536;
const MOST_FILES = 1_000;

/** What Entra compares with the registration's federated credential, letter by letter. */
export interface FederatedClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

interface Read {
  /** Changes whenever the file does. */
  readonly mark: string;
  readonly token: string;
}

/**
 * Tokens of another issuer in files that something else keeps fresh, as Kubernetes projects those of a service account.
 * Only files below the operator's directories are opened; a link out of them is not followed.
 */
export class FederatedTokenFiles {
  readonly #directories: readonly string[];
  readonly #read = new Map<string, Read>();

  constructor(directories: readonly string[]) {
    this.#directories = directories;
  }

  /**
   * The token as the file holds it now; read again only when the file changed.
   * @throws AppError CONNECTION_UNUSABLE that says what is wrong with the file, never what it holds.
   */
  async tokenIn(path: string): Promise<string> {
    const real = await this.#allowed(path);
    try {
      const facts = await stat(real);
      // Opening a pipe would wait for a writer.
      if (!facts.isFile()) throw unreadable("is no file");
      const { ino, size, mtimeMs } = facts;
      const mark = [real, ino, size, mtimeMs].join("|");
      const known = this.#read.get(path);
      if (known?.mark === mark) return known.token;
      const token = await readToken(real);
      if (this.#read.size >= MOST_FILES) this.#read.clear();
      this.#read.set(path, { mark, token });
      return token;
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw unreadable("cannot be read: it is missing, or the gateway may not open it");
    }
  }

  /**
   * What the token in the file says of itself.
   * @throws AppError CONNECTION_UNUSABLE as {@link tokenIn}.
   */
  async claimsIn(path: string): Promise<FederatedClaims> {
    const { iss, sub, aud } = claimsOf(await this.tokenIn(path));
    const audiences = [aud ?? []].flat();
    const [audience] = audiences;
    if (iss === undefined || sub === undefined || audience === undefined || audiences.length > 1) {
      throw unreadable("holds a token without an issuer, a subject and exactly one audience");
    }
    return { issuer: iss, subject: sub, audience };
  }

  async #allowed(path: string): Promise<string> {
    const refused = () =>
      unreadable(
        this.#directories.length === 0
          ? "cannot be used: the operator of this gateway allows no directory (FEDERATED_TOKEN_DIRS)"
          : "is not below a directory that the operator of this gateway allows (FEDERATED_TOKEN_DIRS)",
      );
    // Decided by the name first, so that nobody learns which files exist elsewhere.
    const isNamed = isAbsolute(path) && normalize(path) === path && !path.includes("\0");
    if (!isNamed || !this.#directories.some((directory) => isBelow(path, directory))) throw refused();
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined) throw unreadable("cannot be read: it is missing, or the gateway may not open it");
    const roots = await Promise.all(this.#directories.map((directory) => realpath(directory).catch(() => undefined)));
    if (!roots.some((root) => root !== undefined && isBelow(real, root))) throw refused();
    return real;
  }
}

function isBelow(path: string, directory: string): boolean {
  const root = directory.endsWith(sep) ? directory : `${directory}${sep}`;
  return path.startsWith(root) && path.length > root.length;
}

async function readToken(path: string): Promise<string> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    if (size > LARGEST_TOKEN) throw unreadable(`is larger than ${LARGEST_TOKEN} bytes: that is no token`);
    const token = (await file.readFile("utf8")).trim();
    claimsOf(token);
    return token;
  } finally {
    await file.close();
  }
}

function claimsOf(token: string): ReturnType<typeof decodeJwt> {
  try {
    return decodeJwt(token);
  } catch {
    throw unreadable("holds no token (JWT)");
  }
}

function unreadable(what: string): AppError {
  return new AppError("CONNECTION_UNUSABLE", `The token file of the federated credential ${what}.`, {
    path: ["federated", "tokenFile"],
  });
}
