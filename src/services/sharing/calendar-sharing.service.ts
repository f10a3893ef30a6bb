import type { Viewer } from "../../auth/viewer.js";
import {
  allowedCalendarSharingRoles,
  createCalendarPermission,
  deleteCalendarPermission,
  type GraphClient,
  getCalendarPermission,
  listCalendarPermissions,
  updateCalendarPermission,
} from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import type { CalendarKey } from "../calendars/calendar.service.js";
import type { MailboxAccess, OpenMailbox } from "../mailboxes/mailbox-access.js";
import type { MailboxWriter } from "../mailboxes/mailbox-writer.js";
import { onMailbox } from "../mailboxes/on-mailbox.js";
import type { CalendarPermission, CalendarPermissionKey, CalendarRole } from "./calendar-permission.model.js";
import {
  assertWritableRole,
  toCalendarPermission,
  toGraphRole,
  toRole,
  type WritableRole,
} from "./calendar-permission-mapper.js";

/** Who may see and write calendars. What somebody can be given is asked of Microsoft before it is given. */
export class CalendarSharingService {
  constructor(
    private readonly graph: GraphClient,
    private readonly mailboxes: MailboxAccess,
    private readonly writer: MailboxWriter,
  ) {}

  /** All permissions of each calendar, that of the organization first. One that fails fails alone. */
  async listMany(viewer: Viewer, keys: readonly CalendarKey[], call: Call) {
    const ids = keys.map(({ mailboxId }) => mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    return Promise.all(
      keys.map(({ mailboxId, graphId }) =>
        onMailbox(opened.get(mailboxId), (mailbox) => this.#list(mailbox, graphId, call)),
      ),
    );
  }

  async getMany(viewer: Viewer, keys: readonly CalendarPermissionKey[], call: Call) {
    const ids = keys.map(({ mailboxId }) => mailboxId);
    const opened = await this.mailboxes.openMany(viewer, "event:read", ids);
    return Promise.all(
      keys.map((key) => onMailbox(opened.get(key.mailboxId), (mailbox) => this.#get(mailbox, key, call))),
    );
  }

  /**
   * Gives somebody a role. With the role already theirs, nothing is written.
   *
   * @throws AppError ROLE_NOT_ALLOWED; CONFLICT for somebody who has another role.
   */
  async share(
    viewer: Viewer,
    { mailboxId, graphId }: CalendarKey,
    { address, name, role }: { readonly address: string; readonly name: string | null; readonly role: CalendarRole },
    call: Call,
  ): Promise<CalendarPermission> {
    const wanted = assertWritableRole(role);
    return this.writer.write(viewer, mailboxId, async (mailbox) => {
      const place = { mailbox: mailbox.graphUser, calendarId: graphId };
      const [permissions, words] = await Promise.all([
        this.#list(mailbox, graphId, call),
        allowedCalendarSharingRoles(this.graph, mailbox.connection, { ...place, address }, call),
      ]);
      const existing = permissions.find(({ grantee }) => grantee.address?.toLowerCase() === address.toLowerCase());
      if (existing?.role === wanted) return existing;
      if (existing !== undefined) {
        throw new AppError(
          "CONFLICT",
          `The calendar is shared with this address already, with the role ${existing.role}. Change that with \`updateCalendarPermission\`.`,
          { path: ["address"] },
        );
      }
      const allowed = words.map(toRole);
      assertAllowed(wanted, allowed);
      const permission = {
        emailAddress: { address, ...(name && { name }) },
        // Writing is never allowed to people outside.
        isInsideOrganization: allowed.includes("WRITE"),
        isRemovable: true,
        role: toGraphRole(wanted),
      };
      const made = await createCalendarPermission(this.graph, mailbox.connection, { ...place, permission }, call);
      return toCalendarPermission({ mailboxId: mailbox.id, calendarGraphId: graphId }, made);
    });
  }

  /** Gives somebody another role; with the same one nothing is written. @throws AppError ROLE_NOT_ALLOWED. */
  async update(viewer: Viewer, key: CalendarPermissionKey, role: CalendarRole, call: Call) {
    const wanted = assertWritableRole(role);
    return this.writer.write(viewer, key.mailboxId, async (mailbox) => {
      const before = await this.#get(mailbox, key, call);
      if (before.role === wanted) return before;
      assertAllowed(wanted, before.allowedRoles);
      const change = { ...placeOf(mailbox, key), role: toGraphRole(wanted) };
      const after = await updateCalendarPermission(this.graph, mailbox.connection, change, call);
      return toCalendarPermission({ mailboxId: mailbox.id, calendarGraphId: key.calendarGraphId }, after);
    });
  }

  /** Ends a sharing. @throws AppError NOT_REMOVABLE for the row of "My Organization". */
  async remove(viewer: Viewer, key: CalendarPermissionKey, call: Call): Promise<void> {
    await this.writer.write(viewer, key.mailboxId, async (mailbox) => {
      const { isRemovable } = await this.#get(mailbox, key, call);
      if (isRemovable === false) {
        throw new AppError(
          "NOT_REMOVABLE",
          "This is what everybody in the organization may do: it cannot be removed. Give it the role NONE instead.",
          { path: ["id"] },
        );
      }
      await deleteCalendarPermission(this.graph, mailbox.connection, placeOf(mailbox, key), call);
    });
  }

  async #list(mailbox: OpenMailbox, calendarGraphId: string, call: Call): Promise<readonly CalendarPermission[]> {
    const place = { mailbox: mailbox.graphUser, calendarId: calendarGraphId };
    const { items } = await listCalendarPermissions(this.graph, mailbox.connection, place, call);
    const permissions = items.map((item) => toCalendarPermission({ mailboxId: mailbox.id, calendarGraphId }, item));
    return permissions.sort((a, b) => Number(b.isMyOrganization) - Number(a.isMyOrganization));
  }

  async #get(mailbox: OpenMailbox, key: CalendarPermissionKey, call: Call): Promise<CalendarPermission> {
    const found = await getCalendarPermission(this.graph, mailbox.connection, placeOf(mailbox, key), call);
    return toCalendarPermission({ mailboxId: mailbox.id, calendarGraphId: key.calendarGraphId }, found);
  }
}

function placeOf({ graphUser }: OpenMailbox, { calendarGraphId, permissionGraphId }: CalendarPermissionKey) {
  return { mailbox: graphUser, calendarId: calendarGraphId, permissionId: permissionGraphId };
}

function assertAllowed(role: WritableRole, allowedRoles: readonly CalendarRole[]): void {
  if (allowedRoles.includes(role)) return;
  throw new AppError(
    "ROLE_NOT_ALLOWED",
    `Microsoft does not allow this person the role ${role}. People outside of the organization can read at most, and delegates are people inside it, of the default calendar. Allowed: ${allowedRoles.join(", ")}.`,
    { path: ["role"], allowedRoles },
  );
}
