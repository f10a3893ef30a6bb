/** Runs GraphQL operations over HTTP as a client application would. Rejects on `errors` and on payload errors. */
export class DemoClient {
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  async run<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: { authorization: `Bearer ${this.key}`, "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    const answer = (await response.json()) as { data?: T; errors?: readonly { message: string }[] };
    const problems = [...(answer.errors ?? []), ...payloadErrors(answer.data)];
    if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join(" "));
    return answer.data as T;
  }

  /** True when the gateway accepts the key. */
  async isAccepted(): Promise<boolean> {
    const response = await fetch(`${this.url}/schema.graphql`, { headers: { authorization: `Bearer ${this.key}` } });
    await response.arrayBuffer();
    return response.ok;
  }
}

function payloadErrors(data: unknown): readonly { message: string }[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).flatMap(
    (payload: { errors?: readonly { message: string }[] } | null) => payload?.errors ?? [],
  );
}
