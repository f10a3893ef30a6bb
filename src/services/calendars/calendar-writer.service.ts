import type { Viewer } from "../../auth/viewer.js";
import {
  createCalendar,
  deleteCalendar,
  type GraphClient,
  getCalendar,
  isGraphError,
  updateCalendar,
} from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../mailboxes/mailbox-writer.js";
import type { Calendar, CalendarColor } from "./calendar.model.js";
import type { CalendarKey } from "./calendar.service.js";
import { toCalendar, toGraphColor } from "./calendar-mapper.js";
import { assertName, withNameTaken } from "./calendar-names.js";

export interface NewCalendar {
  readonly mailboxId: string;
  readonly groupGraphId: string | null;
  readonly name: string;
  readonly color: CalendarColor | null;
}

export interface CalendarChanges {
  readonly name?: string | undefined;
  readonly color?: CalendarColor | undefined;
}

/** Makes, changes and deletes calendars. */
export class CalendarWriterService {
  constructor(
    private readonly graph: GraphClient,
    private readonly writer: MailboxWriter,
  ) {}

  /** @throws AppError CONFLICT for a name that is taken. */
  async create(viewer: Viewer, { mailboxId, groupGraphId, name, color }: NewCalendar, call: Call): Promise<Calendar> {
    const calendar = { name: assertName(name, "A calendar"), ...(color && { color: toGraphColor(color) }) };
    return this.writer.write(viewer, mailboxId, async (mailbox) => {
      const input = { mailbox: mailbox.graphUser, groupId: groupGraphId ?? undefined, calendar };
      const made = await withNameTaken("A calendar", () => createCalendar(this.graph, mailbox.connection, input, call));
      return toCalendar(mailbox.id, made);
    });
  }

  /** @throws AppError CONFLICT for a name that is taken. */
  async update(viewer: Viewer, key: CalendarKey, { name, color }: CalendarChanges, call: Call): Promise<Calendar> {
    const changes = {
      ...(name !== undefined && { name: assertName(name, "A calendar") }),
      ...(color !== undefined && { color: toGraphColor(color) }),
    };
    if (Object.keys(changes).length === 0) throw new AppError("INVALID_INPUT", "Nothing to change was given.");
    return this.writer.write(viewer, key.mailboxId, async (mailbox) => {
      const input = { mailbox: mailbox.graphUser, calendarId: key.graphId, changes };
      const changed = await withNameTaken("A calendar", () =>
        updateCalendar(this.graph, mailbox.connection, input, call),
      );
      return toCalendar(mailbox.id, changed);
    });
  }

  /** Deletes a calendar with its events. @throws AppError NOT_REMOVABLE for the default one. */
  async delete(viewer: Viewer, { mailboxId, graphId }: CalendarKey, call: Call): Promise<void> {
    await this.writer.write(viewer, mailboxId, async (mailbox) => {
      const place = { mailbox: mailbox.graphUser, calendarId: graphId };
      const select = ["isDefaultCalendar", "isRemovable"];
      const found = await getCalendar(this.graph, mailbox.connection, { ...place, select }, call);
      if (found.isDefaultCalendar || found.isRemovable === false) {
        throw new AppError("NOT_REMOVABLE", "This is the mailbox's default calendar, which cannot be deleted.", {
          path: ["id"],
        });
      }
      try {
        await deleteCalendar(this.graph, mailbox.connection, place, call);
      } catch (error) {
        // Deletions that were done are known to be answered with 500 or 503.
        if (!isGraphError(error) || !isDoubtful(error.status) || !(await this.#isGone(mailbox, graphId, call)))
          throw error;
      }
    });
  }

  async #isGone(mailbox: OpenMailbox, calendarId: string, call: Call): Promise<boolean> {
    const place = { mailbox: mailbox.graphUser, calendarId, select: ["id"] };
    return getCalendar(this.graph, mailbox.connection, place, call).then(
      () => false,
      (error: unknown) => isGraphError(error) && error.status === 404,
    );
  }
}

const isDoubtful = (status: number) => status === 0 || status >= 500;
