import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { Attachment, AttachmentType } from "../../services/attachments/attachment.model.js";
import type { EventPreview } from "../../services/events/safety/write-manner.js";
import { graphqlEnum, UNKNOWN } from "../common/enums.js";
import { NodeType } from "../common/node.type.js";
import { DeletePayloadType } from "../common/payload.type.js";
import { GraphQLDateTime } from "../common/scalars.js";
import { EventPreviewType, PREVIEW } from "../event/event-preview.type.js";
import { WriteMannerInput } from "../event/write-manner.input.js";

export const AttachmentTypeEnum = graphqlEnum<AttachmentType>("AttachmentType", "What is attached.", {
  FILE: "A file, to be downloaded at `downloadUrl`.",
  ITEM: "An item of Outlook: a message, a contact, another event.",
  REFERENCE: "A link to a file in the cloud.",
  UNKNOWN,
});

@ObjectType("Attachment", {
  implements: NodeType,
  description: "What is attached to an event. Its bytes are never in an answer of GraphQL: `downloadUrl` gives them.",
  simpleResolvers: true,
})
export class AttachmentObjectType extends NodeType {
  declare readonly kind: "Attachment";
  readonly mailboxId!: string;
  readonly eventGraphId!: string;
  readonly graphId!: string;

  @Field(() => AttachmentTypeEnum, { description: "What it is." })
  type!: AttachmentType;

  @Field(() => String, { nullable: true, description: "Its name, as its sender wrote it: no path, and no promise." })
  name!: string | null;

  @Field(() => String, { nullable: true, description: "Its media type, as its sender wrote it." })
  contentType!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Bytes as Microsoft counts them, which may be some more than the file has.",
  })
  size!: number | null;

  @Field(() => Boolean, { description: "True when the body shows it, as a picture." })
  isInline!: boolean;

  @Field(() => String, { nullable: true, description: "By which the body refers to an inline file: `cid:` and this." })
  contentId!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "When it was last changed." })
  changedAt!: Attachment["changedAt"];
}

@InputType({ description: "The attachment to delete." })
export class DeleteAttachmentInput extends WriteMannerInput {
  @Field(() => ID, { description: "Which attachment." })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "The `version` of its event that is expected; with another one nothing is deleted. Microsoft knows no such condition here, so it is compared right before.",
  })
  expectedVersion?: string | null;
}

@ObjectType({ description: "Outcome of `deleteAttachment`.", simpleResolvers: true })
export class DeleteAttachmentPayload extends DeletePayloadType {
  @Field(() => EventPreviewType, { nullable: true, description: PREVIEW })
  preview!: EventPreview | null;
}
