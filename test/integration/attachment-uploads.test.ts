import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { attach, pathOf, someBytes } from "../kit/attachments.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const CHUNK = 3_932_160;
const SESSION = "*AttachmentSessions*";

describe("uploads of attachments [user-demands 52]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let eventId: string;

  beforeAll(async () => {
    gateway = await startGateway({ env: { ATTACHMENT_MAX_BYTES: "12000000", ATTACHMENT_TRANSFERS: "2" } });
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  });
  beforeEach(async () => {
    eventId = (await makeEvent(organization)).id;
    gateway.emulator.log.clear();
  });
  afterAll(() => gateway.close());

  const stored = () => {
    const { mailbox } = gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(DEMO_USERS.jonas.id)!;
    const event = gateway.emulator.store.event(mailbox!, parseMailboxObjectGlobalId("Event", eventId).graphId)!;
    return (event.attachments ?? []).map((row) => (row.kind === "file" ? row.bytes : Buffer.alloc(0)));
  };
  const steps = () =>
    gateway.emulator.log
      .entries({ service: "graph" })
      // Before a write, one look at whether the event is shown whole.
      .filter(({ query }) => !query.includes("sensitivity"))
      .map(({ method, path, status }) => {
        const what = /createUploadSession$|AttachmentSessions/.exec(path)?.[0] ?? "attachments";
        return `${method} ${what} ${status}`;
      });
  const streamOf = (bytes: Buffer, pieces = 4) => {
    const size = Math.ceil(bytes.length / pieces);
    let at = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
        at += size;
      },
    });
  };

  test("3 MB and more go in ordered chunks under 4 MB, and the last one says which attachment it is", async () => {
    const file = someBytes(9_000_001);

    const made = await attach(organization.writer, eventId, file, { query: { name: "plan.bin" } });

    expect(made.status).toBe(201);
    expect(made.attachment).toMatchObject({ name: "plan.bin", size: file.length, eventId });
    expect(stored()).toHaveLength(1);
    expect(stored()[0]!.equals(file)).toBe(true);
    expect(steps()).toEqual([
      "POST createUploadSession 201",
      "PUT AttachmentSessions 200",
      "PUT AttachmentSessions 200",
      "PUT AttachmentSessions 201",
      "GET attachments 200",
    ]);
    const back = await organization.reader.fetch(pathOf(made.attachment.downloadUrl));
    expect(Buffer.from(await back.arrayBuffer()).equals(file)).toBe(true);
  });

  test.each([
    [2_999_999, ["POST attachments 201"]],
    [3_000_000, ["POST createUploadSession 201", "PUT AttachmentSessions 201", "GET attachments 200"]],
    [CHUNK, ["POST createUploadSession 201", "PUT AttachmentSessions 201", "GET attachments 200"]],
  ])("%i bytes decide by their number which way they go", async (size, expected) => {
    const file = someBytes(size);
    expect((await attach(organization.writer, eventId, file)).status).toBe(201);
    expect(stored()[0]!.equals(file)).toBe(true);
    expect(steps()).toEqual(expected);
  });

  test("a chunk whose answer is lost is sent again, and not twice into the file", async () => {
    const file = someBytes(9_000_001);
    gateway.emulator.faults.add({
      match: { service: "graph", method: "PUT", path: SESSION },
      times: 1,
      action: { kind: "reset", when: "after" },
    });

    const made = await attach(organization.writer, eventId, file);

    expect(made.status).toBe(201);
    expect(stored()[0]!.equals(file)).toBe(true);
    expect(steps().filter((step) => step.endsWith(" 416"))).toHaveLength(1);
  });

  test("the attachment is found when the answer to the last chunk is lost", async () => {
    const file = someBytes(3_500_000);
    gateway.emulator.faults.add({
      match: { service: "graph", method: "PUT", path: SESSION },
      times: 1,
      action: { kind: "reset", when: "after" },
    });

    const made = await attach(organization.writer, eventId, file, { query: { name: "lost-and-found.bin" } });

    expect([made.status, made.attachment.name, made.attachment.size]).toEqual([201, "lost-and-found.bin", 3_500_000]);
    expect(stored()).toHaveLength(1);
  });

  test("a chunk that is refused for a moment is sent again", async () => {
    gateway.emulator.faults.add({
      match: { service: "graph", method: "PUT", path: SESSION },
      times: 1,
      action: { kind: "error", status: 503, retryAfterSeconds: 0.02 },
    });
    expect((await attach(organization.writer, eventId, someBytes(3_500_000))).status).toBe(201);
    expect(stored()).toHaveLength(1);
  });

  test("a session that fails for good is cancelled, nothing is attached, and its address is told nowhere", async () => {
    gateway.emulator.faults.add({
      match: { service: "graph", method: "PUT", path: SESSION },
      times: 20,
      action: { kind: "error", status: 400, code: "ErrorInvalidRequest" },
    });

    const made = await attach(organization.writer, eventId, someBytes(9_000_001));
    gateway.emulator.faults.clear();

    expect(made.status).toBe(400);
    expect(steps().at(-1)).toBe("DELETE AttachmentSessions 204");
    expect(stored()).toEqual([]);
    expect(gateway.emulator.store.uploads.size).toBe(0);
    for (const text of [...gateway.logLines, made.text]) expect(text).not.toMatch(/authtoken|AttachmentSessions/);
  });

  test("a client that goes away in the middle ends the session", async () => {
    const client = new AbortController();
    const file = someBytes(CHUNK + 10);
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new Uint8Array(file)),
    });
    const size = String(CHUNK * 2 + 10);

    const sent = attach(organization.writer, eventId, body, { query: { name: "x", size }, signal: client.signal });
    await expect.poll(() => steps()).toContain("PUT AttachmentSessions 200");
    client.abort();

    await expect(sent).rejects.toThrow();
    await expect.poll(() => steps()).toContain("DELETE AttachmentSessions 204");
    expect(gateway.emulator.store.uploads.size).toBe(0);
    expect(stored()).toEqual([]);
  });

  test("a stream without a length is fine below 3 MB, and needs `size` from there on", async () => {
    const small = await attach(organization.writer, eventId, streamOf(someBytes(50_000)));
    expect([small.status, small.attachment.size]).toEqual([201, 50_000]);

    gateway.emulator.log.clear();
    const unsaid = await attach(organization.writer, eventId, streamOf(someBytes(3_000_000)));
    expect([unsaid.status, unsaid.errors[0]!.extensions.code]).toEqual([411, "INVALID_INPUT"]);
    expect(unsaid.errors[0]!.message).toContain("Content-Length");
    expect(steps()).toEqual([]);

    const query = { name: "said.bin", size: "5000000" };
    const said = await attach(organization.writer, eventId, streamOf(someBytes(5_000_000)), { query });
    expect([said.status, said.attachment.size]).toEqual([201, 5_000_000]);
  });

  test.each([
    ["more", "5000000", 5_000_001],
    ["fewer", "5000000", 4_999_999],
    ["fewer, of a small file", "5000", 4_999],
    ["more, of a small file", "5000", 5_001],
  ])("%s bytes than announced attach nothing", async (_, size, actual) => {
    const refused = await attach(organization.writer, eventId, streamOf(someBytes(actual), 2), {
      query: { name: "x", size },
    });
    expect([refused.status, refused.errors[0]!.extensions.code]).toEqual([400, "INVALID_INPUT"]);
    expect(stored()).toEqual([]);
    expect(gateway.emulator.store.uploads.size).toBe(0);
  });

  test.each<readonly [string, Parameters<typeof attach>[3] & object, number, string]>([
    ["no name", { query: {} }, 400, "name"],
    ["a blank name", { query: { name: "  " } }, 400, "name"],
    ["a name of 256 characters", { query: { name: "x".repeat(256) } }, 400, "name"],
    ["a path", { query: { name: "../secret.txt" } }, 400, "path"],
    ["a path of Windows", { query: { name: "C:\\secret.txt" } }, 400, "path"],
    ["dots", { query: { name: ".." } }, 400, "dots"],
    ["a line break", { query: { name: "a\r\nb.txt" } }, 400, "control"],
    ["a turned name", { query: { name: "invoice\u202efdp.exe" } }, 400, "control"],
    ["an unknown parameter", { query: { name: "a", color: "red" } }, 400, "no others"],
    ["isInline neither true nor false", { query: { name: "a", isInline: "yes" } }, 400, "isInline"],
    ["a size that is none", { query: { name: "a", size: "big" } }, 400, "size"],
    ["a size unlike the length", { query: { name: "a", size: "11" } }, 400, "size"],
    ["a content id with blanks", { query: { name: "a", contentId: "a b" } }, 400, "contentId"],
    ["a content type that is none", { headers: { "content-type": "pdf" } }, 400, "content type"],
    ["a form", { headers: { "content-type": "multipart/form-data; boundary=x" } }, 415, "forms"],
    ["a form of curl", { headers: { "content-type": "application/x-www-form-urlencoded" } }, 415, "forms"],
    ["a packed body", { headers: { "content-encoding": "gzip" } }, 415, "Compressed"],
  ])("refuses %s with a sentence, before Graph is asked", async (_, options, status, word) => {
    const refused = await attach(organization.writer, eventId, someBytes(10), options);
    expect([refused.status, refused.errors]).toEqual([
      status,
      [expect.objectContaining({ message: expect.stringContaining(word) })],
    ]);
    expect(steps()).toEqual([]);
  });

  test("refuses an empty file and one that is too large, before it is read [413]", async () => {
    const empty = await attach(organization.writer, eventId, Buffer.alloc(0));
    expect([empty.status, empty.errors[0]!.message]).toEqual([400, expect.stringContaining("empty")]);
    const large = await attach(organization.writer, eventId, someBytes(12_000_001));
    expect([large.status, large.errors[0]!.extensions]).toEqual([
      413,
      expect.objectContaining({
        code: "LIMIT_EXCEEDED",
        limit: { name: "attachmentBytes", max: 12_000_000, actual: 12_000_001 },
      }),
    ]);
    expect(steps()).toEqual([]);
  });

  test("a third upload at once waits outside [429], and its place comes free", async () => {
    const held: ReadableStreamDefaultController<Uint8Array>[] = [];
    const open = () => {
      const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
        held.push(controller);
        // Without a first piece not even the head is sent.
        controller.enqueue(new Uint8Array(5));
      };
      return attach(organization.writer, eventId, new ReadableStream({ start }));
    };
    // Whoever comes first gets a place: each is let in before the next one knocks.
    const looks = () => gateway.emulator.log.entries({ service: "graph" }).length;
    const first = open();
    await expect.poll(looks).toBe(1);
    const second = open();
    await expect.poll(looks).toBe(2);

    const third = await attach(organization.writer, eventId, someBytes(5));
    expect([third.status, third.headers.get("retry-after"), third.errors[0]!.extensions.code]).toEqual([
      429,
      "5",
      "LIMIT_EXCEEDED",
    ]);
    for (const controller of held) controller.close();
    expect((await Promise.all([first, second])).map(({ status }) => status)).toEqual([201, 201]);
    expect((await attach(organization.writer, eventId, someBytes(5))).status).toBe(201);
  });
});
