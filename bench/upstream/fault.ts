export interface GraphAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export const JSON_HEADERS = { "Content-Type": "application/json" };

/** A failure as Graph words it. */
export function fault(status: number, code: string, message: string, headers = {}): GraphAnswer {
  const body = Buffer.from(JSON.stringify({ error: { code, message, innerError: {} } }));
  return { status, headers: { ...JSON_HEADERS, ...headers }, body };
}
