import { Field, ObjectType } from "type-graphql";
import type { CalendarGroup } from "../../services/calendars/calendar.model.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { CalendarGroupType } from "./calendar-group.type.js";

@ObjectType({ simpleResolvers: true })
abstract class CalendarGroupPayload extends PayloadType {
  @Field(() => CalendarGroupType, { nullable: true, description: "The group; null when nothing was done." })
  calendarGroup!: CalendarGroup | null;
}

@ObjectType({ description: "Outcome of `createCalendarGroup`.", simpleResolvers: true })
export class CreateCalendarGroupPayload extends CalendarGroupPayload {}

@ObjectType({ description: "Outcome of `renameCalendarGroup`.", simpleResolvers: true })
export class RenameCalendarGroupPayload extends CalendarGroupPayload {}

@ObjectType({ description: "Outcome of `deleteCalendarGroup`.", simpleResolvers: true })
export class DeleteCalendarGroupPayload extends DeletePayloadType {}
