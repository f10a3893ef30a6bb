import type { EmailAddress, TimeSlot } from "../../core/mailbox.model.js";
import { invalidValue } from "../events/event-rules.js";
import { readTime } from "../events/event-time.js";
import type { MailboxCall } from "../graph-call.js";
import { GraphFailure } from "../graph-failure.js";
import { bodyUnreadable, isJsonObject, readJsonBody } from "../json-body.js";

/** Parameters of an action, by name in lower case: the schema and clients spell them in different cases. */
export type ActionBody = ReadonlyMap<string, unknown>;

/**
 * Reads the parameters of an action; an empty body has none. Throws 400 `RequestBodyRead` for one that the action does
 * not have.
 */
export function readActionBody(call: MailboxCall, allowed: readonly string[]): ActionBody {
  const body = call.request.body.trim() === "" ? {} : readJsonBody(call);
  const known = new Set(allowed.map((name) => name.toLowerCase()));
  const parameters = new Map<string, unknown>();
  for (const [name, value] of Object.entries(body)) {
    const key = name.toLowerCase();
    if (name.includes("@odata.")) continue;
    if (!known.has(key))
      throw bodyUnreadable(`The parameter '${name}' in the request payload is not a valid parameter.`);
    if (value !== null) parameters.set(key, value);
  }
  return parameters;
}

export function textParameter(body: ActionBody, name: string): string | undefined {
  const value = body.get(name.toLowerCase());
  if (value !== undefined && typeof value !== "string") throw bodyUnreadable(`'${name}' must be a text.`);
  return value;
}

export function flagParameter(body: ActionBody, name: string, otherwise: boolean): boolean {
  const value = body.get(name.toLowerCase()) ?? otherwise;
  if (typeof value !== "boolean") throw bodyUnreadable(`'${name}' must be true or false.`);
  return value;
}

/** A `timeSlot`. Throws 400 `ErrorPropertyValidationFailure` when it does not end after it starts. */
export function slotParameter(body: ActionBody, name: string): TimeSlot | undefined {
  const value = body.get(name.toLowerCase());
  if (value === undefined) return undefined;
  if (!isJsonObject(value)) throw bodyUnreadable(`'${name}' must have start and end.`);
  const slot = { start: readTime(value.start, `${name}/start`), end: readTime(value.end, `${name}/end`) };
  if (slot.end.at <= slot.start.at) throw invalidValue(`'${name}' has to end after it starts.`);
  return slot;
}

/** A list of recipients. Throws 400 `ErrorInvalidRecipients` for none, or for one without an address. */
export function recipientsParameter(body: ActionBody, name: string): EmailAddress[] {
  const value = body.get(name.toLowerCase());
  if (value !== undefined && !Array.isArray(value)) throw bodyUnreadable(`'${name}' must be a list of recipients.`);
  const recipients = (value ?? []).map((item: unknown): EmailAddress => {
    const address = isJsonObject(item) && isJsonObject(item.emailAddress) ? item.emailAddress : {};
    if (typeof address.address !== "string" || address.address.trim() === "") throw noRecipients();
    return { name: typeof address.name === "string" ? address.name : address.address, address: address.address };
  });
  if (recipients.length === 0) throw noRecipients();
  return recipients;
}

function noRecipients(): GraphFailure {
  return new GraphFailure(400, "ErrorInvalidRecipients", "At least one recipient is needed, each with an address.");
}
