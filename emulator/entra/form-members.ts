import type { EntraCall } from "./entra-call.js";
import { EntraFailure } from "./entra-failure.js";

/** A member of the form; AADSTS900144 when it is missing or empty. */
export function requireMember(call: EntraCall, name: string): string {
  const value = call.form.get(name);
  if (value !== null && value !== "") return value;
  throw new EntraFailure(
    "invalid_request",
    900144,
    `The request body must contain the following parameter: '${name}'.`,
  );
}
