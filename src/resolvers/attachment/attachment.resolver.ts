import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { Attachment } from "../../services/attachments/attachment.model.js";
import type { AttachmentLinks } from "../../services/attachments/attachment-links.js";
import type { AttachmentWriterService } from "../../services/attachments/attachment-writer.service.js";
import type { CalendarEvent } from "../../services/events/event.model.js";
import { attachmentGlobalId, mailboxObjectGlobalId, parseAttachmentGlobalId } from "../common/global-id.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { GraphQLUrl } from "../common/scalars.js";
import { EventObjectType } from "../event/event.type.js";
import { AttachmentObjectType, DeleteAttachmentInput, DeleteAttachmentPayload } from "./attachment.type.js";

@Resolver(() => EventObjectType)
export class EventAttachmentsResolver {
  @FieldResolver(() => [AttachmentObjectType], {
    nullable: true,
    description:
      "What is attached to it, inline files too, at most 1,000; without bytes. One request to Microsoft for each event: ask for it where `hasAttachments` is true, or for one event.",
  })
  attachments(@Root() event: CalendarEvent, @Ctx() { loaders }: RequestContext) {
    return loaders.attachmentsOfEvent.load(event);
  }
}

@Resolver(() => AttachmentObjectType)
export class AttachmentResolver {
  constructor(
    private readonly deps: {
      readonly attachmentWriter: AttachmentWriterService;
      readonly attachmentLinks: AttachmentLinks;
    },
  ) {}

  @Mutation(() => DeleteAttachmentPayload, {
    description:
      "Deletes an attachment of an event. By itself that mails nobody: attendees keep theirs until the organizer next updates the meeting. Needs a WRITER key.",
  })
  async deleteAttachment(
    @Arg("input", () => DeleteAttachmentInput, { description: "The attachment." }) input: DeleteAttachmentInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<DeleteAttachmentPayload> {
    const { value, errors } = await settle(input, async () => {
      const key = parseAttachmentGlobalId(input.id);
      const target = { ...key, expectedVersion: input.expectedVersion ?? null };
      const preview = await this.deps.attachmentWriter.delete(viewer, target, input, call);
      return { deletedId: preview === null ? input.id : null, preview };
    });
    return { deletedId: value?.deletedId ?? null, preview: value?.preview ?? null, errors };
  }

  @FieldResolver(() => ID, { description: "Opaque global id." })
  id(@Root() attachment: Attachment): string {
    return attachmentGlobalId(attachment);
  }

  @FieldResolver(() => ID, { description: "The global id of its event." })
  eventId(@Root() { mailboxId, eventGraphId }: Attachment): string {
    return mailboxObjectGlobalId("Event", { mailboxId, graphId: eventGraphId });
  }

  @FieldResolver(() => GraphQLUrl, {
    nullable: true,
    description:
      "Where its bytes are, of a FILE: GET with the same `Authorization` header as here. The address alone opens nothing. Null for what is no file.",
  })
  downloadUrl(@Root() attachment: Attachment): string | null {
    return attachment.type === "FILE" ? this.deps.attachmentLinks.download(attachmentGlobalId(attachment)) : null;
  }
}
