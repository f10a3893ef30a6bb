import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { AppError } from "../../lib/app-error.js";
import type { CalendarWriterService } from "../../services/calendars/calendar-writer.service.js";
import { orUnchanged } from "../../services/outcomes.js";
import { parseMailboxObjectGlobalId, parseRowGlobalId } from "../common/global-id.js";
import { settle } from "../common/payload.js";
import type { RequestContext } from "../common/request-context.js";
import { CreateCalendarInput, DeleteCalendarInput, UpdateCalendarInput } from "./calendar.input.js";
import { CreateCalendarPayload, DeleteCalendarPayload, UpdateCalendarPayload } from "./calendar.payload.js";

@Resolver()
export class CalendarWriteResolver {
  constructor(private readonly deps: { readonly calendarWriter: CalendarWriterService }) {}

  @Mutation(() => CreateCalendarPayload, { description: "Makes a calendar in a mailbox. Needs a WRITER key." })
  async createCalendar(
    @Arg("input", () => CreateCalendarInput, { description: "The new calendar." }) input: CreateCalendarInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<CreateCalendarPayload> {
    const { value, errors } = await settle(input, () => {
      const place = placeOf(input);
      return this.deps.calendarWriter.create(viewer, { ...place, name: input.name, color: input.color ?? null }, call);
    });
    return { calendar: value, errors };
  }

  @Mutation(() => UpdateCalendarPayload, { description: "Renames or colours a calendar. Needs a WRITER key." })
  async updateCalendar(
    @Arg("input", () => UpdateCalendarInput, { description: "The changes." }) input: UpdateCalendarInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<UpdateCalendarPayload> {
    const { value, errors } = await settle(input, () => {
      const changes = { name: orUnchanged(input.name), color: orUnchanged(input.color) };
      return this.deps.calendarWriter.update(viewer, parseMailboxObjectGlobalId("Calendar", input.id), changes, call);
    });
    return { calendar: value, errors };
  }

  @Mutation(() => DeleteCalendarPayload, {
    description: "Deletes a calendar with all its events; never the default one. Needs a WRITER key.",
  })
  async deleteCalendar(
    @Arg("input", () => DeleteCalendarInput, { description: "The calendar." }) input: DeleteCalendarInput,
    @Ctx() { viewer, call }: RequestContext,
  ): Promise<DeleteCalendarPayload> {
    const { value, errors } = await settle(input, async () => {
      await this.deps.calendarWriter.delete(viewer, parseMailboxObjectGlobalId("Calendar", input.id), call);
      return input.id;
    });
    return { deletedId: value, errors };
  }
}

/** A group's id names its mailbox; a group of another one is refused before anything is sent. */
function placeOf({ mailboxId: id, groupId }: CreateCalendarInput) {
  const mailboxId = parseRowGlobalId("Mailbox", id, ["mailboxId"]);
  if (!groupId) return { mailboxId, groupGraphId: null };
  const group = parseMailboxObjectGlobalId("CalendarGroup", groupId, ["groupId"]);
  if (group.mailboxId === mailboxId) return { mailboxId, groupGraphId: group.graphId };
  throw new AppError("INVALID_INPUT", "This calendar group is not one of that mailbox.", { path: ["groupId"] });
}
