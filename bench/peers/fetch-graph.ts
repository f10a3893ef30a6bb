/** Graph by hand, as good users write it: `$batch` or plain requests, and only what was refused is sent again. */

const HEADERS = { authorization: "Bearer bench.token", "content-type": "application/json" };
const MOST_ATTEMPTS = 4;

interface BatchPart {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** Answers of one batch in the order of the paths. Refused parts wait for the longest `Retry-After` among them. */
export async function batchOf(root: string, paths: readonly string[]): Promise<unknown[]> {
  const answers = new Map<number, unknown>();
  let open = paths.map((_, n) => n);
  for (let attempt = 1; open.length > 0; attempt += 1) {
    if (attempt > MOST_ATTEMPTS) throw new Error(`${open.length} parts were refused ${MOST_ATTEMPTS} times`);
    const requests = open.map((n) => ({ id: String(n), method: "GET", url: paths[n] }));
    const body = JSON.stringify({ requests });
    const response = await fetch(`${root}/v1.0/$batch`, { method: "POST", headers: HEADERS, body });
    const { responses } = (await response.json()) as { readonly responses: readonly BatchPart[] };
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
  const batches = Array.from({ length: Math.ceil(paths.length / width) }, (_, n) =>
    batchOf(root, paths.slice(n * width, (n + 1) * width)),
  );
  return (await Promise.all(batches)).flat();
}

/** One plain request. */
export async function get(root: string, path: string): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(`${root}/v1.0${path}`, { headers: HEADERS });
    if (response.ok) return response.json();
    await response.text();
    if (response.status !== 429 || attempt === MOST_ATTEMPTS) throw new Error(`Graph answered ${response.status}`);
    await pause(Number(response.headers.get("retry-after") ?? 1) * 1_000);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
