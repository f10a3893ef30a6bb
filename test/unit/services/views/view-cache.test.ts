import { describe, expect, test } from "vitest";
import type { ViewPlace } from "../../../../src/services/events/views/view.model.js";
import { ViewCache } from "../../../../src/services/events/views/view-cache.js";
import { eventBody } from "../../emulator/kit.js";
import { seriesBody } from "../../emulator/recurrence.kit.js";
import { ALL_FIELDS, emulatedCalendars, MARCH } from "./emulated-calendar.js";
import { newCall } from "./kit.js";

const MINUTE_MS = 60_000;
const calendar = emulatedCalendars();
const subjects = { ...MARCH, fields: ["subject"] as const };
const subjectsOf = ({ events }: { events: readonly { subject?: string | null }[] }) =>
  events.map(({ subject }) => subject);

/** A mailbox with an event and a series, whose view is kept; what was asked before is not counted. */
async function keptCalendar(options: { readonly asks?: number; readonly fields?: typeof ALL_FIELDS } = {}) {
  const mailbox = calendar();
  const single = await mailbox.create(eventBody());
  const series = await mailbox.create(seriesBody());
  const ask = (fields: typeof ALL_FIELDS = options.fields ?? ["subject"], call = newCall()) =>
    mailbox.cache.read(mailbox.place, { ...MARCH, fields }, MINUTE_MS - 1, call);
  for (let asked = 0; asked < (options.asks ?? 1); asked++) {
    await ask();
    mailbox.wait();
  }
  mailbox.emulator.log.clear();
  const paths = () => mailbox.requests().map(({ path, status }) => `${path.split("/").slice(4).join("/")} ${status}`);
  return { ...mailbox, single, series, ask, paths };
}

describe("within its freshness, a view", () => {
  test("is answered without a request, by the same objects, and says when Microsoft was asked", async () => {
    const { place, cache, clock, requests } = calendar();
    const call = newCall();
    const first = await cache.read(place, subjects, MINUTE_MS, newCall());
    const second = await cache.read(place, subjects, MINUTE_MS, call);
    expect(second.events).toBe(first.events);
    expect(second.asOf).toEqual(new Date(clock.now()));
    expect(requests()).toHaveLength(1);
    expect(call.meter).toMatchObject({ graphRequests: 0, cachedReads: 1 });
  });

  test("answers fewer fields, and is read anew with all of them for one more", async () => {
    const { place, cache, create, requests } = calendar();
    await create(eventBody());
    await cache.read(place, { ...MARCH, fields: ["subject", "showAs"] }, MINUTE_MS, newCall());
    await cache.read(place, { ...MARCH, fields: ["showAs"] }, MINUTE_MS, newCall());
    expect(requests()).toHaveLength(1);
    await cache.read(place, { ...MARCH, fields: ["importance"] }, MINUTE_MS, newCall());
    const { events } = await cache.read(place, { ...MARCH, fields: ["subject", "importance"] }, MINUTE_MS, newCall());
    expect(requests()).toHaveLength(2);
    expect(events).toMatchObject([{ subject: "Planning", showAs: "BUSY", importance: "NORMAL", isKept: true }]);
  });

  test("is read once, however many ask at once", async () => {
    const { place, cache, requests } = calendar();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => cache.read(place, subjects, MINUTE_MS, newCall())),
    );
    expect(new Set(answers.map(({ events }) => events)).size).toBe(1);
    expect(requests()).toHaveLength(1);
  });

  test.each<[string, (place: ViewPlace) => ViewPlace]>([
    ["connection", (place) => withConnection(place, { id: "c2" })],
    ["credential", (place) => withConnection(place, { identity: "2" })],
    ["specified mailbox", (place) => ({ ...place, mailbox: { ...place.mailbox, id: "row-other" } })],
  ])("never answers for another %s", async (_, other) => {
    const { place, cache, requests } = calendar();
    await cache.read(place, subjects, MINUTE_MS, newCall());
    await cache.read(other(place), subjects, MINUTE_MS, newCall());
    expect(requests()).toHaveLength(2);
  });

  test("is forgotten with its connection, be it kept or under way", async () => {
    const { place, cache, create, store, requests } = calendar();
    const before = cache.read(place, subjects, MINUTE_MS, newCall());
    await create(eventBody());
    await cache.forget("c1");
    await before;
    expect(store.bytes).toBe(0);
    expect(subjectsOf(await cache.read(place, subjects, MINUTE_MS, newCall()))).toEqual(["Planning"]);
    await cache.forget("c2");
    await cache.read(place, subjects, MINUTE_MS, newCall());
    expect(requests()).toHaveLength(2);
  });
});

describe("past its freshness, a view", () => {
  test("is tracked from the second time on: one small request, and the same events where nothing changed", async () => {
    const { ask, paths, wait, change, single } = await keptCalendar();
    const second = await ask();
    wait();
    const third = await ask();
    wait();
    await change(single.id, { subject: "Changed" });
    expect(subjectsOf(await ask())).toContain("Changed");
    expect(third.events).toBe(second.events);
    expect(third.asOf.getTime() - second.asOf.getTime()).toBe(MINUTE_MS);
    expect(paths()).toEqual(Array(3).fill("calendar/calendarView/delta 200"));
  });

  test("is one request for all who wait", async () => {
    const { ask, paths } = await keptCalendar({ asks: 2 });
    await Promise.all([ask(), ask(), ask(["subject"])]);
    expect(paths()).toHaveLength(1);
  });

  test("is read where occurrences are new whose own fields no round tells, and tracked on", async () => {
    const { ask, paths, wait, create, change } = await keptCalendar({ asks: 2, fields: ALL_FIELDS });
    const other = await create(seriesBody({}, {}, { subject: "Retro" }));
    expect(subjectsOf(await ask())).toContain("Retro");
    wait();
    await change(other.id, { subject: "Review" });
    const { events } = await ask();
    expect(subjectsOf({ events })).toContain("Review");
    expect(events.every(({ iCalUId, webLink }) => Boolean(iCalUId && webLink))).toBe(true);
    expect(paths().map((path) => path.split("/").at(-1))).toEqual(["delta 200", "calendarView 200", "delta 200"]);
  });

  test("begins anew, without an error, when Graph has lost its link", async () => {
    const { ask, paths, emulator, create, wait } = await keptCalendar({ asks: 2 });
    await create(eventBody({ subject: "New" }));
    emulator.switches.deltaTokenLifetimeSeconds = 0;
    const found = await ask();
    emulator.switches.deltaTokenLifetimeSeconds = 86_400;
    wait();
    await ask();
    expect(subjectsOf(found)).toContain("New");
    expect(paths()).toEqual([410, 200, 200].map((status) => `calendar/calendarView/delta ${status}`));
  });

  test.each([400, 403, 404, 503])(
    "is read, and not tracked, where Graph answers change tracking with %i",
    async (status) => {
      const { ask, paths, emulator, wait } = await keptCalendar();
      emulator.faults.always({ path: "*/delta" }, { kind: "error", status, code: "no" });
      await ask();
      wait();
      const tried = paths().length;
      await ask();
      emulator.faults.clear();
      expect(paths().filter((path) => path.includes("delta")).length).toBeGreaterThan(0);
      expect(paths().slice(tried - 1)).toEqual(["calendar/calendarView 200", "calendar/calendarView 200"]);
    },
  );

  test("fails as a read does when the mailbox cannot be asked, and is not answered from before", async () => {
    const { ask, emulator } = await keptCalendar();
    emulator.faults.always({ service: "graph" }, { kind: "error", status: 403, code: "ErrorAccessDenied" });
    await expect(ask()).rejects.toMatchObject({ status: 403 });
    emulator.faults.clear();
    expect(subjectsOf(await ask())).toContain("Planning");
  });

  test("is not trusted when the clock was set back", async () => {
    const { place, refresher, store, clock, requests } = calendar();
    const time = { now: clock.now() };
    const cache = new ViewCache({ store, refresher, clock: { now: () => time.now } });
    await cache.read(place, subjects, MINUTE_MS, newCall());
    time.now -= 1;
    await cache.read(place, subjects, MINUTE_MS, newCall());
    expect(requests()).toHaveLength(2);
  });
});

function withConnection(place: ViewPlace, over: { readonly id?: string; readonly identity?: string }): ViewPlace {
  return { ...place, mailbox: { ...place.mailbox, connection: { ...place.mailbox.connection, ...over } } };
}
