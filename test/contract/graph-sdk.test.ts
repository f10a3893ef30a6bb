import type { GraphServiceClient } from "@microsoft/msgraph-sdk";
import type { Event } from "@microsoft/msgraph-sdk/models/index.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphClient } from "./kit/clients.js";
import { eventually } from "./kit/eventually.js";
import { dateOnly, graphSdk, odataErrorOf } from "./kit/graph-sdk.js";
import { emulatedTenant, isRealTenant, NEEDS_EMULATOR, openTarget, type Target } from "./kit/target.js";
import { Tidy } from "./kit/tidy.js";
import { at, dateOf, newSubject, windowOf } from "./kit/week.js";

/** An hour from nine on a day, in UTC. */
const meeting = (subject: string, over: Event = {}, day = 0): Event => ({
  subject,
  start: { ...at(day, "09:00") },
  end: { ...at(day, "10:00") },
  ...over,
});

describe("msgraph-sdk", () => {
  const tidy = new Tidy();
  let target: Target;
  let sdk: GraphServiceClient;
  beforeAll(async () => {
    target = await openTarget();
    sdk = graphSdk(target);
  });
  afterAll(async () => {
    await tidy.run(graphClient(target));
    await target.close();
  });

  const own = () => sdk.users.byUserId(target.mailbox);
  const theirs = () => sdk.users.byUserId(target.attendee);
  const eventOf = (event: Event | undefined) => own().events.byEventId(String(event?.id));
  const create = async (body: Event): Promise<Event> => {
    const event = await own().events.post(body);
    if (event?.id == null) throw new Error("The SDK got no event.");
    tidy.later(`/users/${target.mailbox}/events/${event.id}`);
    if (event.attendees?.length) tidy.invited(`/users/${target.attendee}`, event.iCalUId);
    return event;
  };

  test("reads a user and selects members", async () => {
    const user = await own().get({ queryParameters: { select: ["displayName", "userPrincipalName"] } });

    expect(user?.userPrincipalName?.toLowerCase()).toBe(target.mailbox.toLowerCase());
    expect(user?.id).toBeFalsy();
  });

  test("turns a refusal into an ODataError with code and request id", async () => {
    const error = await odataErrorOf(own().events.byEventId("AAMkAD-no-such-event").get());

    expect([400, 404]).toContain(error.status);
    expect(error.code).toMatch(/^Error(?:InvalidIdMalformed|ItemNotFound)$/);
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("reads the dates of an event as dates and its enumerations as its own values", async () => {
    const event = await create(meeting(newSubject("sdk"), { importance: "high", showAs: "workingElsewhere" }));
    const read = await eventOf(event).get();

    expect(read?.createdDateTime).toBeInstanceOf(Date);
    expect(read?.createdDateTime?.getTime()).toBeGreaterThan(Date.now() - 3_600_000);
    expect(read).toMatchObject({
      id: event.id,
      importance: "high",
      showAs: "workingElsewhere",
      type: "singleInstance",
      responseStatus: { response: "organizer" },
      start: { dateTime: `${dateOf(0)}T09:00:00.0000000`, timeZone: "UTC" },
    });
  });

  test("sends preferences as headers", async () => {
    const event = await create(meeting(newSubject("sdk zone")));
    const read = await eventOf(event).get({ headers: { Prefer: 'outlook.timezone="Tokyo Standard Time"' } });

    expect(read?.start).toMatchObject({
      dateTime: `${dateOf(0)}T18:00:00.0000000`,
      timeZone: "Tokyo Standard Time",
    });
  });

  test("changes what it sends and nothing else, under If-Match", async () => {
    const event = await create(meeting(newSubject("sdk change"), { categories: ["Green category"] }));
    const etag = `W/"${event.changeKey}"`;

    const changed = await eventOf(event).patch({ isReminderOn: false }, { headers: { "If-Match": etag } });
    const refused = await odataErrorOf(eventOf(event).patch({ showAs: "oof" }, { headers: { "If-Match": etag } }));

    expect(changed).toMatchObject({ isReminderOn: false, categories: ["Green category"], subject: event.subject });
    expect(refused.code).toBe("ErrorIrresolvableConflict");
  });

  test("follows next links of a view to its end", async () => {
    const subject = newSubject("sdk pages");
    for (const day of [14, 15, 16]) await create(meeting(subject, {}, day));
    const days: string[] = [];

    let page = await own().calendarView.get({ queryParameters: { ...windowOf(14, 17), top: 1 } });
    while (page !== undefined) {
      const ours = (page.value ?? []).filter((event) => event.subject === subject);
      days.push(...ours.map((event) => String(event.start?.dateTime).slice(0, 10)));
      page = page.odataNextLink ? await own().calendarView.withUrl(page.odataNextLink).get() : undefined;
    }

    expect(days).toEqual([14, 15, 16].map(dateOf));
  });

  test("filters, sorts and counts events", async () => {
    const subject = newSubject("sdk filter");
    for (const day of [0, 1]) await create(meeting(subject, {}, day));

    const page = await own().events.get({
      queryParameters: {
        filter: `subject eq '${subject}' and start/dateTime ge '${dateOf(1)}T00:00:00'`,
        orderby: ["start/dateTime desc"],
        select: ["subject", "start"],
        count: true,
      },
    });

    expect(page?.odataCount).toBe(1);
    expect(page?.value?.[0]?.start?.dateTime).toBe(`${dateOf(1)}T09:00:00.0000000`);
  });

  test("writes into a calendar of its own and removes it", async () => {
    const calendar = await own().calendars.post({ name: newSubject("sdk calendar") });
    const calendarId = String(calendar?.id);
    tidy.later(`/users/${target.mailbox}/calendars/${calendarId}`);
    const events = own().calendars.byCalendarId(calendarId).events;

    const event = await events.post(meeting(newSubject("sdk inside")));
    const list = await events.get();
    await own().calendars.byCalendarId(calendarId).delete();

    expect(list?.value?.map(({ id }) => id)).toEqual([event?.id]);
    expect((await odataErrorOf(own().calendars.byCalendarId(calendarId).get())).status).toBe(404);
  });

  test("creates a series, reads its pattern back, changes one occurrence and deletes another", async () => {
    const master = await create(
      meeting(
        newSubject("sdk series"),
        {
          recurrence: {
            pattern: { type: "relativeMonthly", interval: 1, daysOfWeek: ["friday"], index: "last" },
            range: { type: "numbered", startDate: dateOnly(dateOf(4)), numberOfOccurrences: 4 },
          },
        },
        4,
      ),
    );
    const instances = async () =>
      (await eventOf(master).instances.get({ queryParameters: windowOf(0, 160) }))?.value ?? [];
    const [first, second] = await instances();

    const changed = await eventOf(first).patch({ location: { displayName: "Lighthouse" } });
    await eventOf(second).delete();
    const after = await instances();

    expect(master.recurrence?.range?.startDate?.toString()).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(master.recurrence?.pattern).toMatchObject({ type: "relativeMonthly", index: "last" });
    expect(changed).toMatchObject({ type: "exception", seriesMasterId: master.id });
    expect(after.map(({ type }) => type)).toEqual(["exception", "occurrence", "occurrence"]);
    expect(new Date(`${first?.start?.dateTime?.slice(0, 19)}Z`).getUTCDay()).toBe(5);
  });

  test("answers an invitation, and the organizer sees it", async () => {
    const attendees = [{ type: "required", emailAddress: { address: target.attendee } }] as const;
    const event = await create(meeting(newSubject("sdk rsvp"), { attendees: [...attendees] }, 2));
    const copy = await eventually(async () => {
      const view = await theirs().calendarView.get({ queryParameters: { ...windowOf(2, 3), top: 50 } });
      return view?.value?.find(({ iCalUId }) => iCalUId === event.iCalUId);
    });

    await theirs()
      .events.byEventId(String(copy.id))
      .tentativelyAccept.post({
        comment: "Later would be better",
        sendResponse: true,
        proposedNewTime: { start: { ...at(2, "15:00") }, end: { ...at(2, "16:00") } },
      });

    const answered = await eventually(async () => {
      const [attendee] = (await eventOf(event).get())?.attendees ?? [];
      return attendee?.status?.response === "tentativelyAccepted" ? attendee : undefined;
    });
    expect(answered.status?.time).toBeInstanceOf(Date);
    expect(answered.proposedNewTime?.start?.dateTime).toContain(`${dateOf(2)}T15:00:00`);
  });

  test("cancels a meeting", async () => {
    const event = await create(
      meeting(newSubject("sdk cancel"), { attendees: [{ emailAddress: { address: target.attendee } }] }, 3),
    );

    await eventOf(event).cancel.post({ comment: "Not needed" });

    expect(await odataErrorOf(eventOf(event).get())).toMatchObject({ status: 404, code: "ErrorItemNotFound" });
  });

  test("asks functions with arguments and actions with bodies: reminders and schedules", async () => {
    const event = await create(meeting(newSubject("sdk reminder"), { reminderMinutesBeforeStart: 30 }, 110));
    const { startDateTime, endDateTime } = windowOf(110, 111);

    const reminders = await own().reminderViewWithStartDateTimeWithEndDateTime(endDateTime, startDateTime).get();
    const schedules = await own().calendar.getSchedule.post({
      schedules: [target.mailbox],
      startTime: { ...at(110, "09:00") },
      endTime: { ...at(110, "10:00") },
      availabilityViewInterval: 60,
    });

    expect(reminders?.value?.map(({ eventSubject }) => eventSubject)).toContain(event.subject);
    expect(schedules?.value?.[0]?.availabilityView).toBe("2");
  });

  test("follows the links of change tracking from round to round", async () => {
    const { delta } = own().calendarView;
    const next = async (link: string | null | undefined) => {
      const found: Event[] = [];
      let page =
        link == null
          ? await delta.get({ queryParameters: windowOf(120, 121), headers: { Prefer: "odata.maxpagesize=2" } })
          : await delta.withUrl(link).get();
      while (page?.odataNextLink) {
        found.push(...((page.value ?? []) as Event[]));
        page = await delta.withUrl(page.odataNextLink).get();
      }
      found.push(...((page?.value ?? []) as Event[]));
      return { ids: found.map(({ id }) => id), link: page?.odataDeltaLink };
    };
    const before = await create(meeting(newSubject("sdk delta"), {}, 120));

    const first = await next(undefined);
    const after = await create(meeting(newSubject("sdk delta"), {}, 120));
    const later = await eventually(async () => {
      const second = await next(first.link);
      return second.ids.includes(after.id) ? second : undefined;
    });

    expect(first.ids).toContain(before.id);
    expect(later.ids).not.toContain(before.id);
  });
});

describe.skipIf(isRealTenant)(`msgraph-sdk: throttling ${NEEDS_EMULATOR}`, () => {
  let target: Awaited<ReturnType<typeof emulatedTenant>>;
  let sdk: GraphServiceClient;
  beforeAll(async () => {
    target = await emulatedTenant();
    sdk = graphSdk(target);
  });
  afterAll(() => target.close());

  test("its retry middleware waits for a crowded mailbox, and every request succeeds", async () => {
    const user = sdk.users.byUserId(target.mailbox);
    await user.get();
    target.emulator.latency.graphMs = 100;
    const answers = await Promise.all(Array.from({ length: 6 }, () => user.calendar.get()));
    target.emulator.latency.graphMs = 0;
    const statuses = target.emulator.log.entries({ pathEnd: "/calendar" }).map(({ status }) => status);

    expect(answers.every((calendar) => calendar?.isDefaultCalendar)).toBe(true);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
    expect(statuses.filter((status) => status === 200)).toHaveLength(6);
  });
});
