import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { EventActionsService } from "../../services/events/actions/event-actions.service.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { DismissReminderInput, SnoozeReminderInput } from "./event-action.input.js";
import { DismissReminderPayload, SnoozeReminderPayload } from "./event-action.payload.js";
import { eventTarget } from "./event-target.js";

@Resolver()
export class ReminderResolver {
  constructor(private readonly deps: { readonly eventActions: EventActionsService }) {}

  @Mutation(() => SnoozeReminderPayload, {
    description: "Lets an event's reminder come again later. Nobody is mailed. Needs a WRITER key.",
  })
  async snoozeReminder(
    @Arg("input", () => SnoozeReminderInput, { description: "Which one, and when." }) input: SnoozeReminderInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<SnoozeReminderPayload> {
    const { value, errors } = await settle(input, async () => {
      const target = eventTarget(input);
      await this.deps.eventActions.snooze(viewer, target, input.until, call);
      return target;
    });
    return { acted: value, errors };
  }

  @Mutation(() => DismissReminderPayload, {
    description: "Ends an event's reminder. Nobody is mailed. Needs a WRITER key.",
  })
  async dismissReminder(
    @Arg("input", () => DismissReminderInput, { description: "Which one." }) input: DismissReminderInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<DismissReminderPayload> {
    const { value, errors } = await settle(input, async () => {
      const target = eventTarget(input);
      await this.deps.eventActions.dismiss(viewer, target, call);
      return target;
    });
    return { acted: value, errors };
  }
}
