/** Graph by hand, as good users write it: `$batch` or plain requests, and only what was refused is sent again. */

const HEADERS = { authorization: "Bearer bench.token", "content-type": "application/json" };
const MOST_ATTEMPTS = 4;

export interface Sent {
  readonly status: number;
  readonly retryAfter: string | undefined;
  /** The parsed answer. */
  readonly body: unknown;
}

/** One HTTP exchange. A body makes it a POST. */
export type Send = (url: string, headers: Readonly<Record<string, string>>, body?: string) => Promise<Sent>;

interface BatchPart {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Node's own client, which is what people write with. */
const byFetch: Send = async (url, headers, body) => {
  const response = await fetch(url, body === undefined ? { headers } : { method: "POST", headers, body });
  const retryAfter = response.headers.get("retry-after") ?? undefined;
  return { status: response.status, retryAfter, body: await response.json() };
};

/** Answers of one batch in the order of the paths. Refused parts wait for the longest `Retry-After` among them. */
export async function batchOf(root: string, paths: readonly string[], send = byFetch): Promise<unknown[]> {
  const answers = new Map<number, unknown>();
  let open = paths.map((_, n) => n);
  for (let attempt = 1; open.length > 0; attempt += 1) {
    if (attempt > MOST_ATTEMPTS) throw new Error(`${open.length} parts were refused ${MOST_ATTEMPTS} times`);
    const requests = open.map((n) => ({ id: String(n), method: "GET", url: paths[n] }));
    const answer = await send(`${root}/v1.0/$batch`, HEADERS, JSON.stringify({ requests }));
    const { responses } = answer.body as { readonly responses: readonly BatchPart[] };
    const refused = responses.filter(({ status }) => status === 429);
    for (const { id, status, body } of responses) {
      if (status === 200) answers.set(Number(id), body);
      else if (status !== 429) throw new Error(`a part answered ${status}`);
    }
    open = refused.map(({ id }) => Number(id));
    const waits = refused.map(({ headers }) => Number(headers?.["Retry-After"] ?? 1));
    if (waits.length > 0) await pause(Math.max(...waits) * 1_000);
  }
  return paths.map((_, n) => answers.get(n));
}

/** All paths in batches of a width, all batches at once. */
export async function inBatches(root: string, paths: readonly string[], width: number): Promise<unknown[]> {
  const batches = chunksOf(paths, width).map((chunk) => batchOf(root, chunk));
  return (await Promise.all(batches)).flat();
}

/** One plain request. */
export function get(root: string, path: string, send = byFetch): Promise<unknown> {
  return single(`${root}/v1.0${path}`, send);
}

/** One request with a JSON body that changes nothing, so that it may be repeated. */
export function ask(root: string, path: string, body: unknown, send = byFetch): Promise<unknown> {
  return single(`${root}/v1.0${path}`, send, JSON.stringify(body));
}

async function single(url: string, send: Send, body?: string): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await send(url, HEADERS, body);
    if (answer.status === 200) return answer.body;
    if (answer.status !== 429 || attempt === MOST_ATTEMPTS) throw new Error(`Graph answered ${answer.status}`);
    await pause(Number(answer.retryAfter ?? 1) * 1_000);
  }
}

export function chunksOf<T>(items: readonly T[], width: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / width) }, (_, n) => items.slice(n * width, (n + 1) * width));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
