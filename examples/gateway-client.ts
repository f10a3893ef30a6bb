import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

interface Answer<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly { readonly message: string; readonly path?: readonly (string | number)[] }[];
}

interface Payload {
  readonly errors?: readonly { readonly message: string; readonly path: readonly string[] }[];
}

/** Runs one operation. @throws Error with every sentence that the gateway answers, of the answer or of a payload. */
export type Run = <Data extends object, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
) => Promise<Data>;

/** A client of the gateway at GATEWAY_URL, with the key GATEWAY_API_KEY. */
export function connect({ GATEWAY_URL: url, GATEWAY_API_KEY: key }: NodeJS.ProcessEnv): Run {
  if (!url || !URL.canParse(url)) throw new Error("Set GATEWAY_URL, such as http://localhost:4000/graphql.");
  if (!key) throw new Error("Set GATEWAY_API_KEY to an API key of your organization.");
  return async <Data extends object, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<Data> => {
    const send = () =>
      fetch(url, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ query: print(document), variables }),
        signal: AbortSignal.timeout(60_000),
      });
    // No answer came. With its key a write is done once, however often it is sent.
    const response = await send().catch((error: unknown) => (hasKey(variables) ? send() : Promise.reject(error)));
    const text = await response.text();
    if (!response.headers.get("content-type")?.includes("json")) throw new Error(`${response.status}: ${text}`);
    const { data, errors = [] } = JSON.parse(text) as Answer<Data>;
    const refused = (Object.values(data ?? {}) as (Payload | null)[]).flatMap((payload) => payload?.errors ?? []);
    const problems = [...errors, ...refused].map(({ message, path }) => [path?.join("."), message].filter(Boolean));
    if (problems.length > 0) throw new Error(problems.map((parts) => parts.join(": ")).join("\n"));
    if (!data) throw new Error(`No answer (HTTP ${response.status}).`);
    return data;
  };
}

function hasKey(variables: unknown): boolean {
  const { input } = variables as { readonly input?: { readonly idempotencyKey?: unknown } };
  return typeof input?.idempotencyKey === "string";
}
