import type { GraphEvent } from "../../../graph/index.js";
import { AppError } from "../../../lib/app-error.js";
import { unknownWritten } from "../../outcomes.js";
import type { AttendeeType } from "../event.model.js";
import { addressKey, type RecipientDraft, toRecipient } from "./recipients.js";

/** Most attendees of one event: https://learn.microsoft.com/graph/api/resources/event#properties */
export const MOST_ATTENDEES = 500;

const TYPES = { REQUIRED: "required", OPTIONAL: "optional", RESOURCE: "resource" } as const;

/** Somebody to be invited, as a caller names them. */
export interface AttendeeDraft extends RecipientDraft {
  readonly type: AttendeeType;
}

/** The same with a type that Graph takes. */
export interface Invitation extends RecipientDraft {
  readonly type: Exclude<AttendeeType, "UNKNOWN">;
}

type GraphAttendees = NonNullable<GraphEvent["attendees"]>;
type GraphAttendee = GraphAttendees[number];

/** Who is on a meeting's list, and who invites. */
export type Listed = Pick<GraphEvent, "attendees" | "organizer">;

/** A change of a list: the whole list to write, and whom it concerns. Without `changed` nothing is to be written. */
export interface ListChange {
  readonly attendees: GraphAttendees;
  /** Addresses as they stand on the list. */
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

/** @throws AppError INVALID_INPUT for UNKNOWN, at this path. */
export function toInvitation({ type, ...person }: AttendeeDraft, path: readonly string[]): Invitation {
  if (type !== "UNKNOWN") return { ...person, type };
  throw unknownWritten([...path, "type"]);
}

/** Puts people on the list who are not there yet. The organizer is at the meeting already. @throws AppError LIMIT_EXCEEDED. */
export function withAttendees(event: Listed, people: readonly Invitation[]): ListChange {
  const listed = event.attendees ?? [];
  const known = new Set([...listed.map(keyOf), organizerKey(event)]);
  const isKnown = ({ address }: Invitation) => known.has(addressKey(address));
  const added = people.filter((person) => !isKnown(person));
  const attendees = [...listed, ...added.map((person) => ({ ...toRecipient(person), type: TYPES[person.type] }))];
  if (added.length > 0 && attendees.length > MOST_ATTENDEES) {
    throw new AppError(
      "LIMIT_EXCEEDED",
      `The meeting would have ${attendees.length} attendees; Microsoft allows ${MOST_ATTENDEES}. Nobody was added.`,
      { path: ["attendees"], limit: { name: "attendees", max: MOST_ATTENDEES, actual: attendees.length } },
    );
  }
  return { attendees, changed: added.map(addressOf), unchanged: people.filter(isKnown).map(addressOf) };
}

/** Takes people off the list. @throws AppError INVALID_INPUT for the organizer, who cannot leave the own meeting. */
export function withoutAttendees(event: Listed, addresses: readonly string[]): ListChange {
  const listed = event.attendees ?? [];
  const organizer = organizerKey(event);
  const asOrganizer = addresses.findIndex((address) => addressKey(address) === organizer);
  if (asOrganizer !== -1) {
    throw new AppError(
      "INVALID_INPUT",
      "This is the organizer, who cannot be taken off the list. Use `cancelEvent` to call the meeting off.",
      { path: ["addresses", String(asOrganizer)] },
    );
  }
  const wanted = new Set(addresses.map(addressKey));
  const known = new Set(listed.map(keyOf));
  return {
    attendees: listed.filter((attendee) => !wanted.has(keyOf(attendee))),
    changed: addresses.filter((address) => known.has(addressKey(address))),
    unchanged: addresses.filter((address) => !known.has(addressKey(address))),
  };
}

/** Invites somebody on the list in another way. @throws AppError NOT_FOUND for somebody who is not on it. */
export function withAttendeeType(event: Listed, { address, type }: Invitation): ListChange {
  const listed = event.attendees ?? [];
  const key = addressKey(address);
  const found = listed.find((attendee) => keyOf(attendee) === key);
  if (found === undefined) {
    throw new AppError("NOT_FOUND", "Nobody with this address is on the meeting's list. Use `addAttendees`.", {
      path: ["address"],
    });
  }
  // Graph takes any case of its words.
  if (found.type?.toLowerCase() === TYPES[type]) return { attendees: listed, changed: [], unchanged: [address] };
  const attendees = listed.map((attendee) => (attendee === found ? { ...attendee, type: TYPES[type] } : attendee));
  return { attendees, changed: [address], unchanged: [] };
}

const addressOf = ({ address }: RecipientDraft) => address;
const keyOf = ({ emailAddress }: GraphAttendee) => addressKey(emailAddress?.address ?? "");
const organizerKey = ({ organizer }: Listed) => addressKey(organizer?.emailAddress?.address ?? "");
