import { Field, ObjectType } from "type-graphql";
import type { CalendarPermission } from "../../services/sharing/calendar-permission.model.js";
import { DeletePayloadType, PayloadType } from "../common/payload.type.js";
import { CalendarPermissionType } from "./sharing.type.js";

@ObjectType({ simpleResolvers: true })
abstract class PermissionPayload extends PayloadType {
  @Field(() => CalendarPermissionType, { nullable: true, description: "The permission; null when nothing was done." })
  permission!: CalendarPermission | null;
}

@ObjectType({ description: "Outcome of `shareCalendar`.", simpleResolvers: true })
export class ShareCalendarPayload extends PermissionPayload {}

@ObjectType({ description: "Outcome of `updateCalendarPermission`.", simpleResolvers: true })
export class UpdateCalendarPermissionPayload extends PermissionPayload {}

@ObjectType({ description: "Outcome of `removeCalendarPermission`.", simpleResolvers: true })
export class RemoveCalendarPermissionPayload extends DeletePayloadType {}
