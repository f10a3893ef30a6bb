export type HttpHeaders = Readonly<Record<string, string>>;

/** Headers that only the client itself may set: credentials, the target and the framing of the body. */
const OWN_HEADERS = new Set(["authorization", "host", "content-length", "content-type"]);

/** A caller's headers, names in lower case, without those that are the client's own. */
export function callerHeaders(headers: HttpHeaders | undefined): HttpHeaders {
  const named = lowerCaseNames(headers ?? {});
  return Object.keys(named).some((name) => OWN_HEADERS.has(name)) ? withoutOwn(named) : named;
}

export function lowerCaseNames(headers: Readonly<Record<string, unknown>>): HttpHeaders {
  const named: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) named[name.toLowerCase()] = String(value);
  return named;
}

function withoutOwn(headers: HttpHeaders): HttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OWN_HEADERS.has(name)));
}

const IMMUTABLE_ID = 'IdType="ImmutableId"';

/** A `Prefer` value that asks for immutable ids and keeps the request's other preferences. */
export function preferImmutableIds(own: string | undefined): string {
  if (own === undefined) return IMMUTABLE_ID;
  const others = (own.match(/(?:"[^"]*"|[^,"])+/g) ?? [])
    .map((preference) => preference.trim())
    .filter((preference) => preference !== "" && !/^idtype\s*=/i.test(preference));
  return [IMMUTABLE_ID, ...others].join(", ");
}
