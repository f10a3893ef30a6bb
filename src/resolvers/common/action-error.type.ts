import { Field, ObjectType } from "type-graphql";
import type { MoveObstacle } from "../../services/events/actions/event-copy.js";
import type { CalendarRole } from "../../services/sharing/calendar-permission.model.js";
import { MoveObstacleEnum } from "../event-action/event-action.enums.js";
import { CalendarRoleEnum } from "../sharing/sharing.enums.js";
import { UserErrorType } from "./user-error.type.js";

@ObjectType("NotOrganizerError", {
  implements: UserErrorType,
  description:
    "Only the organizer of a meeting can do this, and the mailbox is invited. The message says what can be done instead.",
  simpleResolvers: true,
})
export class NotOrganizerErrorType extends UserErrorType {
  override readonly kind = "NotOrganizerError";
}

@ObjectType("NotAttendeeError", {
  implements: UserErrorType,
  description: "Only somebody who is invited can do this, and the mailbox is the organizer.",
  simpleResolvers: true,
})
export class NotAttendeeErrorType extends UserErrorType {
  override readonly kind = "NotAttendeeError";
}

@ObjectType("EventCancelledError", {
  implements: UserErrorType,
  description: "The organizer has cancelled the meeting; the copy can only be deleted.",
  simpleResolvers: true,
})
export class EventCancelledErrorType extends UserErrorType {
  override readonly kind = "EventCancelledError";
}

@ObjectType("ResponseNotRequestedError", {
  implements: UserErrorType,
  description: "The organizer asks for no responses. Answer without sending one.",
  simpleResolvers: true,
})
export class ResponseNotRequestedErrorType extends UserErrorType {
  override readonly kind = "ResponseNotRequestedError";
}

@ObjectType("NewTimeNotAllowedError", {
  implements: UserErrorType,
  description: "The organizer takes no proposals of another time. Answer without one.",
  simpleResolvers: true,
})
export class NewTimeNotAllowedErrorType extends UserErrorType {
  override readonly kind = "NewTimeNotAllowedError";
}

@ObjectType("MoveRefusedError", {
  implements: UserErrorType,
  description: "Microsoft Graph cannot move events, and this one cannot be copied and deleted without harm.",
  simpleResolvers: true,
})
export class MoveRefusedErrorType extends UserErrorType {
  override readonly kind = "MoveRefusedError";

  @Field(() => [MoveObstacleEnum], { description: "All that stands in the way." })
  obstacles!: readonly MoveObstacle[];
}

@ObjectType("NotRemovableError", {
  implements: UserErrorType,
  description: "Microsoft does not allow to remove this, or it is not empty; the message says which.",
  simpleResolvers: true,
})
export class NotRemovableErrorType extends UserErrorType {
  override readonly kind = "NotRemovableError";
}

@ObjectType("RoleNotAllowedError", {
  implements: UserErrorType,
  description: "Microsoft does not allow to give this person this role.",
  simpleResolvers: true,
})
export class RoleNotAllowedErrorType extends UserErrorType {
  override readonly kind = "RoleNotAllowedError";

  @Field(() => [CalendarRoleEnum], { description: "The roles that the person can be given." })
  allowedRoles!: readonly CalendarRole[];
}
