import { CreateEventDocument, type CreateEventInput } from "./generated/operations.js";
import type { TestOrganization } from "./organization.js";

/** Input for an event of one hour, from nine o'clock in Berlin on 2 March 2026, in the organization's first mailbox. */
export function eventInput(
  { mailboxIds }: Pick<TestOrganization, "mailboxIds">,
  over: Partial<CreateEventInput> = {},
): CreateEventInput {
  return {
    mailboxId: mailboxIds[0]!,
    subject: "Planning",
    start: { dateTime: "2026-03-02T09:00:00", timeZone: "Europe/Berlin" },
    end: { dateTime: "2026-03-02T10:00:00", timeZone: "Europe/Berlin" },
    // The day is past on the clocks of tests.
    ...(over.attendees && { allowPast: true }),
    ...over,
  };
}

/** Not over for a long time: changes of meetings that are need a word. */
export const FUTURE = {
  start: { dateTime: "2126-03-04T09:00:00", timeZone: "Europe/Berlin" },
  end: { dateTime: "2126-03-04T10:00:00", timeZone: "Europe/Berlin" },
};

/** Writes an event with the organization's WRITER key. */
export async function makeEvent(organization: TestOrganization, over: Partial<CreateEventInput> = {}) {
  const { createEvent } = await organization.writer.data(CreateEventDocument, {
    input: eventInput(organization, over),
  });
  return createEvent.event!;
}
