import type { Viewer } from "../../auth/viewer.js";
import {
  createCalendarGroup,
  deleteCalendarGroup,
  type GraphClient,
  getCalendarGroup,
  listCalendarGroups,
  listCalendarsOfGroup,
  renameCalendarGroup,
} from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { MailboxAccess } from "../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../mailboxes/mailbox-writer.js";
import { onMailbox } from "../mailboxes/on-mailbox.js";
import type { Calendar, CalendarGroup } from "./calendar.model.js";
import { CALENDAR_GROUP_SELECT, CALENDAR_SELECT, toCalendar, toCalendarGroup } from "./calendar-mapper.js";
import { assertName, withNameTaken } from "./calendar-names.js";

/** A group by our mailbox's id and Graph's id there. */
export interface CalendarGroupKey {
  readonly mailboxId: string;
  readonly graphId: string;
}

/** Groups of calendars. Every key of a read gets its own outcome; one that fails fails alone. */
export class CalendarGroupService {
  constructor(
    private readonly graph: GraphClient,
    private readonly mailboxes: MailboxAccess,
    private readonly writer: MailboxWriter,
  ) {}

  /** All groups of each mailbox, the default one first. */
  async listMany(viewer: Viewer, mailboxIds: readonly string[], call: Call) {
    const opened = await this.mailboxes.openMany(viewer, "event:read", mailboxIds);
    return Promise.all(
      mailboxIds.map((id) =>
        onMailbox(opened.get(id), async (mailbox): Promise<readonly CalendarGroup[]> => {
          const input = { mailbox: mailbox.graphUser, select: CALENDAR_GROUP_SELECT };
          const { items } = await listCalendarGroups(this.graph, mailbox.connection, input, call);
          const groups = items.map((group) => toCalendarGroup(mailbox.id, group));
          return groups.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
        }),
      ),
    );
  }

  async getMany(viewer: Viewer, keys: readonly CalendarGroupKey[], call: Call) {
    const ids = keys.map(({ mailboxId }) => mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    return Promise.all(
      keys.map(({ mailboxId, graphId: groupId }) =>
        onMailbox(opened.get(mailboxId), async (mailbox): Promise<CalendarGroup> => {
          const place = { mailbox: mailbox.graphUser, groupId, select: CALENDAR_GROUP_SELECT };
          return toCalendarGroup(mailbox.id, await getCalendarGroup(this.graph, mailbox.connection, place, call));
        }),
      ),
    );
  }

  /** The calendars in each group, the default one first. */
  async calendarsOf(viewer: Viewer, keys: readonly CalendarGroupKey[], call: Call) {
    const ids = keys.map(({ mailboxId }) => mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    return Promise.all(
      keys.map(({ mailboxId, graphId: groupId }) =>
        onMailbox(opened.get(mailboxId), async (mailbox): Promise<readonly Calendar[]> => {
          const place = { mailbox: mailbox.graphUser, groupId, select: CALENDAR_SELECT };
          const { items } = await listCalendarsOfGroup(this.graph, mailbox.connection, place, call);
          const calendars = items.map((calendar) => toCalendar(mailbox.id, calendar));
          return calendars.sort((a, b) => Number(b.isDefault) - Number(a.isDefault));
        }),
      ),
    );
  }

  /** @throws AppError CONFLICT for a name that is taken. */
  async create(viewer: Viewer, mailboxId: string, name: string, call: Call): Promise<CalendarGroup> {
    const text = assertName(name, "A calendar group");
    return this.writer.write(viewer, mailboxId, async (mailbox) => {
      const input = { mailbox: mailbox.graphUser, name: text };
      const made = await withNameTaken("A calendar group", () =>
        createCalendarGroup(this.graph, mailbox.connection, input, call),
      );
      return toCalendarGroup(mailbox.id, made);
    });
  }

  /** @throws AppError CONFLICT for a name that is taken. */
  async rename(viewer: Viewer, { mailboxId, graphId }: CalendarGroupKey, name: string, call: Call) {
    const text = assertName(name, "A calendar group");
    return this.writer.write(viewer, mailboxId, async (mailbox) => {
      const input = { mailbox: mailbox.graphUser, groupId: graphId, name: text };
      const renamed = await withNameTaken("A calendar group", () =>
        renameCalendarGroup(this.graph, mailbox.connection, input, call),
      );
      return toCalendarGroup(mailbox.id, renamed);
    });
  }

  /** Deletes an empty group. @throws AppError NOT_REMOVABLE for the default one and for one that holds calendars. */
  async delete(viewer: Viewer, { mailboxId, graphId: groupId }: CalendarGroupKey, call: Call): Promise<void> {
    await this.writer.write(viewer, mailboxId, async (mailbox) => {
      const place = { mailbox: mailbox.graphUser, groupId };
      // What Graph does with calendars in the group is not documented, so that nothing is left to it.
      const [group, calendars] = await Promise.all([
        getCalendarGroup(this.graph, mailbox.connection, { ...place, select: CALENDAR_GROUP_SELECT }, call),
        listCalendarsOfGroup(this.graph, mailbox.connection, { ...place, select: ["id"], maxItems: 1 }, call),
      ]);
      if (toCalendarGroup(mailbox.id, group).isDefault) {
        throw notRemovable("This is the mailbox's default calendar group, which cannot be deleted.");
      }
      if (calendars.items.length > 0) {
        throw notRemovable("This calendar group holds calendars. Delete them first, or move them in Outlook.");
      }
      await deleteCalendarGroup(this.graph, mailbox.connection, place, call);
    });
  }
}

function notRemovable(message: string): AppError {
  return new AppError("NOT_REMOVABLE", message, { path: ["id"] });
}
