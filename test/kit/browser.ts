/** What a person's browser does: follows redirects by hand, keeps cookies, and remembers where it went. */
export interface Visit {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
}

const MAX_REDIRECTS = 12;

export class TestBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();
  /** Every address that was asked, in order. */
  readonly visited: string[] = [];
  readonly setCookies: string[] = [];

  /** One request, without following. */
  async visit(url: string, init: RequestInit = {}): Promise<Visit> {
    this.visited.push(url);
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(url, {
      redirect: "manual",
      ...init,
      headers: { ...(cookie === "" ? {} : { cookie }), ...init.headers },
    });
    for (const line of response.headers.getSetCookie()) {
      this.setCookies.push(line);
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return { status: response.status, url, text: await response.text(), headers: response.headers };
  }

  /** The address that a redirect leads to. */
  async next(url: string): Promise<string> {
    const { status, headers } = await this.visit(url);
    const location = headers.get("location");
    if (location === null) throw new Error(`No redirect from ${url}: ${status}`);
    return new URL(location, url).href;
  }

  /** Follows redirects to a page. `choose` may change an address on the way, as a person's choice at Microsoft's does. */
  async follow(url: string, choose: (url: string) => string = (same) => same): Promise<Visit> {
    let next = url;
    for (let count = 0; count < MAX_REDIRECTS; count++) {
      const seen = await this.visit(choose(next));
      const location = seen.headers.get("location");
      if (location === null) return seen;
      next = new URL(location, next).href;
    }
    throw new Error(`Too many redirects from ${url}`);
  }
}

/** A choice at the emulator's sign-in pages, in its machine mode. */
export function chooseAt(loginUrl: string, choice: Readonly<Record<string, string>>): (url: string) => string {
  return (url) => {
    if (!url.startsWith(`${loginUrl}/`)) return url;
    const address = new URL(url);
    for (const [name, value] of Object.entries(choice)) address.searchParams.set(`emulator_${name}`, value);
    return address.href;
  };
}
