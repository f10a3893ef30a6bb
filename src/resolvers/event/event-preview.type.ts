import { Field, ObjectType } from "type-graphql";
import type { Difference } from "../../services/events/safety/event-differences.js";
import type { MailedPerson, MeetingMail } from "../../services/events/safety/meeting-mails.js";
import type { EventPreview } from "../../services/events/safety/write-manner.js";
import { graphqlEnum } from "../common/enums.js";
import { PayloadType } from "../common/payload.type.js";

const MeetingMailEnum = graphqlEnum(
  "MeetingMail",
  "A mail that Microsoft sends because of a write; nobody can suppress it.",
  {
    INVITATION: "Somebody is invited.",
    UPDATE: "Something about the meeting is changed.",
    CANCELLATION: "The meeting is off, or somebody is not invited any more.",
    RESPONSE: "The organizer is told an attendee's answer.",
  },
);

@ObjectType("EventChange", { description: "One member of an event that a write would change.", simpleResolvers: true })
class EventChangeType implements Difference {
  @Field(() => String, {
    description:
      "The input's field; `extendedData.<key>` for an entry of the extended data; empty for the whole of what the input names.",
  })
  path!: string;

  @Field(() => String, {
    nullable: true,
    description:
      "What it is: texts and times as they are, bodies as plain text, everything else as JSON. Null: nothing.",
  })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "What it would be, written alike. Null: nothing." })
  after!: string | null;
}

@ObjectType("EventMail", { description: "Somebody whom Microsoft would mail.", simpleResolvers: true })
class EventMailType implements MailedPerson {
  @Field(() => String, { description: "SMTP address. A group's stands for its members." })
  address!: string;

  @Field(() => String, { nullable: true, description: "Display name." })
  name!: string | null;

  @Field(() => MeetingMailEnum, { description: "What they would get." })
  mail!: MeetingMail;
}

@ObjectType("EventPreview", {
  description: "What a write of an event would do, as far as it can be known beforehand. Nothing was done.",
  simpleResolvers: true,
})
export class EventPreviewType implements EventPreview {
  @Field(() => [EventChangeType], { description: "What would change of it; empty when nothing would." })
  changes!: readonly Difference[];

  @Field(() => [EventMailType], { description: "Whom Microsoft would mail; empty for nobody." })
  recipients!: readonly MailedPerson[];

  @Field(() => [String], { description: "What to know before it is done, such as what it would be refused for." })
  warnings!: readonly string[];
}

export const PREVIEW = "With `dryRun`: what would be done. Null otherwise.";

/** What the payload of every write has that can be looked at first. */
@ObjectType({ simpleResolvers: true })
export abstract class PreviewPayloadType extends PayloadType {
  @Field(() => EventPreviewType, { nullable: true, description: PREVIEW })
  preview!: EventPreview | null;
}
