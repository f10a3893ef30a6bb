import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { attach, attachmentsOf, pathOf, someBytes } from "../kit/attachments.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  AttachmentByIdDocument,
  DeleteAttachmentDocument,
  UpdateConnectionDocument,
  ViewWithAttachmentsDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

const WINDOW = { start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z" };

describe("attachments [user-demands 52]", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let eventId: string;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  });
  beforeEach(async () => {
    eventId = (await makeEvent(organization)).id;
    gateway.emulator.log.clear();
  });
  afterAll(() => gateway.close());

  const stored = () => {
    const { mailbox } = gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(DEMO_USERS.jonas.id)!;
    return gateway.emulator.store.event(mailbox!, parseMailboxObjectGlobalId("Event", eventId).graphId)!;
  };
  const hang = (...attachments: NonNullable<ReturnType<typeof stored>["attachments"]>) => {
    const { mailbox } = gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(DEMO_USERS.jonas.id)!;
    gateway.emulator.store.putEvent(mailbox!, { ...stored(), attachments });
  };
  const steps = () =>
    gateway.emulator.log
      .entries({ service: "graph" })
      .filter(({ path }) => !path.endsWith("$batch"))
      .map(({ method, path, status }) => {
        const what = /\$value$/.exec(path)?.[0] ?? /\/attachments(?=\/|$)/.exec(path)?.[0].slice(1) ?? "event";
        return `${method} ${what} ${status}`;
      });

  test("a small file goes in one request after a look at its event, and comes back as it was", async () => {
    const file = someBytes(2_000);

    const made = await attach(organization.writer, eventId, file, { query: { name: "Grüße 🚢.pdf" } });

    expect(made.status).toBe(201);
    expect(made.attachment).toMatchObject({
      eventId,
      type: "FILE",
      name: "Grüße 🚢.pdf",
      contentType: "application/pdf",
      size: 2_000,
      isInline: false,
      contentId: null,
    });
    expect(steps()).toEqual(["GET event 200", "POST attachments 201"]);
    gateway.emulator.log.clear();
    const download = await organization.reader.fetch(pathOf(made.attachment.downloadUrl));
    expect(download.status).toBe(200);
    expect(Buffer.from(await download.arrayBuffer()).equals(file)).toBe(true);
    expect(steps().sort()).toEqual(["GET $value 200", "GET attachments 200", "GET event 200"]);
    expect(Object.fromEntries(download.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-length": "2000",
      "content-disposition": `attachment; filename="Gr__e _.pdf"; filename*=UTF-8''Gr%C3%BC%C3%9Fe%20%F0%9F%9A%A2.pdf`,
      "content-security-policy": "sandbox; default-src 'none'",
      "x-content-type-options": "nosniff",
      "accept-ranges": "none",
      "cache-control": "no-store, no-transform",
    });
  });

  test("a list has no bytes, costs one request an event, and its ids can be read again", async () => {
    await attach(organization.writer, eventId, someBytes(10), {
      query: { name: "logo.png", isInline: "true", contentId: "logo@1" },
      headers: { "content-type": "image/png" },
    });
    await attach(organization.writer, eventId, someBytes(20));
    gateway.emulator.log.clear();

    const { attachments } = await attachmentsOf(organization.reader, eventId);

    expect(steps().sort()).toEqual(["GET attachments 200", "GET event 200"]);
    expect(attachments).toMatchObject([
      { name: "logo.png", isInline: true, contentId: "logo@1", size: 10, type: "FILE", eventId },
      { name: "agenda.pdf", isInline: false, contentId: null, size: 20 },
    ]);
    const list = gateway.emulator.log.entries({ service: "graph" }).find(({ path }) => path.endsWith("/attachments"))!;
    expect(decodeURIComponent(list.query)).not.toContain("contentBytes");
    expect(decodeURIComponent(list.query)).toContain("$select=id,");
    const { node } = await organization.reader.data(AttachmentByIdDocument, { id: attachments![0]!.id });
    expect(node).toEqual(attachments![0]);
  });

  test("a view asks once for each of its events, all of them together", async () => {
    await makeEvent(organization);
    gateway.emulator.log.clear();

    const { mailbox } = await organization.reader.data(ViewWithAttachmentsDocument, {
      id: organization.mailboxIds[0]!,
      ...WINDOW,
    });

    const count = mailbox!.calendarView!.nodes.length;
    expect(count).toBeGreaterThan(1);
    expect(steps().filter((step) => step.includes("attachments"))).toHaveLength(count);
  });

  test("items and links are told by their kind, and are no downloads", async () => {
    const base = { contentType: null, isInline: false, modifiedAt: Date.UTC(2026, 2, 1) };
    hang(
      { ...base, id: "AAMkitem", immutableId: "AAkItem", name: "Old mail", kind: "item", item: { subject: "x" } },
      { ...base, id: "AAMklink", immutableId: "AAkLink", name: "Plan", kind: "reference", link: { sourceUrl: "u" } },
    );

    const { attachments } = await attachmentsOf(organization.reader, eventId);

    expect(attachments).toMatchObject([
      { type: "ITEM", name: "Old mail", downloadUrl: null },
      { type: "REFERENCE", name: "Plan", downloadUrl: null },
    ]);
    const refused = await organization.reader.fetch(`/attachments/${attachments![0]!.id}`);
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining("not a file")]);
  });

  test("pages that could run are saved as bytes, under a name that cannot leave the header", async () => {
    const base = { isInline: false, modifiedAt: 0, contentId: null, kind: "file" } as const;
    const name = '../../evil"\r\nSet-Cookie: a=b\r\n\r\n<script>.html';
    hang({ ...base, id: "AAMkweb", immutableId: "AAkWeb", name, contentType: "text/html", bytes: Buffer.from("<p>") });
    const { attachments } = await attachmentsOf(organization.reader, eventId);

    const { headers } = await organization.reader.fetch(pathOf(attachments![0]!.downloadUrl!));

    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("set-cookie")).toBeNull();
    expect(headers.get("content-disposition")).toMatch(
      /^attachment; filename="[^"\r\n/\\]+"; filename\*=UTF-8''[\w%!.~-]+$/,
    );
  });

  test("is deleted with an expected version, and not with another", async () => {
    const { attachment } = await attach(organization.writer, eventId, someBytes(10));
    const { version, hasAttachments } = await attachmentsOf(organization.reader, eventId);
    expect(hasAttachments).toBe(true);
    const remove = (expectedVersion: string | null) =>
      organization.writer.query(DeleteAttachmentDocument, { input: { id: attachment.id, expectedVersion } });

    const stale = await remove('W/"old"');
    expect(codesOf(stale)).toEqual(["CONFLICT"]);
    const done = await remove(version);
    expect(done.data.deleteAttachment).toEqual({ deletedId: attachment.id, errors: [] });
    expect(codesOf(await remove(null))).toEqual(["NOT_FOUND"]);
    expect((await attachmentsOf(organization.reader, eventId)).attachments).toEqual([]);
  });

  test("FREE_BUSY reads none and writes none, READ writes none, before Graph is asked", async () => {
    const other = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
    const event = await makeEvent(other);
    const { attachment } = await attach(other.writer, event.id, someBytes(10));
    const level = (permissionLevel: "FREE_BUSY" | "READ") =>
      other.admin.data(UpdateConnectionDocument, { input: { id: other.connectionId, permissionLevel } });

    await level("READ");
    gateway.emulator.log.clear();
    const refused = await attach(other.writer, event.id, someBytes(10));
    expect([refused.status, refused.errors[0]!.extensions.code]).toEqual([403, "CONNECTION_READ_ONLY"]);
    const input = { id: attachment.id };
    expect(codesOf(await other.writer.query(DeleteAttachmentDocument, { input }))).toEqual(["CONNECTION_READ_ONLY"]);
    expect(steps()).toEqual([]);

    await level("FREE_BUSY");
    gateway.emulator.log.clear();
    expect((await other.reader.fetch(pathOf(attachment.downloadUrl))).status).toBe(404);
    expect(steps()).toEqual([]);
    expect((await attachmentsOf(other.reader, event.id)).attachments).toBeNull();
    expect(steps().filter((step) => step.includes("attachments"))).toEqual([]);
  });

  test("another organization's key finds neither event nor attachment, and a reader's writes nothing", async () => {
    const { attachment } = await attach(organization.writer, eventId, someBytes(10));
    const stranger = await makeOrganization(gateway, { addresses: [DEMO_USERS.mei.address] });
    gateway.emulator.log.clear();

    const download = await stranger.writer.fetch(pathOf(attachment.downloadUrl));
    const upload = await attach(stranger.writer, eventId, someBytes(10));
    const reading = await attach(organization.reader, eventId, someBytes(10));
    const nobody = await fetch(`${gateway.url}${pathOf(attachment.downloadUrl)}`);

    expect([download.status, upload.status, reading.status, nobody.status]).toEqual([404, 404, 403, 401]);
    expect(steps()).toEqual([]);
  });
});
