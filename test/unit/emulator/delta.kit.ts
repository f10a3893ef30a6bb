import { expect } from "vitest";
import { addPerson, type Json, type startTenant } from "./kit.js";
import { seriesBody } from "./recurrence.kit.js";

export const WINDOW = "startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-04-01T00:00:00Z";

let people = 0;

/** A new mailbox, and what a client of change tracking does in it. */
export async function trackedMailbox({ emulator, tenant, graph }: Awaited<ReturnType<typeof startTenant>>) {
  people += 1;
  const base = `/users/${addPerson(emulator, tenant, `person${people}`).id}`;
  const create = async (body: Record<string, unknown>): Promise<Json> =>
    (await graph.post(`${base}/events`, body)).json;
  /** Follows links to the end of the round. */
  const round = async (path: string, headers?: Record<string, string>) => {
    const items: Json[] = [];
    const sizes: number[] = [];
    let next: string = path;
    for (;;) {
      const { status, json } = await graph.get(next, headers);
      expect(status).toBe(200);
      expect("@odata.nextLink" in json).not.toBe("@odata.deltaLink" in json);
      items.push(...json.value);
      sizes.push(json.value.length);
      if (json["@odata.deltaLink"] !== undefined) return { items, sizes, link: json["@odata.deltaLink"] as string };
      next = json["@odata.nextLink"];
      expect(new URL(next).searchParams.has("$skiptoken")).toBe(true);
    }
  };
  const first = `${base}/calendarView/delta?${WINDOW}`;
  const change = (id: string, body: unknown) => graph.patch(`${base}/events/${id}`, body);
  const remove = (id: string) => graph.delete(`${base}/events/${id}`);
  const master = async () => create(seriesBody({}, { type: "noEnd", numberOfOccurrences: undefined }));
  const monday = async (index: number): Promise<Json> =>
    (await graph.get(`${base}/calendarView?${WINDOW}`)).json.value.filter(({ seriesMasterId }: Json) => seriesMasterId)[
      index
    ];
  return { base, create, round, first, change, remove, master, monday };
}

export const removals = (items: Json[]) => items.filter((item) => "@removed" in item).map(({ id }) => id);
export const shown = (items: Json[]) => items.filter((item) => !("@removed" in item));
