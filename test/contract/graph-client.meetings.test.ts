import { type Client, PageIterator } from "@microsoft/microsoft-graph-client";
import type { Event } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphClient, graphErrorOf, type Page } from "./kit/clients.js";
import { eventually } from "./kit/eventually.js";
import { openTarget, type Target } from "./kit/target.js";
import { Tidy } from "./kit/tidy.js";
import { at, dateOf, meeting, newSubject, windowOf } from "./kit/week.js";

const tidy = new Tidy();
let target: Target;
let client: Client;
let home: string;
let theirs: string;
beforeAll(async () => {
  target = await openTarget();
  client = graphClient(target);
  home = `/users/${target.mailbox}`;
  theirs = `/users/${target.attendee}`;
});
afterAll(async () => {
  await tidy.run(client);
  await target.close();
});

async function create(body: Event): Promise<Event> {
  const event: Event = await client.api(`${home}/events`).post(body);
  tidy.later(`${home}/events/${event.id}`);
  return event;
}

/** All events of a view that have this subject, or the one they share an iCalUId with. */
async function seenIn(mailbox: string, days: readonly [number, number], isWanted: (event: Event) => boolean) {
  const found: Event[] = [];
  const first: Page<Event> = await client
    .api(`${mailbox}/calendarView`)
    .query(windowOf(...days))
    .get();
  await new PageIterator(client, first, (event: Event) => {
    if (isWanted(event)) found.push(event);
    return true;
  }).iterate();
  return found;
}

describe("microsoft-graph-client: series", () => {
  /** Mondays and Wednesdays of three weeks, at nine in Berlin. */
  const series = (subject: string): Event => ({
    ...meeting(subject, {
      start: at(28, "09:00", "W. Europe Standard Time"),
      end: at(28, "09:30", "W. Europe Standard Time"),
    }),
    recurrence: {
      pattern: { type: "weekly", interval: 1, daysOfWeek: ["monday", "wednesday"], firstDayOfWeek: "monday" },
      range: { type: "numbered", startDate: dateOf(28), numberOfOccurrences: 6 },
    },
  });
  const datesOf = (events: readonly Event[]) => events.map(({ start }) => start?.dateTime?.slice(0, 10));
  const occurrencesOf = async (master: Event): Promise<Event[]> => {
    const path = `${home}/events/${master.id}/instances`;
    return ((await client.api(path).query(windowOf(28, 56)).get()) as Page<Event>).value;
  };

  test("a series has a master with its pattern, and occurrences with what they share", async () => {
    const master = await create(series(newSubject("series")));
    const occurrences = await occurrencesOf(master);

    expect(master).toMatchObject({
      type: "seriesMaster",
      seriesMasterId: null,
      recurrence: {
        pattern: { type: "weekly", daysOfWeek: ["monday", "wednesday"] },
        range: { type: "numbered", numberOfOccurrences: 6, recurrenceTimeZone: "W. Europe Standard Time" },
      },
    });
    expect(datesOf(occurrences)).toEqual([28, 30, 35, 37, 42, 44].map(dateOf));
    for (const occurrence of occurrences) {
      expect(occurrence).toMatchObject({ type: "occurrence", seriesMasterId: master.id, subject: master.subject });
    }
    expect(new Set(occurrences.map(({ id }) => id)).size).toBe(6);
  });

  test("a view shows the occurrences, not the master", async () => {
    const master = await create(series(newSubject("view of a series")));

    const seen = await seenIn(home, [28, 35], ({ subject }) => subject === master.subject);

    expect(seen.map(({ type }) => type)).toEqual(["occurrence", "occurrence"]);
  });

  test("a changed occurrence is an exception, and the others stay", async () => {
    const master = await create(series(newSubject("exception")));
    const [, second] = await occurrencesOf(master);
    const subject = newSubject("changed occurrence");

    const changed: Event = await client.api(`${home}/events/${second?.id}`).patch({ subject });
    const after = await occurrencesOf(master);

    expect(changed).toMatchObject({ type: "exception", subject, seriesMasterId: master.id });
    expect(after.map((event) => event.subject === subject)).toEqual([false, true, false, false, false, false]);
    expect(after.map(({ type }) => type).filter((type) => type === "exception")).toHaveLength(1);
  });

  test("a moved occurrence is found at its new time and keeps its original start", async () => {
    const master = await create(series(newSubject("moved")));
    const [first] = await occurrencesOf(master);
    const moved: Event = await client
      .api(`${home}/events/${first?.id}`)
      .patch({ start: at(29, "14:00"), end: at(29, "14:30") });

    expect(datesOf(await occurrencesOf(master))).toEqual([29, 30, 35, 37, 42, 44].map(dateOf));
    expect(moved.originalStart?.slice(0, 10)).toBe(dateOf(28));
  });

  test("a deleted occurrence is gone from the series alone", async () => {
    const master = await create(series(newSubject("cancelled occurrence")));
    const [, , third] = await occurrencesOf(master);

    await client.api(`${home}/events/${third?.id}`).delete();

    expect(datesOf(await occurrencesOf(master))).toEqual([28, 30, 37, 42, 44].map(dateOf));
    expect(await client.api(`${home}/events/${master.id}`).get()).toMatchObject({ type: "seriesMaster" });
  });

  test("with the master all occurrences are deleted", async () => {
    const master = await create(series(newSubject("whole series")));

    await client.api(`${home}/events/${master.id}`).delete();

    expect(await seenIn(home, [28, 56], ({ subject }) => subject === master.subject)).toEqual([]);
  });

  test("a pattern that lacks its day is refused", async () => {
    const body = series(newSubject("refused"));
    const recurrence = { ...body.recurrence, pattern: { type: "weekly", interval: 1 } } as const;

    expect(await graphErrorOf(client.api(`${home}/events`).post({ ...body, recurrence }))).toMatchObject({
      statusCode: 400,
    });
  });
});

describe("microsoft-graph-client: meetings", () => {
  const invite = async (subject: string) => {
    const attendees = [{ type: "required", emailAddress: { address: target.attendee, name: "Attendee" } } as const];
    const event = await create(meeting(subject, { attendees }, 1));
    tidy.invited(theirs, event.iCalUId);
    return event;
  };

  /** The attendee's copy; a real invitation takes a while to arrive. */
  const copyOf = (event: Event, isReady: (copy: Event) => boolean = () => true): Promise<Event> =>
    eventually(async () => {
      const [copy] = await seenIn(theirs, [0, 7], ({ iCalUId }) => iCalUId === event.iCalUId);
      return copy !== undefined && isReady(copy) ? copy : undefined;
    });

  const answerSeen = (event: Event, response: string): Promise<Event> =>
    eventually(async () => {
      const own: Event = await client.api(`${home}/events/${event.id}`).get();
      return own.attendees?.[0]?.status?.response === response ? own : undefined;
    });

  test("an invitation appears in the attendee's calendar, with an id of its own and the same iCalUId", async () => {
    const event = await invite(newSubject("invitation"));
    const copy = await copyOf(event);

    expect(copy).toMatchObject({
      subject: event.subject,
      isOrganizer: false,
      showAs: "tentative",
      responseStatus: { response: "notResponded" },
      organizer: { emailAddress: { address: expect.stringMatching(new RegExp(target.mailbox, "i")) } },
    });
    expect(copy.id).not.toBe(event.id);
  });

  test.each([
    ["accept", "accepted"],
    ["tentativelyAccept", "tentativelyAccepted"],
  ])("an attendee's %s reaches the organizer", async (action, response) => {
    const event = await invite(newSubject(action));
    const copy = await copyOf(event);

    await client.api(`${theirs}/events/${copy.id}/${action}`).post({ comment: "With pleasure", sendResponse: true });

    const own = await answerSeen(event, response);
    expect(Date.parse(String(own.attendees?.[0]?.status?.time))).toBeGreaterThan(Date.now() - 3_600_000);
    expect(await client.api(`${theirs}/events/${copy.id}`).get()).toMatchObject({ responseStatus: { response } });
  });

  test("an attendee's refusal with another time reaches the organizer, and the copy leaves the calendar", async () => {
    const event = await invite(newSubject("decline"));
    const copy = await copyOf(event);
    const proposedNewTime = { start: at(2, "15:00"), end: at(2, "16:00") };

    await client.api(`${theirs}/events/${copy.id}/decline`).post({ sendResponse: true, proposedNewTime });

    const own = await answerSeen(event, "declined");
    expect(own.attendees?.[0]?.proposedNewTime?.start?.dateTime).toContain(`${dateOf(2)}T15:00:00`);
    expect(await seenIn(theirs, [0, 7], ({ iCalUId }) => iCalUId === event.iCalUId)).toEqual([]);
  });

  test("a new time reaches the attendee and asks for a new answer", async () => {
    const event = await invite(newSubject("new time"));
    const copy = await copyOf(event);
    await client.api(`${theirs}/events/${copy.id}/accept`).post({ sendResponse: true });
    await answerSeen(event, "accepted");

    await client.api(`${home}/events/${event.id}`).patch({ start: at(3, "11:00"), end: at(3, "12:00") });

    const moved = await copyOf(event, ({ start }) => start?.dateTime?.startsWith(dateOf(3)) ?? false);
    expect(moved.responseStatus?.response).toBe("notResponded");
  });

  test("the organizer cannot answer, and a guest cannot cancel", async () => {
    const event = await invite(newSubject("roles"));
    const copy = await copyOf(event);

    const answer = await graphErrorOf(client.api(`${home}/events/${event.id}/accept`).post({ sendResponse: false }));
    const cancel = await graphErrorOf(client.api(`${theirs}/events/${copy.id}/cancel`).post({ comment: "No" }));

    expect([answer, cancel]).toMatchObject([
      { statusCode: 400, code: "ErrorInvalidRequest" },
      { statusCode: 400, code: "ErrorInvalidRequest" },
    ]);
  });

  test("a cancellation takes the meeting from the organizer and marks the attendee's copy", async () => {
    const event = await invite(newSubject("cancelled"));
    await copyOf(event);

    await client.api(`${home}/events/${event.id}/cancel`).post({ comment: "Not this week" });

    const cancelled = await copyOf(event, ({ isCancelled }) => isCancelled === true);
    expect(cancelled.subject).toContain(event.subject);
    expect(await graphErrorOf(client.api(`${home}/events/${event.id}`).get())).toMatchObject({ statusCode: 404 });
  });
});
