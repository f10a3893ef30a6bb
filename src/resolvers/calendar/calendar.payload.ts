import { Field, ObjectType } from "type-graphql";
import type { Calendar } from "../../services/calendars/calendar.model.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { CalendarType } from "./calendar.type.js";

@ObjectType({ simpleResolvers: true })
abstract class CalendarPayload extends PayloadType {
  @Field(() => CalendarType, { nullable: true, description: "The calendar; null when nothing was done." })
  calendar!: Calendar | null;
}

@ObjectType({ description: "Outcome of `createCalendar`.", simpleResolvers: true })
export class CreateCalendarPayload extends CalendarPayload {}

@ObjectType({ description: "Outcome of `updateCalendar`.", simpleResolvers: true })
export class UpdateCalendarPayload extends CalendarPayload {}

@ObjectType({ description: "Outcome of `deleteCalendar`.", simpleResolvers: true })
export class DeleteCalendarPayload extends DeletePayloadType {}
