import { AttachmentsOfEventDocument } from "./generated/operations.js";
import type { TestClient } from "./test-client.js";

export interface UploadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** What the answer says of the new attachment; undefined for a refusal. */
  readonly attachment: {
    readonly id: string;
    readonly eventId: string;
    readonly name: string;
    readonly size: number;
    readonly downloadUrl: string;
  };
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string } & Record<string, unknown>;
  }[];
}

/** Attaches a file to an event; nothing is asserted. */
export async function attach(
  client: TestClient,
  eventId: string,
  body: Buffer | ReadableStream<Uint8Array>,
  {
    query = { name: "agenda.pdf" },
    headers = { "content-type": "application/pdf" },
    signal,
  }: {
    readonly query?: Readonly<Record<string, string>>;
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
  } = {},
): Promise<UploadAnswer> {
  const answer = await client.fetch(`/events/${eventId}/attachments?${new URLSearchParams(query)}`, {
    method: "POST",
    headers,
    body: body instanceof ReadableStream ? body : new Uint8Array(body),
    duplex: "half",
    ...(signal && { signal }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, ...JSON.parse(text) };
}

/** Path and query of a download's address: the public one names another host and port than a test's. */
export function pathOf(downloadUrl: string): string {
  const { pathname, search } = new URL(downloadUrl);
  return `${pathname}${search}`;
}

export async function attachmentsOf(client: TestClient, id: string) {
  const { node } = await client.data(AttachmentsOfEventDocument, { id });
  if (!node || !("attachments" in node)) throw new Error("not an event");
  return node;
}

/** Bytes that repeat nowhere near, so that a part in a wrong place shows. */
export function someBytes(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  for (let at = 0; at + 4 <= length; at += 4) bytes.writeUInt32LE((at * 2_654_435_761) % 2 ** 32, at);
  for (let at = length - (length % 4); at < length; at++) bytes[at] = at % 251;
  return bytes;
}
