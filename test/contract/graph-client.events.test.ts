import { randomUUID } from "node:crypto";
import { type Client, GraphError } from "@microsoft/microsoft-graph-client";
import type { Calendar, Event, User } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Etagged, graphClient, graphErrorOf, type Page } from "./kit/clients.js";
import { openTarget, type Target } from "./kit/target.js";
import { Tidy } from "./kit/tidy.js";
import { at, dateOf, meeting, newSubject } from "./kit/week.js";

describe("microsoft-graph-client: people, calendars and events", () => {
  const tidy = new Tidy();
  let target: Target;
  let client: Client;
  let home: string;
  beforeAll(async () => {
    target = await openTarget();
    client = graphClient(target);
    home = `/users/${target.mailbox}`;
  });
  afterAll(async () => {
    await tidy.run(client);
    await target.close();
  });

  const eventPath = (event: Event) => `${home}/events/${event.id}`;
  const create = async (body: Event): Promise<Etagged<Event>> => {
    const event: Etagged<Event> = await client.api(`${home}/events`).post(body);
    tidy.later(eventPath(event));
    return event;
  };

  test("reads a user by name, with the members it selects and no others", async () => {
    const user: User = await client.api(home).select(["displayName", "userPrincipalName"]).get();

    expect(user.userPrincipalName?.toLowerCase()).toBe(target.mailbox.toLowerCase());
    expect(Object.keys(user).filter((name) => !name.startsWith("@"))).toEqual(["displayName", "userPrincipalName"]);
  });

  test("lists the users of the tenant, page by page", async () => {
    const first: Page<User> = await client.api("/users").top(2).get();
    const second: Page<User> = await client.api(String(first["@odata.nextLink"])).get();

    expect(first.value).toHaveLength(2);
    expect(second.value.length).toBeGreaterThan(0);
    expect(second.value.map(({ id }) => id)).not.toContain(first.value[0]?.id);
  });

  test("finds one default calendar, which its owner may edit", async () => {
    const { value }: Page<Calendar> = await client.api(`${home}/calendars`).get();
    const byDefault: Calendar = await client.api(`${home}/calendar`).get();

    expect(value.filter(({ isDefaultCalendar }) => isDefaultCalendar).map(({ id }) => id)).toEqual([byDefault.id]);
    expect(byDefault).toMatchObject({ canEdit: true, isRemovable: false });
  });

  test("creates a calendar, writes into it, renames it and deletes it with what it holds", async () => {
    const calendar: Calendar = await client.api(`${home}/calendars`).post({ name: newSubject("calendar") });
    const path = `${home}/calendars/${calendar.id}`;
    tidy.later(path);
    const event: Event = await client.api(`${path}/events`).post(meeting(newSubject("in a calendar")));
    const name = newSubject("renamed calendar");

    expect(await client.api(path).patch({ name })).toMatchObject({ id: calendar.id, name });
    await client.api(path).delete();

    expect(await graphErrorOf(client.api(eventPath(event)).get())).toMatchObject({ statusCode: 404 });
  });

  test("creates an event with everything that it says, and Outlook's defaults for the rest", async () => {
    const subject = newSubject("planning");
    const event = await create({
      subject,
      body: { contentType: "text", content: "Bring numbers & plans" },
      start: at(0, "09:30", "W. Europe Standard Time"),
      end: at(0, "10:15", "W. Europe Standard Time"),
      location: { displayName: "Harbour" },
      categories: ["Red category"],
      importance: "high",
      showAs: "tentative",
    });

    expect(event).toMatchObject({
      subject,
      type: "singleInstance",
      isOrganizer: true,
      isCancelled: false,
      isReminderOn: true,
      originalStartTimeZone: "W. Europe Standard Time",
      location: { displayName: "Harbour" },
      locations: [{ displayName: "Harbour" }],
      categories: ["Red category"],
      importance: "high",
      sensitivity: "normal",
      showAs: "tentative",
      responseStatus: { response: "organizer" },
      organizer: { emailAddress: { address: expect.stringMatching(/@/) } },
      seriesMasterId: null,
      recurrence: null,
    });
    expect(event.body?.contentType).toBe("html");
    expect(event.bodyPreview).toBe("Bring numbers & plans");
    expect(event["@odata.etag"]).toBe(`W/"${event.changeKey}"`);
  });

  test("reads times in UTC, and in another zone where it prefers one", async () => {
    const zone = "Tokyo Standard Time";
    const event = await create(
      meeting(newSubject("zones"), { start: at(0, "18:00", zone), end: at(0, "19:00", zone) }),
    );

    const plain: Event = await client.api(eventPath(event)).get();
    const tokyo: Event = await client.api(eventPath(event)).header("Prefer", `outlook.timezone="${zone}"`).get();

    expect(plain.start).toEqual({ dateTime: `${dateOf(0)}T09:00:00.0000000`, timeZone: "UTC" });
    expect(tokyo.start).toEqual({ dateTime: `${dateOf(0)}T18:00:00.0000000`, timeZone: zone });
    expect(tokyo.originalStartTimeZone).toBe(zone);
  });

  test("reads a body as text where it prefers text", async () => {
    const body = { contentType: "html", content: "<p>First</p><p>Second</p>" } as const;
    const event = await create(meeting(newSubject("text"), { body }));

    const read: Event = await client.api(eventPath(event)).header("Prefer", 'outlook.body-content-type="text"').get();

    expect(read.body?.contentType).toBe("text");
    expect(read.body?.content?.split(/\s+/).filter(Boolean)).toEqual(["First", "Second"]);
  });

  test("makes one event of two requests with the same transactionId", async () => {
    const body = meeting(newSubject("once"), { transactionId: randomUUID() });

    const first = await create(body);
    const second: Event = await client.api(`${home}/events`).post(body);

    expect(second.id).toBe(first.id);
  });

  test("changes an event: members that it does not send stay, the change key moves on", async () => {
    const event = await create(meeting(newSubject("before"), { categories: ["Blue category"] }));
    const subject = newSubject("after");

    const changed: Event = await client.api(eventPath(event)).patch({ subject });

    expect(changed).toMatchObject({ id: event.id, iCalUId: event.iCalUId, subject, categories: ["Blue category"] });
    expect(changed.changeKey).not.toBe(event.changeKey);
    expect(await client.api(eventPath(event)).get()).toMatchObject({ subject, changeKey: changed.changeKey });
  });

  test("is refused a change of a version that is no longer the latest", async () => {
    const event = await create(meeting(newSubject("versions")));
    const stale = event["@odata.etag"];
    const current: Etagged<Event> = await client.api(eventPath(event)).patch({ showAs: "free" });

    const refusal = await graphErrorOf(client.api(eventPath(event)).header("If-Match", stale).patch({ showAs: "oof" }));
    const change: Event = await client
      .api(eventPath(event))
      .header("If-Match", current["@odata.etag"])
      .patch({ showAs: "oof" });

    expect(refusal.code).toBe("ErrorIrresolvableConflict");
    expect([409, 412]).toContain(refusal.statusCode);
    expect(change.showAs).toBe("oof");
  });

  test("gets ids that survive, where it prefers them, and reads by either", async () => {
    const event = await create(meeting(newSubject("ids")));
    const immutable = { Prefer: 'IdType="ImmutableId"' };

    const other: Event = await client.api(eventPath(event)).headers(immutable).get();
    const again: Event = await client.api(`${home}/events/${other.id}`).headers(immutable).get();

    expect(other.id).not.toBe(event.id);
    expect(again).toMatchObject({ id: other.id, iCalUId: event.iCalUId });
  });

  test("deletes an event, and sees a GraphError with code and request id when it asks for it again", async () => {
    const event = await create(meeting(newSubject("gone")));

    await client.api(eventPath(event)).delete();
    const error = await graphErrorOf(client.api(eventPath(event)).get());

    expect(error).toMatchObject({ statusCode: 404, code: "ErrorItemNotFound" });
    expect(error.requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(error.date.getTime()).not.toBeNaN();
  });

  test.each<[string, Partial<Event>, string]>([
    ["an end before its start", { end: at(0, "08:00") }, "ErrorPropertyValidationFailure"],
    ["a zone that nobody knows", { start: at(0, "09:00", "Mars/Olympus") }, "TimeZoneNotSupportedException"],
    ["an all-day event that starts at nine", { isAllDay: true }, "ErrorInvalidRequest"],
    ["an attendee without an address", { attendees: [{ emailAddress: { name: "x" } }] }, "ErrorInvalidRecipients"],
  ])("is refused %s", async (_what, over, code) => {
    const error = await graphErrorOf(client.api(`${home}/events`).post(meeting(newSubject("refused"), over)));

    expect(error).toBeInstanceOf(GraphError);
    expect(error).toMatchObject({ statusCode: 400, code });
  });

  test("is told of a user that the tenant does not have", async () => {
    const error = await graphErrorOf(client.api(`/users/nobody-${randomUUID()}@${target.mailbox.split("@")[1]}`).get());

    expect(error).toMatchObject({ statusCode: 404, code: "Request_ResourceNotFound" });
  });

  test("is told that an application has no /me", async () => {
    expect(await graphErrorOf(client.api("/me/calendar").get())).toMatchObject({ statusCode: 400, code: "BadRequest" });
  });
});
