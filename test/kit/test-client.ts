import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";

export interface GraphQLProblem {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string } & Readonly<Record<string, unknown>>;
}

export interface GraphQLAnswer<Data> {
  readonly status: number;
  readonly data: Data;
  readonly errors: readonly GraphQLProblem[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>> | undefined;
  readonly headers: Headers;
}

/** A client application: speaks to the gateway over HTTP with one API key, and notes every answer's text. */
export class TestClient {
  constructor(
    private readonly url: string,
    private readonly key: string,
    private readonly answers: string[],
  ) {}

  /** Runs an operation; nothing is asserted. */
  query<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
  ): Promise<GraphQLAnswer<Data>> {
    return this.send<Data>({ query: print(document), variables });
  }

  /** Runs an operation that must have no errors, neither of the answer nor of a payload; gives its data. */
  async data<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
    const { data, errors } = await this.query(document, variables);
    const payloads = Object.values(data ?? {}) as readonly ({ readonly errors?: readonly unknown[] } | null)[];
    const problems = [...(errors ?? []), ...payloads.flatMap((payload) => payload?.errors ?? [])];
    if (problems.length > 0) throw new Error(`unexpected errors: ${JSON.stringify(problems)}`);
    return data;
  }

  /** Asks another address of the gateway than `/graphql`, with the client's key. */
  fetch(path: string, init: RequestInit & { readonly duplex?: "half" } = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, { ...init, headers: { authorization: `Bearer ${this.key}`, ...init.headers } });
  }

  /** Sends any body as JSON. */
  async send<Data>(body: unknown, init: RequestInit = {}): Promise<GraphQLAnswer<Data>> {
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      body: JSON.stringify(body),
      ...init,
      headers: {
        authorization: `Bearer ${this.key}`,
        "content-type": "application/json",
        accept: "application/graphql-response+json",
        ...init.headers,
      },
    });
    const text = await response.text();
    this.answers.push(text);
    const { data, errors, extensions } = JSON.parse(text);
    return { status: response.status, data, errors, extensions, headers: response.headers };
  }
}
