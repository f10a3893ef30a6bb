import type { User } from "../../../emulator/core/directory.model.js";
import type { CalendarRole } from "../../../emulator/core/mailbox-parts.model.js";
import {
  acceptSharedCalendar,
  type ShareInput,
  shareCalendar,
} from "../../../emulator/graph/sharing/shared-calendars.js";
import { graphClient, type Mailbox, START } from "./kit.js";
import { startOffice } from "./meeting-kit.js";

export const SHARED = "Calendars.ReadWrite Calendars.ReadWrite.Shared";

type Person = User & { mailbox: Mailbox };

/** The office of the meeting tests, whose people can sign in and share their calendars. */
export async function startSharing(options: Parameters<typeof startOffice>[0] = {}) {
  const office = await startOffice(options);
  const { emulator, app, tenant } = office;
  return {
    ...office,
    /** A client of the application for a signed-in user. */
    as: async (user: User, scp: string = SHARED) => {
      const now = START / 1000;
      const claims = { aud: "https://graph.microsoft.com", appid: app.appId, oid: user.id, tid: user.tenantId };
      const token = await emulator.signingKey.sign({ ...claims, scp, iat: now, nbf: now, exp: now + 3_600 });
      return graphClient(emulator, token);
    },
    share: (owner: Person, address: string, role: CalendarRole, over: Partial<ShareInput> = {}) =>
      shareCalendar(emulator.store, owner.mailbox, {
        address: address.includes("@") ? address : `${address}@${tenant.domains[0]}`,
        role,
        ...over,
      }),
    accept: (sharee: Person, owner: Person, calendarId?: string) =>
      acceptSharedCalendar(emulator.store, sharee.mailbox, owner.mailbox, calendarId),
  };
}

export type Sharing = Awaited<ReturnType<typeof startSharing>>;
