import { afterAll, beforeAll } from "vitest";
import { createGraphClient } from "../../../../src/graph/index.js";
import { eventFieldsAmong } from "../../../../src/services/events/event-members.js";
import { MemoryViewStore } from "../../../../src/services/events/views/memory-view-store.js";
import type { ViewPlace } from "../../../../src/services/events/views/view.model.js";
import { ViewCache } from "../../../../src/services/events/views/view-cache.js";
import { ViewReads } from "../../../../src/services/events/views/view-reads.js";
import { ViewRefresher } from "../../../../src/services/events/views/view-refresher.js";
import { addPerson, type Json, START, startTenant } from "../../emulator/kit.js";

export const ALL_FIELDS = eventFieldsAmong(
  new Set(
    "subject bodyPreview body location locations isDraft respondedAt responseRequested hideAttendees allowNewTimeProposals reminder createdAt changedAt originalStart seriesMasterId isOnlineMeeting organizer attendees showAs sensitivity importance type categories isCancelled isOrganizer response iCalUId webLink onlineMeeting recurrence seriesMaster".split(
      " ",
    ),
  ),
);

/** March 2026. */
export const MARCH = { start: new Date("2026-03-01T00:00:00Z"), end: new Date("2026-04-01T00:00:00Z") };

/** The emulator for a file of tests, and mailboxes of their own with a cache over the real Graph client. */
export function emulatedCalendars() {
  const tenant: { started?: Awaited<ReturnType<typeof startTenant>> } = {};
  let people = 0;
  beforeAll(async () => {
    tenant.started = await startTenant();
  });
  afterAll(() => tenant.started?.emulator.close());

  return () => {
    const { started } = tenant;
    if (started === undefined) throw new Error("not started");
    people += 1;
    const user = addPerson(started.emulator, started.tenant, `person${people}`);
    const base = `/users/${user.id}`;
    const time = { now: START };
    const clock = { now: () => time.now };
    const graph = createGraphClient({ sleep: async () => {} });
    const reads = new ViewReads({ graph, clock });
    const refresher = new ViewRefresher({ graph, reads, clock });
    const store = new MemoryViewStore(10_000_000);
    const { token, graph: http, emulator } = started;
    const connection = { id: "c1", graphUrl: emulator.graphUrl, accessToken: async () => token };
    const place: ViewPlace = {
      mailbox: { id: `row-${user.id}`, connection, graphUser: user.id },
      calendarGraphId: null,
    };
    return {
      place,
      reads,
      store,
      refresher,
      clock,
      emulator,
      cache: new ViewCache({ store, refresher, clock }),
      /** Lets everything that is kept become too old. */
      wait: () => {
        time.now += 60_000;
      },
      create: async (body: Record<string, unknown>): Promise<Json> => (await http.post(`${base}/events`, body)).json,
      change: (id: string, body: unknown) => http.patch(`${base}/events/${id}`, body),
      remove: (id: string) => http.delete(`${base}/events/${id}`),
      shown: async (): Promise<Json[]> => {
        const query = `startDateTime=${MARCH.start.toISOString()}&endDateTime=${MARCH.end.toISOString()}&$top=1000`;
        return (await http.get(`${base}/calendarView?${query}`)).json.value;
      },
      masters: async (): Promise<Json[]> => (await http.get(`${base}/events?$top=1000`)).json.value,
      requests: () =>
        emulator.log
          .entries({ service: "graph", mailbox: user.userPrincipalName })
          .filter(({ kind, path }) => kind === "http" && path.includes("/calendarView")),
    };
  };
}
