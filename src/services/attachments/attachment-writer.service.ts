import type { Viewer } from "../../auth/viewer.js";
import {
  type AttachmentFacts,
  addAttachment,
  deleteAttachment,
  type GraphClient,
  getAttachment,
  listAttachments,
  type NewFile,
} from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { Clock } from "../../lib/clock.js";
import { versionOf } from "../events/event-writer.service.js";
import type { EventPreview, WriteManner } from "../events/safety/write-manner.js";
import type { ViewForgetter } from "../events/views/view.model.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import { observed } from "../mailboxes/on-mailbox.js";
import { fromUpstream } from "../upstream-errors.js";
import { assertChangeable } from "../visibility/change-gate.js";
import type { Attachment, AttachmentKey, AttachmentLimits, FileUpload } from "./attachment.model.js";
import { toAttachment } from "./attachment-mapper.js";
import { ByteTaker } from "./byte-taker.js";
import { assertFile } from "./file-rules.js";
import type { TransferSlots } from "./transfer-slots.js";
import { uploadLargeFile } from "./upload-session.js";

/** Files below go in one request, all others through an upload session: neither way takes what the other one does. */
export const DIRECT_LIMIT_BYTES = 3_000_000;
/** By how much clocks may differ where an attachment is recognized by when it was made. */
const CLOCK_SKEW_MS = 120_000;

export interface AttachmentWriterDeps {
  readonly graph: GraphClient;
  readonly mailboxes: MailboxAccess;
  readonly views: ViewForgetter;
  readonly slots: TransferSlots;
  readonly limits: AttachmentLimits;
  readonly clock: Clock;
}

/** Adds and deletes attachments. Input is checked before a mailbox is opened, so a slip of the caller costs nothing. */
export class AttachmentWriterService {
  constructor(private readonly deps: AttachmentWriterDeps) {}

  /**
   * Adds a file to an event; its size decides by which way. At most one chunk of it is in memory.
   *
   * @throws AppError; what the bytes reject with is passed on, and nothing is attached then.
   */
  async upload(viewer: Viewer, upload: FileUpload, call: Call): Promise<Attachment> {
    assertFile(upload, this.deps.limits.maxBytes);
    return this.#write(viewer, upload.mailboxId, async (mailbox) => {
      const organization = viewer.organizationId ?? "owner";
      const leave = this.deps.slots.enter({ organization, mailbox: mailbox.id });
      try {
        await assertChangeable(this.deps.graph, mailbox, { graphId: upload.eventGraphId, isSeries: false }, call);
        const facts = await this.#add(mailbox, upload, call);
        return toAttachment(upload, facts);
      } finally {
        leave();
      }
    });
  }

  /**
   * Deletes an attachment. Microsoft knows no versions here: `expectedVersion` of the event is compared right before, so
   * a change in the very moment of deleting goes unnoticed.
   *
   * @returns the preview of a dry run; null when it was deleted.
   * @throws AppError NOT_FOUND when it is gone already, CONFLICT when the event is not the expected version.
   */
  async delete(
    viewer: Viewer,
    { expectedVersion, ...key }: AttachmentKey & { readonly expectedVersion: string | null },
    { dryRun }: WriteManner,
    call: Call,
  ): Promise<EventPreview | null> {
    const { graph } = this.deps;
    const expected = versionOf({ expectedVersion });
    const work = async (mailbox: OpenMailbox): Promise<EventPreview | null> => {
      const place = { mailbox: mailbox.graphUser, eventId: key.eventGraphId, attachmentId: key.graphId };
      const select = expected === undefined ? [] : ["changeKey"];
      const target = { graphId: key.eventGraphId, isSeries: false, select };
      const event = await assertChangeable(graph, mailbox, target, call);
      if (expected !== undefined && event !== undefined && event["@odata.etag"] !== expected) throw changed();
      if (!dryRun) {
        await deleteAttachment(graph, mailbox.connection, place, call);
        return null;
      }
      const { name } = await getAttachment(graph, mailbox.connection, place, call);
      return { changes: [{ path: "", before: name ?? "", after: null }], recipients: [], warnings: [] };
    };
    return this.#write(viewer, key.mailboxId, work, dryRun ?? false);
  }

  async #add(mailbox: OpenMailbox, upload: FileUpload, call: Call): Promise<AttachmentFacts> {
    const { name, contentType, isInline, contentId, size, eventGraphId } = upload;
    const file = { name, contentType, isInline, ...(contentId !== null && { contentId }) };
    const bytes = new ByteTaker(upload.bytes);
    const place = { mailbox: mailbox.graphUser, eventId: eventGraphId };
    if (size !== null && size >= DIRECT_LIMIT_BYTES) {
      const startedAt = this.deps.clock.now();
      const outcome = await uploadLargeFile(this.deps.graph, mailbox, { eventGraphId, file, size, bytes }, call);
      if (outcome.kind === "lost") return this.#find(mailbox, eventGraphId, file, startedAt, call);
      const made = { ...place, attachmentId: outcome.attachmentId };
      return getAttachment(this.deps.graph, mailbox.connection, made, call);
    }
    const whole = await bytes.take(DIRECT_LIMIT_BYTES);
    if (whole.length >= DIRECT_LIMIT_BYTES) throw sizeNeeded();
    assertFile({ ...upload, size: whole.length }, this.deps.limits.maxBytes);
    return addAttachment(this.deps.graph, mailbox.connection, { ...place, file, bytes: whole }, call);
  }

  /** The attachment that an upload made whose last answer was lost. */
  async #find(
    mailbox: OpenMailbox,
    eventGraphId: string,
    file: NewFile,
    startedAt: number,
    call: Call,
  ): Promise<AttachmentFacts> {
    const place = { mailbox: mailbox.graphUser, eventId: eventGraphId };
    const all = await listAttachments(this.deps.graph, mailbox.connection, place, call);
    const changedAt = (facts: AttachmentFacts) => Date.parse(facts.lastModifiedDateTime ?? "");
    const [found] = all
      .filter((facts) => facts.name === file.name && changedAt(facts) >= startedAt - CLOCK_SKEW_MS)
      .sort((a, b) => changedAt(b) - changedAt(a));
    if (found) return found;
    throw new AppError(
      "UPSTREAM_UNAVAILABLE",
      "Microsoft ended the upload without an answer, and the attachment is not there. Send the file again.",
      { retryable: true },
    );
  }

  async #write<T>(
    viewer: Viewer,
    mailboxId: string,
    work: (mailbox: OpenMailbox) => Promise<T>,
    isDryRun = false,
  ): Promise<T> {
    const mailbox = await this.deps.mailboxes.open(viewer, "event:write", mailboxId);
    try {
      return await observed(mailbox, work);
    } catch (error) {
      throw fromUpstream(error);
    } finally {
      // Also after a failure, which may have written: events say whether they have attachments.
      if (!isDryRun) await this.deps.views.forget(mailbox.connection.id);
    }
  }
}

function sizeNeeded(): AppError {
  return new AppError("INVALID_INPUT", `The size of a file of ${DIRECT_LIMIT_BYTES} bytes and more is needed first.`, {
    path: ["size"],
  });
}

function changed(): AppError {
  return new AppError("CONFLICT", "The event was changed at Microsoft meanwhile. Read it again, then repeat.", {
    path: ["expectedVersion"],
    retryable: true,
  });
}
