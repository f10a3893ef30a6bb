import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { eventBody, type Json, startTenant } from "./kit.js";
import { codeOf } from "./meeting-kit.js";
import { seriesBody } from "./recurrence.kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
let base: string;
let event: string;
beforeAll(async () => {
  started = await startTenant();
  base = `/users/${started.ann.id}`;
  event = `${base}/events/${(await started.graph.post(`${base}/events`, eventBody())).json.id}`;
});
afterAll(() => started.emulator.close());

/** Sends bytes as they are. */
async function sendBytes(path: string, bytes: Buffer, headers: Record<string, string> = {}, token = started.token) {
  const response = await fetch(`${started.emulator.graphUrl}/v1.0${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json", ...headers },
    body: new Uint8Array(bytes),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: (text === "" ? {} : JSON.parse(text)) as Json };
}

describe("bodies", () => {
  const packed = () => Buffer.from(JSON.stringify(eventBody({ subject: "Packed" })));

  test("a compressed body is 415 after the token was checked, or read by the switch", async () => {
    const codings = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync };
    for (const [coding, pack] of Object.entries(codings)) {
      const send = (token?: string) =>
        sendBytes(`${base}/events`, pack(packed()), { "content-encoding": coding }, token);
      expect(codeOf(await send())).toEqual([415, "UnsupportedMediaType"]);
      expect((await send("nonsense")).status).toBe(401);
      started.emulator.switches.compressedBodies = "accept";
      expect((await send()).json.subject).toBe("Packed");
      const broken = await sendBytes(`${base}/events`, packed(), { "content-encoding": coding });
      expect(codeOf(broken)).toEqual([400, "RequestBodyRead"]);
      started.emulator.switches.compressedBodies = "refuse";
    }
    expect((await sendBytes(`${base}/events`, packed(), { "content-encoding": "identity" })).status).toBe(201);
  });

  test("a compressed body that unpacks to more than 4 MB, and a content coding nobody knows, are refused", async () => {
    started.emulator.switches.compressedBodies = "accept";
    const bomb = gzipSync(Buffer.alloc(5 * 1024 * 1024, " "));
    expect((await sendBytes(`${base}/events`, bomb, { "content-encoding": "gzip" })).status).toBe(413);
    expect((await sendBytes(`${base}/events`, packed(), { "content-encoding": "zip" })).status).toBe(415);
    started.emulator.switches.compressedBodies = "refuse";
  });

  test("a body above 4 MB is 413 with Graph's error body, in the code of the switch", async () => {
    const large = Buffer.from(JSON.stringify(eventBody({ subject: "x".repeat(4 * 1024 * 1024) })));
    const reply = await sendBytes(`${base}/events`, large);
    expect(codeOf(reply)).toEqual([413, "RequestEntityTooLarge"]);
    expect(Object.keys(reply.json.error.innerError)).toEqual(["date", "request-id", "client-request-id"]);
    expect(reply.headers.get("request-id")).toBe(reply.json.error.innerError["request-id"]);
    started.emulator.switches.oversizedBodyCode = "ErrorMessageSizeExceeded";
    expect(codeOf(await sendBytes("/$batch", large))).toEqual([413, "ErrorMessageSizeExceeded"]);
    started.emulator.switches.oversizedBodyCode = "RequestEntityTooLarge";
    expect((await fetch(`${started.emulator.url}/emulator/clock`, { method: "POST", body: large })).status).toBe(413);
  });

  test.each(["text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data", "json"])(
    "content type '%s' is 415 on every write",
    async (type) => {
      const headers = { "content-type": type };
      expect(codeOf(await started.graph.post(`${base}/events`, eventBody(), headers))).toEqual([
        415,
        "UnsupportedMediaType",
      ]);
      expect((await started.graph.patch(event, { subject: "x" }, headers)).status).toBe(415);
    },
  );

  test.each(["", "{", "[]", "null", "7", '"text"', "{'subject':1}", '{"subject":}', "\uFEFF{", "{}{}", "\u0000"])(
    "the payload %j is 400 RequestBodyRead",
    async (text) => {
      const bytes = Buffer.from(text);
      expect(codeOf(await sendBytes(`${base}/events`, bytes))).toEqual([400, "RequestBodyRead"]);
      expect(codeOf(await sendBytes(`${base}/calendars`, bytes))).toEqual([400, "RequestBodyRead"]);
    },
  );

  test("bytes that are no UTF-8, and objects a hundred thousand levels deep, are 400 alone and in a batch", async () => {
    expect(codeOf(await sendBytes(`${base}/events`, Buffer.from([0x7b, 0xff, 0xfe])))).toEqual([
      400,
      "RequestBodyRead",
    ]);
    const deep = Buffer.from(`{"subject":${"[".repeat(100_000)}${"]".repeat(100_000)}}`);
    for (const path of [`${base}/events`, `${event}/extensions`, "/$batch", "/subscriptions"]) {
      expect(codeOf(await sendBytes(path, deep))).toEqual([400, "RequestBodyRead"]);
    }
    const quoted = JSON.stringify(eventBody({ subject: `${"[{".repeat(200)}\\" "` }));
    expect((await sendBytes(`${base}/events`, Buffer.from(quoted))).status).toBe(201);
  });

  test("a content type of an attachment that cannot be a header's value is not sent as one", async () => {
    const attachment = { "@odata.type": "#microsoft.graph.fileAttachment", name: "a", contentBytes: "YQ==" };
    for (const contentType of ["text/plain\r\nX-Own: 1", "text/日本", "\u0000"]) {
      const { json } = await started.graph.post(`${event}/attachments`, { ...attachment, contentType });
      const bytes = await started.graph.get(`${event}/attachments/${json.id}/$value`);
      expect([bytes.status, bytes.json, bytes.headers.get("x-own")]).toEqual([200, "a", null]);
    }
  });
});

describe("times, zones and recurrences", () => {
  const create = (over: object) => started.graph.post(`${base}/events`, eventBody(over as never));
  const utc = (dateTime: unknown) => ({ dateTime, timeZone: "UTC" });

  test.each([
    [{ end: utc("2026-03-02T08:59:59") }, "ErrorPropertyValidationFailure"],
    [{ start: utc("2026-02-30T09:00:00") }, "ErrorPropertyValidationFailure"],
    [{ start: utc("2026-03-02T25:00:00") }, "ErrorPropertyValidationFailure"],
    [{ start: utc("tomorrow") }, "ErrorPropertyValidationFailure"],
    [{ start: utc(1_772_442_000) }, "RequestBodyRead"],
    [{ start: "2026-03-02T09:00:00" }, "RequestBodyRead"],
    [{ start: { dateTime: "2026-03-02T09:00:00" } }, "TimeZoneNotSupportedException"],
    [{ start: { dateTime: "2026-03-02T09:00:00", timeZone: "Mars/Olympus" } }, "TimeZoneNotSupportedException"],
    [{ start: { dateTime: "2026-03-02T09:00:00", timeZone: "" } }, "TimeZoneNotSupportedException"],
    [{ start: { dateTime: "2026-03-02T09:00:00", timeZone: "__proto__" } }, "TimeZoneNotSupportedException"],
    [{ isAllDay: true }, "ErrorInvalidRequest"],
  ])("an event with %j is refused", async (over, code) => {
    expect(codeOf(await create(over))).toEqual([400, code]);
    expect(codeOf(await started.graph.patch(event, over))).toEqual([400, code]);
  });

  test.each([
    [{ type: "weekly", daysOfWeek: [] }, {}],
    [{ type: "absoluteMonthly" }, {}],
    [{ type: "relativeYearly", daysOfWeek: ["monday"] }, {}],
    [{ interval: 0 }, {}],
    [{ type: "hourly" }, {}],
    [{}, { type: "endDate" }],
    [{}, { type: "numbered", numberOfOccurrences: 0 }],
    [{}, { type: "endDate", endDate: "2026-02-01" }],
    [{}, { type: "endDate", endDate: "4501-01-01" }],
    [{}, { startDate: "2026-03-03" }],
    [{}, { recurrenceTimeZone: "Moon" }],
    [{ type: "absoluteYearly", month: 13, dayOfMonth: 1 }, {}],
  ])("a series with the pattern %j and the range %j is refused", async (pattern, range) => {
    const reply = await started.graph.post(`${base}/events`, seriesBody(pattern, range));
    expect([reply.status, reply.json.error.code]).toEqual([
      400,
      expect.stringMatching(
        /^(ErrorPropertyValidationFailure|RequestBodyRead|ErrorRecurrenceEndDateTooBig|TimeZoneNotSupportedException)$/,
      ),
    ]);
  });
});
