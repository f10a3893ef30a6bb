import { afterAll, beforeAll, expect, test } from "vitest";
import { trackedMailbox } from "./delta.kit.js";
import { eventBody, type Json, startTenant } from "./kit.js";
import { seriesBody } from "./recurrence.kit.js";

const ID = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Colour";
const LIST = "StringArray {66f5a359-4659-4830-9070-00050ec6ac6e} Name Colours";

let started: Awaited<ReturnType<typeof startTenant>>;
beforeAll(async () => {
  started = await startTenant();
});
afterAll(() => started.emulator.close());

const get = async (path: string): Promise<Json> => (await started.graph.get(path)).json;

/** A new event in a mailbox of its own, and a way to ask for what changed since the last time. */
async function tracked(body: Record<string, unknown>) {
  const { base, create, round, first } = await trackedMailbox(started);
  const { id } = await create(body);
  let { link } = await round(first);
  const changed = async (): Promise<string[]> => {
    const next = await round(link);
    link = next.link;
    return next.items.map((item) => item.id);
  };
  return { id: id as string, base, path: `${base}/events/${id}`, changed };
}

const version = async (path: string) => {
  const { changeKey, lastModifiedDateTime, "@odata.etag": etag } = await get(path);
  return { changeKey, lastModifiedDateTime, etag };
};

const writes: [string, (path: string) => Promise<{ status: number }>][] = [
  [
    "a single-value property",
    (path) => started.graph.patch(path, { singleValueExtendedProperties: [{ id: ID, value: "Green" }] }),
  ],
  [
    "a multi-value property",
    (path) => started.graph.patch(path, { multiValueExtendedProperties: [{ id: LIST, value: ["Green"] }] }),
  ],
  [
    "an open extension with the event",
    (path) => started.graph.patch(path, { extensions: [{ extensionName: "com.example.a", shade: 1 }] }),
  ],
  [
    "a new open extension",
    (path) =>
      started.graph.post(`${path}/extensions`, {
        "@odata.type": "microsoft.graph.openTypeExtension",
        extensionName: "com.example.b",
        shade: 1,
      }),
  ],
];

test.each(writes)(
  "sheet 3.10 and 6.5: %s moves changeKey, ETag and lastModifiedDateTime, and does not show in delta",
  async (_, write) => {
    const { path, changed } = await tracked(eventBody());
    const before = await version(path);
    started.emulator.clock.advance(60_000);
    expect((await write(path)).status).toBeLessThan(300);
    const after = await version(path);
    expect(after.etag).toBe(`W/"${after.changeKey}"`);
    expect(after.changeKey).not.toBe(before.changeKey);
    expect(Date.parse(after.lastModifiedDateTime) - Date.parse(before.lastModifiedDateTime)).toBe(60_000);
    expect(await changed()).toEqual([]);
  },
);

test("by the switch it shows, on single events and series", async () => {
  started.emulator.switches.deltaShowsExtensions = true;
  for (const body of [eventBody(), seriesBody()]) {
    const { id, path, changed } = await tracked(body);
    await started.graph.patch(path, { singleValueExtendedProperties: [{ id: ID, value: "Green" }] });
    expect(await changed()).toContain(id);
  }
  started.emulator.switches.deltaShowsExtensions = false;
});

test("changes and removals of an open extension do not show either, another change beside them does", async () => {
  const extensions = [{ "@odata.type": "microsoft.graph.openTypeExtension", extensionName: "com.example.c", shade: 1 }];
  const { id, path, changed } = await tracked(eventBody({ extensions }));
  await started.graph.patch(`${path}/extensions/com.example.c`, { shade: 2 });
  expect(await changed()).toEqual([]);
  await started.graph.delete(`${path}/extensions/com.example.c`);
  expect(await changed()).toEqual([]);
  await started.graph.patch(path, { singleValueExtendedProperties: [{ id: ID, value: "Red" }], subject: "New" });
  expect(await changed()).toEqual([id]);
  await started.graph.patch(path, { subject: "New" });
  expect(await changed()).toEqual([id]);
});

test("the properties of a series are no change; those of an occurrence make an exception of it, which is one", async () => {
  const { id, base, path, changed } = await tracked(seriesBody());
  await started.graph.patch(path, { singleValueExtendedProperties: [{ id: ID, value: "Red" }] });
  expect(await changed()).toEqual([]);
  const [first] = (await get(`${path}/instances?startDateTime=2026-03-01&endDateTime=2026-03-05`)).value;
  const write = (value: string) =>
    started.graph.patch(`${base}/events/${first.id}`, { singleValueExtendedProperties: [{ id: ID, value }] });
  expect((await write("Blue")).json.type).toBe("exception");
  expect(await changed()).toContain(id);
  await write("Green");
  expect(await changed()).toEqual([]);
});
