import { type Client, FileUpload, LargeFileUploadTask, type Range } from "@microsoft/microsoft-graph-client";
import type { Event, FileAttachment, ScheduleInformation } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphClient, type Page } from "./kit/clients.js";
import { eventually } from "./kit/eventually.js";
import { openTarget, type Target } from "./kit/target.js";
import { Tidy } from "./kit/tidy.js";
import { at, meeting, newSubject } from "./kit/week.js";

const CHUNK_BYTES = 320 * 1024 * 4;
const LARGE_BYTES = 3 * 1024 * 1024 + 17;

const tidy = new Tidy();
let target: Target;
let client: Client;
let home: string;
beforeAll(async () => {
  target = await openTarget();
  client = graphClient(target);
  home = `/users/${target.mailbox}`;
});
afterAll(async () => {
  await tidy.run(client);
  await target.close();
});

async function create(body: Event): Promise<string> {
  const event: Event = await client.api(`${home}/events`).post(body);
  const path = `${home}/events/${event.id}`;
  tidy.later(path);
  return path;
}

/** Bytes that are no text, so that a body read as text would not survive. */
const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + (index >> 8)) & 0xff);

describe("microsoft-graph-client: attachments", () => {
  test("a small file goes in one request, and comes back byte for byte", async () => {
    const path = await create(meeting(newSubject("attached")));
    const content = Buffer.from(bytesOf(2_000));

    const made: FileAttachment = await client.api(`${path}/attachments`).post({
      "@odata.type": "#microsoft.graph.fileAttachment",
      name: "numbers.bin",
      contentType: "application/octet-stream",
      contentBytes: content.toString("base64"),
    });
    const read: FileAttachment = await client.api(`${path}/attachments/${made.id}`).get();
    const listed: Page<FileAttachment> = await client.api(`${path}/attachments`).get();
    const event: Event = await client.api(path).get();
    await client.api(`${path}/attachments/${made.id}`).delete();

    expect(Buffer.from(String(read.contentBytes), "base64").equals(content)).toBe(true);
    expect(listed.value.map(({ name }) => name)).toEqual(["numbers.bin"]);
    expect(event.hasAttachments).toBe(true);
    expect(((await client.api(`${path}/attachments`).get()) as Page<FileAttachment>).value).toEqual([]);
  });

  test("LargeFileUploadTask sends a large file in ranges, without a token, and the file arrives whole", async () => {
    const path = await create(meeting(newSubject("uploaded")));
    const content = bytesOf(LARGE_BYTES);
    const session = await LargeFileUploadTask.createUploadSession(client, `${path}/attachments/createUploadSession`, {
      AttachmentItem: { attachmentType: "file", name: "large.bin", size: content.length },
    });
    const ranges: (Range | undefined)[] = [];
    const file = new FileUpload(content, "large.bin", content.length);

    const result = await new LargeFileUploadTask(client, file, session, {
      rangeSize: CHUNK_BYTES,
      uploadEventHandlers: { progress: (range) => ranges.push(range) },
    }).upload();

    const listed: Page<FileAttachment> = await client.api(`${path}/attachments`).get();
    const [attachment] = listed.value;
    const read: FileAttachment = await client.api(`${path}/attachments/${attachment?.id}`).get();
    expect(ranges).toHaveLength(3);
    expect(result?.location).toMatch(/attachments/i);
    expect(attachment?.name).toBe("large.bin");
    expect(Buffer.from(String(read.contentBytes), "base64").equals(Buffer.from(content))).toBe(true);
  });

  test("LargeFileUploadTask gives a session up", async () => {
    const path = await create(meeting(newSubject("given up")));
    const session = await LargeFileUploadTask.createUploadSession(client, `${path}/attachments/createUploadSession`, {
      AttachmentItem: { attachmentType: "file", name: "large.bin", size: LARGE_BYTES },
    });
    const file = new FileUpload(bytesOf(LARGE_BYTES), "large.bin", LARGE_BYTES);

    const answer = (await new LargeFileUploadTask(client, file, session).cancel()) as Response;

    expect(answer.status).toBe(204);
    expect(session.isCancelled).toBe(true);
  });
});

describe("microsoft-graph-client: free and busy", () => {
  test("getSchedule shows a new event of one mailbox, and the other as free", async () => {
    await create(meeting(newSubject("busy"), { showAs: "oof" }, 100));
    const ask = async (): Promise<ScheduleInformation[]> =>
      (
        await client.api(`${home}/calendar/getSchedule`).post({
          schedules: [target.mailbox, target.attendee],
          startTime: at(100, "09:00"),
          endTime: at(100, "11:00"),
          availabilityViewInterval: 60,
        })
      ).value;

    const [own, other] = await eventually(async () => {
      const schedules = await ask();
      return schedules[0]?.availabilityView?.startsWith("3") ? schedules : undefined;
    });

    expect(own).toMatchObject({ scheduleId: target.mailbox, availabilityView: "30" });
    expect(own?.scheduleItems?.[0]).toMatchObject({ status: "oof" });
    expect(other).toMatchObject({ scheduleId: target.attendee, availabilityView: "00" });
  });
});
