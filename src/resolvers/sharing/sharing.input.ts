import { IsEmail, IsOptional, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import type { CalendarRole } from "../../services/sharing/calendar-permission.model.js";
import { CalendarRoleEnum } from "./sharing.enums.js";

@InputType({ description: "Somebody to share a calendar with." })
export class ShareCalendarInput {
  @Field(() => ID, { description: "Which calendar." })
  calendarId!: string;

  @Field(() => String, { description: "Their SMTP address." })
  @IsEmail({}, { message: "The address must look like ann@example.com." })
  address!: string;

  @Field(() => String, { nullable: true, description: "Display name." })
  @IsOptional()
  @MaxLength(255, { message: "A name has at most 255 characters." })
  name?: string | null;

  @Field(() => CalendarRoleEnum, {
    description:
      "What they may do. People outside of the organization can read at most; delegates are people inside it, of the default calendar.",
  })
  role!: CalendarRole;
}

@InputType({ description: "Another role for somebody." })
export class UpdateCalendarPermissionInput {
  @Field(() => ID, { description: "Which permission." })
  id!: string;

  @Field(() => CalendarRoleEnum, { description: "What they may do; one of the permission's `allowedRoles`." })
  role!: CalendarRole;
}

@InputType({ description: "The sharing to end." })
export class RemoveCalendarPermissionInput {
  @Field(() => ID, { description: "Which permission; never that of everybody in the organization." })
  id!: string;
}
