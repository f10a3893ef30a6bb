import { afterAll, beforeAll, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { eventInput } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { CreateSeriesDocument, SeriesInstancesDocument, UpdateSeriesDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

let gateway: TestGateway;
let organization: TestOrganization;

beforeAll(async () => {
  gateway = await startGateway();
  organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
});
afterAll(() => gateway.close());

async function occurrencesOf(id: string) {
  const window = { start: "2026-01-01T00:00:00Z", end: "2028-01-01T00:00:00Z" };
  const { node } = await organization.reader.data(SeriesInstancesDocument, { id, ...window });
  if (!node || !("instances" in node)) throw new Error("not an event");
  return node.instances!.nodes.map((event) => ({
    id: event.id,
    instant: event.start.__typename === "Timed" ? event.start.instant : event.start.date,
  }));
}

test("a series that goes on in another zone keeps nine o'clock in each, through both zones' clock changes", async () => {
  const recurrence = { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" };
  const { createEvent } = await organization.writer.data(CreateSeriesDocument, {
    input: eventInput(organization, { recurrence }),
  });
  const id = createEvent.event!.id;
  const second = (await occurrencesOf(id))[1]!;
  const newYork = (dateTime: string) => ({ dateTime, timeZone: "America/New_York" });

  const { updateEvent } = await organization.writer.data(UpdateSeriesDocument, {
    input: {
      id: second.id,
      scope: "THIS_AND_FOLLOWING",
      start: newYork("2026-03-09T09:00:00"),
      end: newYork("2026-03-09T10:00:00"),
    },
  });

  expect(updateEvent.event!.recurrence!.range.recurrenceTimeZone).toBe("America/New_York");
  // Berlin's winter time, then New York's summer time, which began on 8 March; Berlin's on the 29th changes nothing.
  expect((await occurrencesOf(id)).map(({ instant }) => instant)).toEqual(["2026-03-02T08:00:00.000Z"]);
  expect((await occurrencesOf(updateEvent.event!.id)).map(({ instant }) => instant)).toEqual(
    ["03-09", "03-16", "03-23", "03-30", "04-06"].map((day) => `2026-${day}T13:00:00.000Z`),
  );
});
