export type HttpHeaders = Readonly<Record<string, string>>;

/** Headers that only the client itself may set: credentials, the target and the framing of the body. */
const OWN_HEADERS = new Set(["authorization", "host", "content-length", "content-type"]);

/** A caller's headers, names in lower case, without those that are the client's own. */
export function callerHeaders(headers: HttpHeaders | undefined): HttpHeaders {
  const named = Object.entries(lowerCaseNames(headers ?? {}));
  return Object.fromEntries(named.filter(([name]) => !OWN_HEADERS.has(name)));
}

export function lowerCaseNames(headers: Readonly<Record<string, unknown>>): HttpHeaders {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

const IMMUTABLE_ID = 'IdType="ImmutableId"';

/** A `Prefer` value that asks for immutable ids and keeps the request's other preferences. */
export function preferImmutableIds(own: string | undefined): string {
  const others = (own?.match(/(?:"[^"]*"|[^,"])+/g) ?? [])
    .map((preference) => preference.trim())
    .filter((preference) => preference !== "" && !/^idtype\s*=/i.test(preference));
  return [IMMUTABLE_ID, ...others].join(", ");
}
