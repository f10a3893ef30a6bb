import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPerson, eventBody, graphClient, type Json, tokenFor } from "./kit.js";
import { codeOf, type Office, startOffice } from "./meeting-kit.js";

let office: Office;
beforeAll(async () => {
  office = await startOffice();
});
afterAll(() => office.emulator.close());

let people = 0;
/** A new person's event: its path and body. */
async function newEvent(over: Record<string, unknown> = {}) {
  people += 1;
  const base = `/users/${addPerson(office.emulator, office.tenant, `holder${people}`).id}`;
  const { json } = await office.graph.post(`${base}/events`, eventBody(over));
  return { base, path: `${base}/events/${json.id}`, event: json };
}
const file = (content: string | Buffer, over: Record<string, unknown> = {}) => ({
  "@odata.type": "#microsoft.graph.fileAttachment",
  name: "notes.txt",
  contentType: "text/plain",
  contentBytes: Buffer.from(content).toString("base64"),
  ...over,
});

describe("attachments (sheet 1.8)", () => {
  test("a file is added, listed, read, read as bytes and deleted", async () => {
    const { path } = await newEvent();
    const made = await office.graph.post(`${path}/attachments`, file("hello"));
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      "@odata.type": "#microsoft.graph.fileAttachment",
      name: "notes.txt",
      size: 5,
      isInline: false,
      contentBytes: "aGVsbG8=",
    });
    expect(made.headers.get("location")).toContain("/attachments('");
    expect((await office.graph.get(path)).json.hasAttachments).toBe(true);
    expect((await office.graph.get(`${path}/attachments?$select=name`)).json.value).toEqual([
      expect.objectContaining({ id: made.json.id, name: "notes.txt" }),
    ]);
    const one = `${path}/attachments/${made.json.id}`;
    expect((await office.graph.get(one)).json.contentBytes).toBe("aGVsbG8=");
    const bytes = await office.graph.get(`${one}/$value`);
    expect([bytes.json, bytes.headers.get("content-type")]).toEqual(["hello", "text/plain"]);
    expect((await office.graph.patch(one, { name: "x" })).status).toBe(405);
    expect((await office.graph.delete(one)).status).toBe(204);
    expect(codeOf(await office.graph.get(one))).toEqual([404, "ErrorItemNotFound"]);
    expect(codeOf(await office.graph.get(`${path}/attachments/garbled`))).toEqual([400, "ErrorInvalidIdMalformed"]);
    expect((await office.graph.get(path)).json.hasAttachments).toBe(false);
  });

  test("bytes come as base64 inside a batch", async () => {
    const { path } = await newEvent({ attachments: [file(Buffer.from([0, 255, 128]))] });
    const [{ id }] = (await office.graph.get(`${path}/attachments`)).json.value;
    const { json } = await office.graph.batch([{ id: "1", method: "GET", url: `${path}/attachments/${id}/$value` }]);
    expect(json.responses[0].body).toBe(Buffer.from([0, 255, 128]).toString("base64"));
  });

  test("items and links are attachments too; the nested item shows when it is expanded", async () => {
    const { path } = await newEvent();
    const item = { "@odata.type": "microsoft.graph.event", subject: "Inner" };
    const nested = { "@odata.type": "#microsoft.graph.itemAttachment", name: "Inner", item };
    const { json } = await office.graph.post(`${path}/attachments`, nested);
    expect(json["@odata.type"]).toBe("#microsoft.graph.itemAttachment");
    expect(json).not.toHaveProperty("item");
    const expanded = await office.graph.get(
      `${path}/attachments/${json.id}?$expand=microsoft.graph.itemAttachment/item`,
    );
    expect(expanded.json.item.subject).toBe("Inner");
    const link = {
      "@odata.type": "microsoft.graph.referenceAttachment",
      name: "Plan",
      sourceUrl: "https://x.example/plan",
    };
    expect((await office.graph.post(`${path}/attachments`, link)).json).toMatchObject({
      "@odata.type": "#microsoft.graph.referenceAttachment",
      sourceUrl: "https://x.example/plan",
    });
    expect((await office.graph.get(`${path}/attachments/${json.id}/$value`)).status).toBe(400);
  });

  test("inline files do not count as attachments of the event", async () => {
    const { path } = await newEvent({ attachments: [file("logo", { isInline: true, contentId: "logo" })] });
    expect((await office.graph.get(path)).json.hasAttachments).toBe(false);
    expect((await office.graph.get(`${path}/attachments`)).json.value).toHaveLength(1);
  });

  test("adding one mails nobody; the next update of the meeting carries it, with other ids", async () => {
    const own = await office.invite(["bob"]);
    office.emulator.outbox.clear();
    const path = `${office.base("ann")}/events/${own.id}`;
    const { json } = await office.graph.post(`${path}/attachments`, file("agenda"));
    expect(office.mailed()).toEqual([]);
    const bobs = async () => {
      const [copy] = await office.eventsOf("bob");
      return (await office.graph.get(`${office.base("bob")}/events/${copy.id}/attachments`)).json.value;
    };
    expect(await bobs()).toEqual([]);
    await office.graph.patch(path, { subject: "With agenda" });
    const [first] = await bobs();
    expect([first.contentBytes, first.id === json.id]).toEqual([json.contentBytes, false]);
    await office.graph.patch(path, { subject: "With the agenda" });
    expect((await bobs())[0].id).toBe(first.id);
  });

  test("bad bodies are 400, and reading needs Calendars.Read", async () => {
    const { path } = await newEvent();
    const bad = [
      {},
      { name: "x" },
      file("x", { name: 5 }),
      file("x", { contentBytes: "not base64!" }),
      file("x", { contentBytes: undefined }),
      file("x", { isInline: "yes" }),
      { "@odata.type": "#microsoft.graph.itemAttachment", name: "x" },
    ];
    for (const body of bad)
      expect(codeOf(await office.graph.post(`${path}/attachments`, body))).toEqual([400, "RequestBodyRead"]);
    const { emulator, tenant } = office;
    const app = emulator.add.addApp(tenant, { secrets: [{ value: "basic" }] });
    emulator.add.consent(app, tenant, ["Calendars.ReadBasic"]);
    const basic = graphClient(emulator, await tokenFor(emulator, tenant, app, "basic"));
    expect((await basic.get(`${path}/attachments`)).status).toBe(403);
  });
});

describe("large attachments (statement 30)", () => {
  const SIZE = 3_000_000;
  const open = async (path: string, over: Record<string, unknown> = {}) =>
    office.graph.post(`${path}/attachments/createUploadSession`, {
      AttachmentItem: { attachmentType: "file", name: "film.bin", size: SIZE, ...over },
    });
  const put = async (url: string, bytes: Buffer, range: string, headers: Record<string, string> = {}) => {
    const body = new Uint8Array(bytes);
    const response = await fetch(url, { method: "PUT", body, headers: { "content-range": range, ...headers } });
    const text = await response.text();
    return { status: response.status, headers: response.headers, json: text === "" ? "" : JSON.parse(text) };
  };
  const bytes = Buffer.alloc(SIZE, 7);

  test("3 MB or more by POST is refused; a session takes ordered chunks and ends with 201 and Location", async () => {
    const { path } = await newEvent();
    expect(codeOf(await office.graph.post(`${path}/attachments`, file(bytes)))).toEqual([
      413,
      "ErrorMessageSizeExceeded",
    ]);
    const { status, json } = await open(path);
    expect([status, json.nextExpectedRanges]).toEqual([201, ["0-"]]);
    const first = await put(json.uploadUrl, bytes.subarray(0, 2_000_000), `bytes 0-1999999/${SIZE}`);
    expect([first.status, first.json.nextExpectedRanges]).toEqual([200, ["2000000"]]);
    expect(first.json).toHaveProperty("ExpirationDateTime");
    const last = await put(json.uploadUrl, bytes.subarray(2_000_000), `bytes 2000000-2999999/${SIZE}`);
    expect([last.status, last.json]).toEqual([201, ""]);
    const id = /Attachments\('([^']+)'\)$/.exec(last.headers.get("location") ?? "")?.[1];
    const read = (await office.graph.get(`${path}/attachments/${id}?$select=name,size`)).json;
    expect(read).toMatchObject({ name: "film.bin", size: SIZE });
    expect((await put(json.uploadUrl, bytes.subarray(0, 10), `bytes 0-9/${SIZE}`)).status).toBe(404);
  });

  test("chunks out of order, of another length or total, and requests with Authorization are refused", async () => {
    const { path } = await newEvent();
    const { uploadUrl } = (await open(path)).json;
    const chunk = bytes.subarray(0, 100);
    expect(codeOf(await put(uploadUrl, chunk, `bytes 100-199/${SIZE}`))).toEqual([416, "invalidRange"]);
    expect((await put(uploadUrl, chunk, `bytes 0-98/${SIZE}`)).status).toBe(400);
    expect((await put(uploadUrl, chunk, "bytes 0-99/100")).status).toBe(400);
    expect((await put(uploadUrl, chunk, "everything")).status).toBe(400);
    const authorization = { authorization: "Bearer x" };
    expect((await put(uploadUrl, chunk, `bytes 0-99/${SIZE}`, authorization)).status).toBe(401);
    expect((await put(uploadUrl.replace(/authtoken=../, "authtoken=zz"), chunk, `bytes 0-99/${SIZE}`)).status).toBe(
      401,
    );
    expect((await put(uploadUrl, chunk, `bytes 0-99/${SIZE}`)).status).toBe(200);
    expect((await fetch(uploadUrl)).status).toBe(405);
    expect((await fetch(uploadUrl, { method: "DELETE" })).status).toBe(204);
    expect((await fetch(uploadUrl, { method: "DELETE" })).status).toBe(404);
  });

  test("a session ends after its time, and is not made for small or huge files", async () => {
    const { path } = await newEvent();
    const { uploadUrl } = (await open(path)).json;
    office.emulator.clock.advance(60 * 60_000);
    expect((await put(uploadUrl, bytes.subarray(0, 10), `bytes 0-9/${SIZE}`)).status).toBe(404);
    office.emulator.clock.reset();
    for (const size of [SIZE - 1, 150_000_001, "big", undefined]) expect((await open(path, { size })).status).toBe(400);
    expect((await open(path, { attachmentType: "item" })).status).toBe(400);
  });
});

describe("extensions (sheet 1.9)", () => {
  const body = (over: Record<string, unknown> = {}) => ({
    "@odata.type": "microsoft.graph.openTypeExtension",
    extensionName: "com.example.trip",
    budget: 40,
    tags: ["a"],
    ...over,
  });

  test("an open extension is created, read by name or id, patched and deleted", async () => {
    const { path } = await newEvent();
    const made = await office.graph.post(`${path}/extensions`, body());
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      "@odata.type": "#microsoft.graph.openTypeExtension",
      id: "Microsoft.OutlookServices.OpenTypeExtension.com.example.trip",
      extensionName: "com.example.trip",
      budget: 40,
    });
    for (const name of ["com.example.trip", made.json.id, "microsoft.graph.openTypeExtension.com.example.trip"]) {
      expect((await office.graph.get(`${path}/extensions/${name}`)).json.budget).toBe(40);
    }
    expect((await office.graph.post(`${path}/extensions`, body())).status).toBe(409);
    const change = { "@odata.type": "microsoft.graph.openTypeExtension", budget: 50, tags: null };
    const patched = await office.graph.patch(`${path}/extensions/com.example.trip`, change);
    expect([patched.status, patched.json.budget, "tags" in patched.json]).toEqual([200, 50, false]);
    expect((await office.graph.delete(`${path}/extensions/com.example.trip`)).status).toBe(204);
    expect(codeOf(await office.graph.get(`${path}/extensions/com.example.trip`))).toEqual([404, "ErrorItemNotFound"]);
    expect((await office.graph.post(`${path}/extensions`, { extensionName: "x" })).status).toBe(400);
    expect((await office.graph.post(`${path}/extensions`, body({ extensionName: "" }))).status).toBe(400);
  });

  test("it may come with the event, and stays in the mailbox it was put into", async () => {
    const own = await office.invite(["bob"], { extensions: [body()] });
    const [copy] = (await office.eventsOf("bob")).filter(({ iCalUId }: Json) => iCalUId === own.iCalUId);
    expect((await office.graph.get(`${office.base("ann")}/events/${own.id}/extensions/com.example.trip`)).status).toBe(
      200,
    );
    expect((await office.graph.get(`${office.base("bob")}/events/${copy.id}/extensions/com.example.trip`)).status).toBe(
      404,
    );
  });

  test("extended properties are taken on create and PATCH, not echoed, and held to their form", async () => {
    const id = "String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Trip";
    const { path, event } = await newEvent({ singleValueExtendedProperties: [{ id, value: "Oslo" }] });
    expect(event).not.toHaveProperty("singleValueExtendedProperties");
    const read = async () => {
      const filter = `($filter=id eq '${id}')`;
      const expand = `singleValueExtendedProperties${filter}`;
      return (await office.graph.get(`${path}?$expand=${encodeURIComponent(expand)}`)).json
        .singleValueExtendedProperties;
    };
    expect(await read()).toEqual([{ id, value: "Oslo" }]);
    await office.graph.patch(path, { singleValueExtendedProperties: [{ id, value: "Bergen" }] });
    expect(await read()).toEqual([{ id, value: "Bergen" }]);
    for (const bad of [[{ id: "nonsense", value: "x" }], [{ id, value: 5 }], "x", [5]]) {
      expect((await office.graph.patch(path, { singleValueExtendedProperties: bad })).status).toBe(400);
    }
    expect((await office.graph.patch(path, { attachments: [file("x")] })).status).toBe(400);
  });
});

describe("permanentDelete and translateExchangeIds", () => {
  test("statement 16: permanentDelete is 204, and cancels a meeting like DELETE", async () => {
    office.emulator.outbox.clear();
    const own = await office.invite(["cleo"]);
    expect((await office.act("ann", own.id, "permanentDelete")).status).toBe(204);
    expect(codeOf(await office.graph.get(`${office.base("ann")}/events/${own.id}`))).toEqual([
      404,
      "ErrorItemNotFound",
    ]);
    expect(office.mailed()).toEqual([
      ["invitation", "cleo"],
      ["cancellation", "cleo"],
    ]);
    const { json: calendar } = await office.graph.post(`${office.base("ann")}/calendars`, { name: "Old" });
    expect((await office.graph.post(`${office.base("ann")}/calendars/${calendar.id}/permanentDelete`, {})).status).toBe(
      204,
    );
  });

  test("ids are translated between all formats and back; unknown ones have their own error", async () => {
    const { base, event, path } = await newEvent();
    const immutable = (await office.graph.get(path, { Prefer: 'IdType="ImmutableId"' })).json.id;
    const translate = async (inputIds: string[], sourceIdType: string, targetIdType: string) =>
      (await office.graph.post(`${base}/translateExchangeIds`, { inputIds, sourceIdType, targetIdType })).json.value;
    expect(await translate([event.id], "restId", "restImmutableEntryId")).toEqual([
      { sourceId: event.id, targetId: immutable },
    ]);
    for (const format of ["entryId", "ewsId", "immutableEntryId"]) {
      const [{ targetId }] = await translate([event.id], "restId", format);
      expect((await translate([targetId], format, "restId"))[0].targetId).toBe(event.id);
    }
    const other = (await newEvent()).event.id;
    const failed = await translate([other, "garbled"], "restId", "ewsId");
    expect(failed.map(({ errorDetails }: Json) => errorDetails.code)).toEqual([
      "ErrorItemNotFound",
      "ErrorInvalidIdMalformed",
    ]);
    const path1001 = `${base}/translateExchangeIds`;
    const many = { inputIds: new Array(1_001).fill("x"), sourceIdType: "restId", targetIdType: "ewsId" };
    expect((await office.graph.post(path1001, many)).status).toBe(400);
    expect((await office.graph.post(path1001, { inputIds: ["x"], sourceIdType: "x", targetIdType: "y" })).status).toBe(
      400,
    );
  });
});
