import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS, DIRECTORY_APP } from "../../../emulator/seed/demo-ids.js";
import { decode, encode } from "../../../emulator/state/codec.js";
import { controlOf } from "./control.kit.js";
import { askToken, graphClient, type Json, START } from "./kit.js";

const WINDOW = "startDateTime=2026-02-23T00:00:00Z&endDateTime=2026-03-23T00:00:00Z";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "state-"));
});
afterAll(() => rm(folder, { recursive: true }));

const clientOf = async (emulator: Emulator) => {
  const { json } = await askToken(emulator, DEMO_TENANT_ID, {
    grant_type: "client_credentials",
    client_id: DIRECTORY_APP.clientId,
    client_secret: DIRECTORY_APP.clientSecret,
    scope: "https://graph.microsoft.com/.default",
  });
  return graphClient(emulator, json.access_token);
};
const viewOf = async (emulator: Emulator, id: string): Promise<Json[]> =>
  (await (await clientOf(emulator)).get(`/users/${id}/calendarView?${WINDOW}&$top=500`)).json.value;

describe("the state file", () => {
  test("keeps changes, seen and unseen calendars, series, attachments and the clock over a restart", async () => {
    const state = join(folder, "kept.jsonl");
    const options = { state, seed: { seed: 4, users: 20 } };
    const first = await createEmulator({ ...options, clock: createClock(() => START) });
    const graph = await clientOf(first);
    const users = [...(first.store.tenants.get(DEMO_TENANT_ID)?.users.values() ?? [])];
    const [seen, unseen] = users.filter(({ department, mailbox }) => department && mailbox?.isPending);
    const base = `/users/${DEMO_USERS.ines.id}`;
    const { json: created } = await graph.post(`${base}/events`, {
      subject: "Kept",
      start: { dateTime: "2026-03-03T09:00:00", timeZone: "UTC" },
      end: { dateTime: "2026-03-03T10:00:00", timeZone: "UTC" },
      transactionId: "one",
      attendees: [{ emailAddress: { address: DEMO_USERS.mei.address }, type: "required" }],
    });
    await graph.post(`${base}/events/${created.id}/attachments`, {
      "@odata.type": "#microsoft.graph.fileAttachment",
      name: "a.txt",
      contentBytes: "aGVsbG8=",
    });
    const delta = (await graph.get(`${base}/calendarView/delta?${WINDOW}`, { prefer: "odata.maxpagesize=500" })).json;
    const before = {
      ines: await viewOf(first, DEMO_USERS.ines.id),
      mei: await viewOf(first, DEMO_USERS.mei.id),
      seen: await viewOf(first, seen?.id ?? ""),
    };
    await graph.patch(`${base}/events/${created.id}`, { showAs: "free" });
    await graph.patch(`${base}/events/${created.id}`, { showAs: "busy" });
    const ines = await viewOf(first, DEMO_USERS.ines.id);
    first.clock.advance(3_600_000);
    await first.close();

    const second = await createEmulator({ ...options, clock: createClock(() => START) });
    expect(second.clock.now()).toBe(START + 3_600_000);
    expect(await viewOf(second, DEMO_USERS.ines.id)).toEqual(ines);
    expect(await viewOf(second, DEMO_USERS.mei.id)).toEqual(before.mei);
    expect(await viewOf(second, seen?.id ?? "")).toEqual(before.seen);
    const again = await clientOf(second);
    const pending = second.store.tenants.get(DEMO_TENANT_ID)?.users.get(unseen?.id ?? "")?.mailbox;
    expect(pending?.isPending).toBe(true);
    const untouched = await createEmulator({ seed: options.seed, clock: createClock(() => START) });
    expect(await viewOf(second, unseen?.id ?? "")).toEqual(await viewOf(untouched, unseen?.id ?? ""));
    await untouched.close();
    const attachments = await again.get(`${base}/events/${created.id}/attachments`);
    expect(attachments.json.value).toMatchObject([{ name: "a.txt", contentBytes: "aGVsbG8=" }]);
    // A repeated create finds the event of before, and a delta link of before has lost its state.
    const body = { subject: "Kept", start: created.start, end: created.end, transactionId: "one" };
    expect((await again.post(`${base}/events`, body)).json.id).toBe(created.id);
    const lost = await again.get(delta["@odata.deltaLink"].replace(/^https?:\/\/[^/]+\/v1\.0/, ""));
    expect([lost.status, lost.json.error.code]).toEqual([410, "SyncStateNotFound"]);
    const other = await again.post(`${base}/events`, { ...body, transactionId: "two" });
    expect(before.ines.map(({ id }) => id)).not.toContain(other.json.id);
    await second.close();
  });

  test("is written as a whole, for its owner alone, and leaves nothing beside it", async () => {
    const state = join(folder, "whole.jsonl");
    const emulator = await createEmulator({ state, clock: createClock(() => START) });
    const control = controlOf(emulator);
    expect((await control("POST", "/load")).status).toBe(404);
    expect(await control("POST", "/save")).toMatchObject({ status: 200, json: { file: state } });
    expect((await stat(state)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
    await control("POST", "/seed", { seed: "empty" });
    expect((await control("POST", "/load")).json).toMatchObject({ tenants: 3 });
    expect(emulator.store.tenants.has(DEMO_TENANT_ID)).toBe(true);
    await emulator.close();
  });

  test("of another version, cut, or of another kind is refused with a sentence and changes nothing", async () => {
    const state = join(folder, "bad.jsonl");
    const emulator = await createEmulator({ state, clock: createClock(() => START) });
    const control = controlOf(emulator);
    await control("POST", "/save");
    const good = await readFile(state, "utf8");
    const [head = "", ...rest] = good.split("\n");
    for (const [content, text] of [
      [good.replace('"version":1', '"version":2'), /version 2; this emulator reads version 1/],
      [good.slice(0, good.length / 2), /Line \d+ of the state is no JSON/],
      ["{}", /no state of the tenant emulator/],
      ["", /no state of the tenant emulator/],
      [head.replace(/"idCount":\d+/, '"idCount":"x"'), /"idCount" is no number/],
      [[head.replace('"$":"map"', '"$":"moon"'), ...rest].join("\n"), /damaged: "moon" is no kind of value/],
    ] as const) {
      await writeFile(state, content);
      const answer = await control("POST", "/load");
      expect([answer.status, answer.json.error]).toEqual([409, expect.stringMatching(text)]);
      expect(emulator.store.tenants.has(DEMO_TENANT_ID)).toBe(true);
    }
    await writeFile(state, "{}");
    await expect(createEmulator({ state })).rejects.toThrow("no state of the tenant emulator");
    await emulator.close();
  });

  test("is nothing to save or load without its name", async () => {
    const emulator = await createEmulator({ seed: "empty" });
    const control = controlOf(emulator);
    for (const path of ["/save", "/load"]) expect((await control("POST", path)).status).toBe(409);
    await emulator.close();
  });
});

describe("the codec of the state", () => {
  const leaf = fc.oneof(
    fc.jsonValue(),
    fc.constant(undefined),
    fc.double({ noNaN: true }),
    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
  );
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie("node")),
      fc.array(fc.tuple(fc.string(), tie("node"))).map((entries) => new Map(entries)),
      fc.array(fc.string()).map((items) => new Set(items)),
      fc.dictionary(fc.oneof(fc.string(), fc.constant("$")), tie("node"), { noNullPrototype: true }),
    ),
  })).node;

  test("gives every value back, whatever its members are called", () => {
    fc.assert(
      fc.property(value, (original) => {
        const text = JSON.stringify(encode(original));
        expect(decode(JSON.parse(text), () => undefined)).toEqual(original);
      }),
    );
  });
});
