import { Arg, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { type BodyFormat, bodyAs } from "../../services/events/body-format.js";
import type { CalendarEvent } from "../../services/events/event.model.js";
import { mailboxObjectGlobalId } from "../common/global-id.js";
import { BodyFormatEnum } from "./event.enums.js";
import { EventObjectType } from "./event.type.js";
import { EventBodyType, ExtendedDatumType } from "./event-parts.type.js";

/** Members of an event that arguments choose from. Without arguments, answers of lists take them as they are (`shape.ts`). */
@Resolver(() => EventObjectType)
export class EventPartsResolver {
  @FieldResolver(() => EventBodyType, {
    nullable: true,
    description: "Its text. Formats are made by the gateway: any number of them cost one read.",
  })
  body(
    @Root() { body }: CalendarEvent,
    @Arg("format", () => BodyFormatEnum, {
      nullable: true,
      description: "Default: as Microsoft answers it, which is HTML.",
    })
    format?: BodyFormat | null,
    @Arg("remoteImages", () => Boolean, {
      nullable: true,
      description:
        "With SANITIZED_HTML: keep images of other servers, which then learn who reads, and when. Default: false.",
    })
    remoteImages?: boolean | null,
  ): CalendarEvent["body"] | Promise<CalendarEvent["body"]> {
    if (!body || !format) return body;
    return bodyAs(body, format, { remoteImages: remoteImages ?? false });
  }

  @FieldResolver(() => [ExtendedDatumType], {
    nullable: true,
    description:
      "What clients of this gateway keep with the event, by key. Other programs find it as the open extension `com.addsync.gateway`.",
  })
  extendedData(
    @Root() { extendedData }: CalendarEvent,
    @Arg("key", () => String, { nullable: true, description: "Only the entry of this key." }) key?: string | null,
  ): CalendarEvent["extendedData"] {
    return typeof key === "string" ? extendedData?.filter((entry) => entry.key === key) : extendedData;
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description: "The global id of the series that an instance is of; null for other events.",
  })
  seriesMasterId(@Root() { mailboxId, seriesMasterGraphId }: CalendarEvent): string | null {
    const graphId = seriesMasterGraphId ?? null;
    return graphId === null ? null : mailboxObjectGlobalId("Event", { mailboxId, graphId });
  }
}
