import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { ReminderService } from "../../services/events/actions/reminder.service.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { DismissReminderInput, SnoozeReminderInput } from "./event-action.input.js";
import { DismissReminderPayload, SnoozeReminderPayload } from "./event-action.payload.js";
import { eventTarget, partsOf } from "./event-target.js";

@Resolver()
export class ReminderResolver {
  constructor(private readonly deps: { readonly reminders: ReminderService }) {}

  @Mutation(() => SnoozeReminderPayload, {
    description: "Lets an event's reminder come again later. Nobody is mailed. Needs a WRITER key.",
  })
  async snoozeReminder(
    @Arg("input", () => SnoozeReminderInput, { description: "Which one, and when." }) input: SnoozeReminderInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<SnoozeReminderPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.reminders.snooze(viewer, eventTarget(input), input.until, input, call),
    );
    const { done, preview } = partsOf(value);
    return { acted: done, preview, errors };
  }

  @Mutation(() => DismissReminderPayload, {
    description: "Ends an event's reminder. Nobody is mailed. Needs a WRITER key.",
  })
  async dismissReminder(
    @Arg("input", () => DismissReminderInput, { description: "Which one." }) input: DismissReminderInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<DismissReminderPayload> {
    const { value, errors } = await settle(input, () =>
      this.deps.reminders.dismiss(viewer, eventTarget(input), input, call),
    );
    const { done, preview } = partsOf(value);
    return { acted: done, preview, errors };
  }
}
