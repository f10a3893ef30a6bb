import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { attach, attachmentsOf } from "../kit/attachments.js";
import { graphIdOf, named, reissue } from "../kit/changed-ids.js";
import { eventInput, FUTURE, makeEvent } from "../kit/events.js";
import * as operations from "../kit/generated/operations.js";
import { MeetingHouse } from "../kit/meeting-house.js";
import { eventId, storedMailbox } from "../kit/meetings.js";
import { codesOf } from "../kit/outcome.js";

const { ines, tomasz } = DEMO_USERS;
const WINDOW = { start: "2126-03-01T00:00:00Z", end: "2126-03-08T00:00:00Z" };

describe("ids that Microsoft changes, as when a mailbox is restored [user-demands 32]", () => {
  let house: MeetingHouse;
  /** Searches beside that of the default calendar: one for each other calendar of Ines'. */
  let others: readonly string[];

  beforeAll(async () => {
    house = await MeetingHouse.open();
    const { mailboxIds, writer } = house.organization;
    const input = { mailboxId: mailboxIds[0]!, name: "Second" };
    await writer.data(operations.CreateCalendarDocument, { input });
    others = Array.from({ length: calendarsOf(ines.address).length - 1 }, () => "search");
  });
  beforeEach(() => {
    house.gateway.emulator.faults.clear();
    house.proxy.take();
  });
  afterAll(() => house.close());

  const mailboxOf = (address: string) => storedMailbox(house.gateway, address);
  const calendarsOf = (address: string) => [...mailboxOf(address).calendars.values()];
  const secondCalendar = () => calendarsOf(ines.address).find(({ name }) => name === "Second")!.id;
  const stored = (id: string) => house.gateway.emulator.store.event(mailboxOf(ines.address), graphIdOf(id));
  const read = async (id: string) =>
    (await house.organization.reader.data(operations.EventByIdDocument, { id })).node as {
      id: string;
      subject: string;
    };
  const codesOfReading = async (id: string) =>
    codesOf(await house.organization.reader.query(operations.EventByIdDocument, { id }));
  const taken = (names: Readonly<Record<string, string>>) => named(house.proxy.take(), names);
  /** An event of Ines' that got another id. */
  const changed = async (over: Partial<operations.CreateEventInput> = {}) => {
    const { id: former } = await makeEvent(house.organization, { ...FUTURE, ...over });
    const present = await reissue(house.gateway, house.organization, former);
    house.proxy.take();
    return { former, present };
  };
  /** An event once more in its mailbox, under an id that nobody knows; unless told otherwise the same meeting. */
  const copyOf = (
    id: string,
    over: { calendarId?: string; iCalUId?: string } = {},
    who: "ines" | "tomasz" = "ines",
  ) => {
    const { store } = house.gateway.emulator;
    const mailbox = mailboxOf(DEMO_USERS[who].address);
    const ids = { id: store.ids.itemId("event"), immutableId: store.ids.immutableId("event") };
    store.putEvent(mailbox, { ...store.event(mailbox, graphIdOf(id))!, ...ids, ...over });
    return eventId(house.organization.mailboxIds[who === "ines" ? 0 : 1]!, ids.immutableId);
  };
  const remove = (id: string) => house.gateway.emulator.store.removeEvent(mailboxOf(ines.address), stored(id)!);

  test("lead to the event: it is searched once, and from then on costs one request more", async () => {
    const ids = await changed({ subject: "Restored" });

    expect(await read(ids.former)).toMatchObject({ id: ids.present, subject: "Restored" });
    expect(taken(ids)).toEqual(["GET former", "search", "calendars", ...others, "GET present"]);

    expect((await read(ids.former)).id).toBe(ids.present);
    expect(taken(ids)).toEqual(["GET former", "GET present"]);
  });

  test("lead on when they change again", async () => {
    const { former, present } = await changed();
    await read(former);
    const last = await reissue(house.gateway, house.organization, present);
    await read(former);
    house.proxy.take();

    expect((await read(former)).id).toBe(last);
    expect(taken({ former, present, last })).toEqual(["GET former", "GET last"]);
  });

  test("are found in any calendar of the mailbox", async () => {
    const { former, present } = await changed();
    const { store } = house.gateway.emulator;
    const calendarId = secondCalendar();
    store.putEvent(mailboxOf(ines.address), { ...stored(present)!, calendarId });

    expect((await read(former)).id).toBe(present);
  });

  test("are searched once for all who ask at the same time", async () => {
    const ids = await changed();
    const { writer } = house.organization;

    const [one] = await Promise.all([
      read(ids.former),
      writer.data(operations.EventOriginDocument, { id: ids.former }),
      writer.data(operations.EventBodiesDocument, { id: ids.former }),
    ]);

    expect(one.id).toBe(ids.present);
    expect(taken(ids).filter((request) => request === "search")).toHaveLength(1 + others.length);
  });

  test("are written to, once", async () => {
    const ids = await changed();
    const input = { id: ids.former, subject: "Written" };

    const { updateEvent } = await house.organization.writer.data(operations.UpdateEventDocument, { input });

    expect(updateEvent).toMatchObject({ errors: [], event: { id: ids.present, subject: "Written" } });
    expect(taken(ids).filter((request) => request.startsWith("PATCH"))).toHaveLength(2);
    expect(stored(ids.present)!.subject).toBe("Written");
  });

  test("are good for extended data that are there, attendees and attachments", async () => {
    const { writer, reader } = house.organization;
    const { id: former } = await makeEvent(house.organization, FUTURE);
    const data = (value: string) => ({ input: { id: former, extendedData: [{ key: "ticket", value }] } });
    await writer.data(operations.UpdateEventDocument, data("A-1"));
    await attach(writer, former, Buffer.from("agenda"));
    const present = await reissue(house.gateway, house.organization, former);

    const rewritten = await writer.data(operations.UpdateEventWithDataDocument, data("A-2"));
    const added = await house.add({ id: former, attendees: [{ address: tomasz.address }] });

    expect(rewritten.updateEvent).toMatchObject({
      errors: [],
      event: { id: present, extendedData: [{ key: "ticket", value: "A-2" }] },
    });
    expect(added.errors).toEqual([]);
    expect(stored(present)!.attendees).toHaveLength(1);
    expect((await attachmentsOf(reader, former)).attachments).toMatchObject([{ name: "agenda.pdf" }]);
  });

  test("are answered, where the invitation was read before", async () => {
    const { invitedId } = await house.meeting({ ...FUTURE });
    await read(invitedId!);
    const present = await reissue(house.gateway, house.organization, invitedId!, "tomasz");

    const { errors } = await house.respond({ id: invitedId!, response: "ACCEPT" });

    expect(errors).toEqual([]);
    const copy = house.gateway.emulator.store.event(mailboxOf(tomasz.address), graphIdOf(present));
    expect(copy!.responseStatus.response).toBe("accepted");
  });

  test("are told from the copy in a calendar that somebody else shared", async () => {
    const { own } = await house.meeting({ ...FUTURE });
    const answer = await fetch(`${house.gateway.emulator.url}/emulator/shared-calendars`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ sharee: ines.address, owner: tomasz.address }),
    });
    expect(answer.status).toBe(200);
    const present = await reissue(house.gateway, house.organization, own.id);

    expect((await read(own.id)).id).toBe(present);
  });

  describe("nothing is guessed", () => {
    test.each(["the same calendar", "another calendar"])("with a second copy in %s", async (where) => {
      const { former, present } = await changed();
      copyOf(present, where === "another calendar" ? { calendarId: secondCalendar() } : {});
      const input = { id: former, subject: "x" };

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
      const { updateEvent } = (await house.organization.writer.query(operations.UpdateEventDocument, { input })).data;

      expect(updateEvent.errors).toMatchObject([{ code: "NOT_FOUND" }]);
      expect(stored(present)!.subject).toBe("Planning");
    });

    test("of an event that somebody deleted in Outlook, which is searched once a minute at most", async () => {
      const { id } = await makeEvent(house.organization, FUTURE);
      remove(id);
      house.proxy.take();

      expect(await codesOfReading(id)).toEqual(["NOT_FOUND"]);
      expect(taken({ event: id })).toEqual(["GET event", "search", "calendars", ...others]);
      expect(await codesOfReading(id)).toEqual(["NOT_FOUND"]);
      expect(taken({ event: id })).toEqual(["GET event"]);
    });

    test("of an id that was never seen, which costs one request", async () => {
      const { id } = await makeEvent(house.organization, FUTURE);
      const unseen = copyOf(id);
      remove(unseen);
      house.proxy.take();

      expect(await codesOfReading(unseen)).toEqual(["NOT_FOUND"]);
      expect(taken({ unseen })).toEqual(["GET unseen"]);
    });

    test("where Microsoft cannot say, that is what the caller is told", async () => {
      const { former, present } = await changed();
      house.gateway.emulator.faults.add({
        match: { path: "*/calendars" },
        times: "always",
        action: { kind: "error", status: 503, retryAfterSeconds: 0 },
      });

      expect(await codesOfReading(former)).toEqual(["UPSTREAM_UNAVAILABLE"]);
      house.gateway.emulator.faults.clear();
      expect((await read(former)).id).toBe(present);
    });
  });

  describe("and deletions", () => {
    const del = async (id: string, client = house.organization.writer) =>
      (await client.query(operations.DeleteEventDocument, { input: { id } })).data.deleteEvent;

    test("delete the event that has another id", async () => {
      const { former, present } = await changed();

      expect((await del(former)).errors).toEqual([]);

      expect(stored(present)).toBeUndefined();
      house.proxy.take();
      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
      expect(taken({ former, present })).toEqual(["GET former", "GET present"]);
    });

    test("search nothing afterwards, and leave a copy that comes later alone", async () => {
      const { id } = await makeEvent(house.organization, FUTURE);
      const copy = copyOf(id);
      await del(id);
      house.proxy.take();

      expect(await codesOfReading(id)).toEqual(["NOT_FOUND"]);
      expect(taken({ id })).toEqual(["GET id"]);
      expect((await del(id)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
      expect(stored(copy)).toBeDefined();
    });

    test.each(["deleteEvent", "cancelEvent", "respondToEvent"])(
      "%s whose answer was lost, done again, leaves the second copy alone",
      async (mutation) => {
        const isAnswer = mutation === "respondToEvent";
        const { own, invitedId } = await house.meeting({ ...FUTURE });
        const id = isAnswer ? invitedId! : own.id;
        await read(id);
        const address = isAnswer ? tomasz.address : ines.address;
        const { store } = house.gateway.emulator;
        const copy = copyOf(id, {}, isAnswer ? "tomasz" : "ines");
        const act = async () => {
          if (mutation === "cancelEvent") return house.cancel({ id });
          return isAnswer ? house.respond({ id, response: "DECLINE" }) : del(id);
        };
        house.gateway.emulator.faults.once(
          { mailbox: address, method: mutation === "deleteEvent" ? "DELETE" : "POST", path: "*/events/*" },
          { kind: "reset", when: "after" },
        );

        await act();
        expect(store.event(mailboxOf(address), graphIdOf(id))).toBeUndefined();
        expect((await act()).errors).toMatchObject([{ code: "NOT_FOUND" }]);

        expect(store.event(mailboxOf(address), graphIdOf(copy))).toMatchObject({ isCancelled: false });
      },
    );
  });

  describe("of lists", () => {
    const listed = async (
      document: typeof operations.ViewWithUidsDocument | typeof operations.SubjectsOnlyDocument,
    ) => {
      await house.organization.reader.data(document as typeof operations.ViewWithUidsDocument, {
        id: house.organization.mailboxIds[0]!,
        ...WINDOW,
      });
      return decodeURIComponent(house.proxy.take().at(-1)!.path);
    };
    /** An event that nobody has read by itself. */
    const unread = async () => {
      const { id } = await makeEvent(house.organization, FUTURE);
      return copyOf(id, { iCalUId: house.gateway.emulator.store.ids.iCalUId() });
    };

    test("with `iCalUId`, they are remembered, and nothing more is asked for", async () => {
      const former = await unread();
      expect(await listed(operations.ViewWithUidsDocument)).toMatch(
        /\$select=id,start,end,isAllDay,originalStartTimeZone,originalEndTimeZone,sensitivity,iCalUId&/,
      );
      const present = await reissue(house.gateway, house.organization, former);

      expect((await read(former)).id).toBe(present);
    });

    test("without it and without `id`, they are not, and nothing more is asked for", async () => {
      const former = await unread();
      expect(await listed(operations.SubjectsOnlyDocument)).toMatch(
        /\$select=id,start,end,isAllDay,originalStartTimeZone,originalEndTimeZone,subject,sensitivity&/,
      );
      await reissue(house.gateway, house.organization, former);
      house.proxy.take();

      expect(await codesOfReading(former)).toEqual(["NOT_FOUND"]);
      expect(house.proxy.take()).toHaveLength(1);
    });

    test("an occurrence that a list did not tell from a single event leads to that occurrence, and never to its series", async () => {
      const recurrence = { rrule: "FREQ=DAILY;COUNT=3" };
      const input = eventInput(house.organization, { ...FUTURE, recurrence });
      const { createEvent } = await house.organization.writer.data(operations.CreateSeriesDocument, { input });
      const lastListed = async () => {
        const variables = { id: house.organization.mailboxIds[0]!, ...WINDOW };
        const { mailbox } = await house.organization.reader.data(operations.ViewWithUidsDocument, variables);
        return mailbox!.calendarView!.nodes.at(-1)!.id;
      };
      const former = await lastListed();
      await reissue(house.gateway, house.organization, createEvent.event!.id);
      const present = await lastListed();

      expect((await read(former)).id).toBe(present);
      expect(present).not.toBe(former);
    });
  });
});
