import type { GraphQLAnswer } from "./test-client.js";

/** A row id that is well formed and names nothing. */
export const UNKNOWN_ROW = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

/** An answer without what differs between two equal requests: its request ids and the order of its errors. */
export function outcome<Data>({ status, data, errors }: GraphQLAnswer<Data>) {
  return {
    status,
    data,
    errors: errors
      ?.map(({ message, path, extensions: { requestId: _, ...extensions } }) => ({ message, path, extensions }))
      .sort((a, b) => String(a.path).localeCompare(String(b.path))),
  };
}

/** Codes of all errors, those of the answer and those of payloads. */
export function codesOf<Data>({ data, errors }: GraphQLAnswer<Data>): readonly string[] {
  const payloads = Object.values(data ?? {}) as readonly ({ readonly errors?: readonly { code: string }[] } | null)[];
  return [
    ...(errors ?? []).map(({ extensions }) => extensions.code),
    ...payloads.flatMap((payload) => (payload?.errors ?? []).map(({ code }) => code)),
  ];
}
