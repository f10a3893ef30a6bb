import { MoreThan } from "typeorm";
import { MeetingMail } from "../entities/meeting-mail.entity.js";
import type { Clock } from "../lib/clock.js";
import { storedMoment } from "./moment.js";
import type { RowAccess } from "./row-access.js";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** Counts the people whom an organization's writes had Microsoft mail, by the minute. */
export class MeetingMailRepository {
  constructor(
    private readonly access: RowAccess,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts so many more, unless an hour would then hold more than `perHour`: then gives the milliseconds after which it
   * would not, as far as minutes tell. Nothing is counted in that case.
   */
  count(organizationId: string, recipients: number, perHour: number): Promise<number | "COUNTED"> {
    return this.access.write(async (manager) => {
      const now = this.clock.now();
      await manager.query(`DELETE FROM "meeting_mail" WHERE "organization_id" = ? AND "minute" <= ?`, [
        organizationId,
        now - HOUR_MS,
      ]);
      const rows = await manager.find(MeetingMail, {
        where: { organizationId, minute: MoreThan(storedMoment(now - HOUR_MS)) },
        order: { minute: "ASC" },
      });
      let sum = rows.reduce((total, row) => total + row.recipients, 0);
      for (const row of rows) {
        if (sum + recipients <= perHour) break;
        sum -= row.recipients;
        if (sum + recipients <= perHour) return row.minute.getTime() + HOUR_MS - now;
      }
      if (sum + recipients > perHour) return HOUR_MS;
      const minute = now - (now % MINUTE_MS);
      await manager.query(
        `INSERT INTO "meeting_mail" ("organization_id", "minute", "recipients") VALUES (?, ?, ?)
         ON CONFLICT ("organization_id", "minute") DO UPDATE SET "recipients" = "recipients" + excluded."recipients"`,
        [organizationId, minute, recipients],
      );
      return "COUNTED";
    });
  }
}
