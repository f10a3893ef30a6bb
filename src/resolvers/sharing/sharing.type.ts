import { Field, ObjectType } from "type-graphql";
import type { CalendarPermission, CalendarRole } from "../../services/sharing/calendar-permission.model.js";
import { NodeType } from "../common/node.type.js";
import { PersonType } from "../common/person.type.js";
import { relayTypes } from "../common/relay.js";
import { CalendarRoleEnum } from "./sharing.enums.js";

@ObjectType("CalendarPermission", {
  implements: NodeType,
  description: "What one person, or everybody in the organization, may do with a calendar.",
  simpleResolvers: true,
})
export class CalendarPermissionType extends NodeType implements Omit<CalendarPermission, "kind"> {
  declare readonly kind: "CalendarPermission";
  readonly mailboxId!: string;
  readonly calendarGraphId!: string;
  readonly permissionGraphId!: string;

  @Field(() => PersonType, {
    description: "Whom it is for; for everybody in the organization a name without an address.",
  })
  grantee!: CalendarPermission["grantee"];

  @Field(() => Boolean, { description: "True for everybody in the organization; every calendar has this permission." })
  isMyOrganization!: boolean;

  @Field(() => CalendarRoleEnum, { nullable: true, description: "What they may do." })
  role!: CalendarRole;

  @Field(() => [CalendarRoleEnum], { nullable: true, description: "The roles that they can be given." })
  allowedRoles!: readonly CalendarRole[];

  @Field(() => Boolean, { nullable: true, description: "True for people of the calendar's own organization." })
  isInsideOrganization!: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "False for the permission of everybody in the organization." })
  isRemovable!: boolean | null;
}

export const CalendarPermissionConnectionType = relayTypes(
  "CalendarPermission",
  () => CalendarPermissionType,
  "permissions of a calendar",
);
