import type { Viewer } from "../../auth/viewer.js";
import { type GraphClient, getAttachment, listAttachments, readAttachment } from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { abortSignalOf } from "../../lib/cancellation.js";
import type { CalendarEvent } from "../events/event.model.js";
import type { EventReaderService } from "../events/event-reader.service.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import { observed, onMailbox } from "../mailboxes/on-mailbox.js";
import { notFound, valueOrThrow } from "../outcomes.js";
import { fromUpstream } from "../upstream-errors.js";
import type { Attachment, AttachmentDownload, AttachmentKey } from "./attachment.model.js";
import { toAttachment } from "./attachment-mapper.js";
import { readsAttachments } from "./attachment-visibility.js";
import { BytePipe } from "./byte-pipe.js";
import type { TransferSlots } from "./transfer-slots.js";

export interface AttachmentReaderDeps {
  readonly graph: GraphClient;
  readonly mailboxes: MailboxAccess;
  readonly eventReader: EventReaderService;
  readonly slots: TransferSlots;
}

/** Reads attachments: lists without bytes, and the bytes of one as a stream. */
export class AttachmentReaderService {
  constructor(private readonly deps: AttachmentReaderDeps) {}

  /** The attachments of events that the viewer was shown, one request an event; null where they are withheld. */
  async listMany(
    viewer: Viewer,
    events: readonly Pick<CalendarEvent, "mailboxId" | "graphId" | "visibility">[],
    call: Call,
  ): Promise<readonly (readonly Attachment[] | null | Error)[]> {
    const ids = events.map(({ mailboxId }) => mailboxId);
    const opened = await this.deps.mailboxes.openMany(viewer, "event:read", ids);
    return Promise.all(
      events.map((event) =>
        onMailbox(opened.get(event.mailboxId), async (mailbox) => {
          if (!readsAttachments(mailbox, call) || event.visibility !== "FULL") return null;
          const place = { mailbox: mailbox.graphUser, eventId: event.graphId };
          const items = await listAttachments(this.deps.graph, mailbox.connection, place, call);
          const at = { mailboxId: mailbox.id, eventGraphId: event.graphId };
          return items.map((facts) => toAttachment(at, facts));
        }),
      ),
    );
  }

  /** Attachments by their keys, each with a look at its event: who may not see that, does not see them. */
  async getMany(viewer: Viewer, keys: readonly AttachmentKey[], call: Call): Promise<readonly (Attachment | Error)[]> {
    const { mailboxes, eventReader } = this.deps;
    const events = keys.map(({ mailboxId, eventGraphId }) => ({ mailboxId, graphId: eventGraphId, fields: [] }));
    const ids = keys.map(({ mailboxId }) => mailboxId);
    const opened = await mailboxes.openMany(viewer, "event:read", ids);
    const readable = keys.map((key) => isReadable(opened.get(key.mailboxId), call));
    // Events and attachments leave in one turn, and so in one envelope.
    const shown = readable.some(Boolean) ? eventReader.getMany(viewer, events, call) : Promise.resolve([]);
    const outcomes = keys.map((key, index) =>
      onMailbox(opened.get(key.mailboxId), async (mailbox) => {
        if (!readable[index]) throw notFound("attachment");
        const [facts, all] = await Promise.all([this.#facts(mailbox, key, call), shown]);
        const event = valueOrThrow(all[index] ?? notFound("attachment"));
        if (event.visibility !== "FULL") throw notFound("attachment");
        return toAttachment(key, facts);
      }),
    );
    return Promise.all(outcomes);
  }

  /**
   * Opens a file for reading, after a look at its event. Its bytes come no faster than they are taken.
   *
   * @throws AppError NOT_FOUND, INVALID_INPUT for what is no file, LIMIT_EXCEEDED with a wait; later failures reject
   *   the bytes.
   */
  async download(viewer: Viewer, key: AttachmentKey, call: Call): Promise<AttachmentDownload> {
    const [found] = await this.getMany(viewer, [key], call);
    const attachment = valueOrThrow(found ?? notFound("attachment"));
    if (attachment.type !== "FILE") {
      throw new AppError("INVALID_INPUT", "This attachment is not a file, so it has no bytes to download.", {
        path: ["id"],
      });
    }
    const mailbox = await this.deps.mailboxes.open(viewer, "event:read", key.mailboxId);
    const organization = viewer.organizationId ?? "owner";
    const leave = this.deps.slots.enter({ organization, mailbox: mailbox.id });
    const pipe = new BytePipe();
    const given = new AbortController();
    const signal = AbortSignal.any([abortSignalOf(call.signal), given.signal]);
    const place = { mailbox: mailbox.graphUser, eventId: key.eventGraphId, attachmentId: key.graphId };
    const sent = observed(mailbox, () =>
      readAttachment(this.deps.graph, mailbox.connection, place, pipe, { ...call, signal }),
    ).finally(leave);
    sent.then(
      () => pipe.end(),
      (error: unknown) => pipe.fail(fromUpstream(error)),
    );
    try {
      await Promise.race([pipe.head, sent]);
    } catch (error) {
      throw fromUpstream(error);
    }
    const length = Number((await pipe.head)["content-length"] ?? "");
    const bytes = pipe.chunks(() => given.abort(new AppError("CANCELLED", "The reader has left.")));
    return { attachment, size: length > 0 ? length : null, bytes };
  }

  #facts(mailbox: OpenMailbox, { eventGraphId, graphId }: AttachmentKey, call: Call) {
    const place = { mailbox: mailbox.graphUser, eventId: eventGraphId, attachmentId: graphId };
    return getAttachment(this.deps.graph, mailbox.connection, place, call);
  }
}

function isReadable(mailbox: OpenMailbox | Error | undefined, call: Call): boolean {
  return mailbox !== undefined && !(mailbox instanceof Error) && readsAttachments(mailbox, call);
}
