import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { AttendeeService } from "../../services/events/actions/attendee.service.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { AddAttendeesInput, RemoveAttendeesInput, UpdateAttendeeInput } from "./attendee.input.js";
import { AddAttendeesPayload, RemoveAttendeesPayload, UpdateAttendeePayload } from "./event-action.payload.js";
import { eventTarget, partsOf } from "./event-target.js";

/** Who is invited, person by person: nobody else is wiped off the list, and nobody is mailed needlessly. */
@Resolver()
export class AttendeeResolver {
  constructor(private readonly deps: { readonly attendees: AttendeeService }) {}

  @Mutation(() => AddAttendeesPayload, {
    description:
      "Invites people and rooms besides those who are, as the organizer. Microsoft mails the new ones alone. Who is there already stays as they are; when all are, nothing is written. Safe beside other changes of the same meeting. Needs a WRITER key.",
  })
  async addAttendees(
    @Arg("input", () => AddAttendeesInput, { description: "Whom to add." }) input: AddAttendeesInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<AddAttendeesPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.attendees.add(viewer, eventTarget(input), input.attendees, input, call),
    );
    const { done, preview } = partsOf(value);
    const acted = done && eventTarget(input);
    return { acted, added: done?.changed ?? null, unchanged: done?.unchanged ?? null, preview, errors };
  }

  @Mutation(() => RemoveAttendeesPayload, {
    description:
      "Takes people and rooms off the list, as the organizer. Microsoft mails them a cancellation; when a member of an invited distribution list is removed, everybody. Who is not on the list is no error. Safe beside other changes of the same meeting. Needs a WRITER key.",
  })
  async removeAttendees(
    @Arg("input", () => RemoveAttendeesInput, { description: "Whom to remove." }) input: RemoveAttendeesInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<RemoveAttendeesPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.attendees.remove(viewer, eventTarget(input), input.addresses, input, call),
    );
    const { done, preview } = partsOf(value);
    const acted = done && eventTarget(input);
    return { acted, removed: done?.changed ?? null, unchanged: done?.unchanged ?? null, preview, errors };
  }

  @Mutation(() => UpdateAttendeePayload, {
    description:
      "Invites somebody on the list in another way, as the organizer. Microsoft mails them an update. Safe beside other changes of the same meeting. Needs a WRITER key.",
  })
  async updateAttendee(
    @Arg("input", () => UpdateAttendeeInput, { description: "Who and how." }) input: UpdateAttendeeInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<UpdateAttendeePayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.attendees.setType(viewer, eventTarget(input), input, input, call),
    );
    const { done, preview } = partsOf(value);
    return { acted: done && eventTarget(input), isChanged: done && done.changed.length > 0, preview, errors };
  }
}
