import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CancelEventDocument,
  type CancelEventInput,
  RespondToEventDocument,
  type RespondToEventInput,
} from "../kit/generated/operations.js";
import { eventId, graphOf, storedEvent } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { type RecordingProxy, startRecordingProxy } from "../kit/recording-proxy.js";

const { ines, tomasz } = DEMO_USERS;

describe("actions on a series and its occurrences", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: RecordingProxy;

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startRecordingProxy(graphUrl);
        return proxy.url;
      },
    });
    organization = await makeOrganization(gateway, { addresses: [ines.address, tomasz.address] });
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const cancel = async (input: CancelEventInput) =>
    (await organization.writer.query(CancelEventDocument, { input })).data.cancelEvent;
  const respond = async (input: RespondToEventInput) =>
    (await organization.writer.query(RespondToEventDocument, { input })).data.respondToEvent;
  const asked = () => proxy.take().map(({ method, path }) => `${method} ${path.replace(/\?.*/, "").split("/").at(-1)}`);

  /** A daily series of Ines with Tomasz, written past the gateway. */
  const series = async (subject: string) => {
    const { token, url } = await graphOf(gateway);
    const response = await fetch(`${url}/v1.0/users/${ines.address}/events`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({
        subject,
        start: { dateTime: "2026-05-04T09:00:00", timeZone: "UTC" },
        end: { dateTime: "2026-05-04T10:00:00", timeZone: "UTC" },
        recurrence: {
          pattern: { type: "daily", interval: 1 },
          range: { type: "numbered", startDate: "2026-05-04", numberOfOccurrences: 3 },
        },
        attendees: [{ emailAddress: { address: tomasz.address }, type: "required" }],
      }),
    });
    expect(response.status).toBe(201);
    const window = "startDateTime=2026-05-05T00:00:00Z&endDateTime=2026-05-06T00:00:00Z";
    const occurrenceOf = async (address: string) => {
      const view = await fetch(`${url}/v1.0/users/${address}/calendarView?${window}`, {
        headers: { authorization: `Bearer ${token}`, prefer: 'IdType="ImmutableId"' },
      });
      const { value } = (await view.json()) as { value: { id: string; subject: string }[] };
      return value.find((event) => event.subject === subject)!.id;
    };
    const [own, invited] = [await occurrenceOf(ines.address), await occurrenceOf(tomasz.address)];
    gateway.emulator.outbox.clear();
    proxy.take();
    return {
      own: eventId(organization.mailboxIds[0]!, own),
      invited: eventId(organization.mailboxIds[1]!, invited),
    };
  };

  test("one occurrence is answered alone, and with SERIES the whole series, at no further request", async () => {
    const alone = await series("Stand-up alone");
    expect((await respond({ id: alone.invited, response: "ACCEPT" })).event).toMatchObject({ response: "ACCEPTED" });
    expect(storedEvent(gateway, tomasz.address, "Stand-up alone")!.responseStatus.response).toBe("notResponded");

    const whole = await series("Stand-up whole");
    const payload = await respond({ id: whole.invited, response: "ACCEPT", scope: "SERIES" });

    expect(payload).toMatchObject({ event: { id: whole.invited, response: "ACCEPTED" }, errors: [] });
    expect(asked()).toHaveLength(3);
    expect(storedEvent(gateway, tomasz.address, "Stand-up whole")!.responseStatus.response).toBe("accepted");
  });

  test("one occurrence is cancelled alone, and with SERIES the whole series", async () => {
    const alone = await series("Lunch alone");
    expect((await cancel({ id: alone.own, allowPast: true })).errors).toEqual([]);
    expect(storedEvent(gateway, ines.address, "Lunch alone")).toBeDefined();

    const whole = await series("Lunch whole");
    expect((await cancel({ id: whole.own, scope: "SERIES" })).errors).toEqual([]);
    expect(storedEvent(gateway, ines.address, "Lunch whole")).toBeUndefined();
  });
});
