import { LessThan } from "typeorm";
import { EventAlias } from "../entities/event-alias.entity.js";
import { chunksOf } from "../lib/chunks.js";
import type { Clock } from "../lib/clock.js";
import { newRowId } from "../lib/ids.js";
import { graphIdKey } from "./graph-id-key.js";
import { storedMoment } from "./moment.js";
import type { RowAccess } from "./row-access.js";

/** A mailbox of an organization; both hold in every statement. */
export interface AliasPlace {
  readonly organizationId: string;
  readonly mailboxId: string;
}

/** One id that another takes the place of. */
export interface IdPair {
  readonly former: string;
  readonly present: string;
}

/** Rows that one mailbox keeps: half a kilobyte each. The oldest go first. */
export const MOST_ALIASES = 20_000;
const ROWS_PER_STATEMENT = 100;

/** Which id took the place of one that this gateway gave up. */
export class EventAliasRepository {
  constructor(
    private readonly access: RowAccess,
    private readonly clock: Clock,
    private readonly most = MOST_ALIASES,
  ) {}

  /** What took the place of that id; null for one that was never given up. */
  async presentOf({ organizationId, mailboxId }: AliasPlace, former: string): Promise<string | null> {
    const where = { organizationId, mailboxId, formerKey: graphIdKey(former) };
    const row = await this.access.read((manager) => manager.findOne(EventAlias, { where }));
    return row?.presentGraphId ?? null;
  }

  /** Notes what a change is about to replace; again, it changes nothing. A former id has one successor: the latest. */
  async note(place: AliasPlace, changeId: string, pairs: readonly IdPair[]): Promise<void> {
    const { organizationId, mailboxId } = place;
    const createdAt = new Date(this.clock.now());
    const rows = pairs.map(({ former, present }) => ({
      id: newRowId(),
      organizationId,
      mailboxId,
      formerKey: graphIdKey(former),
      presentKey: graphIdKey(present),
      presentGraphId: present,
      changeId,
      createdAt,
    }));
    const latest = ["present_key", "present_graph_id", "change_id", "created_at"];
    await this.access.write(async (manager) => {
      for (const chunk of chunksOf(rows, ROWS_PER_STATEMENT)) {
        await manager
          .createQueryBuilder()
          .insert()
          .into(EventAlias)
          .values([...chunk])
          .orUpdate(latest, ["mailbox_id", "former_key"])
          .updateEntity(false)
          .execute();
      }
      await manager.query(
        `DELETE FROM event_alias WHERE id IN
         (SELECT id FROM event_alias WHERE mailbox_id = ? ORDER BY created_at DESC, id DESC LIMIT -1 OFFSET ?)`,
        [mailboxId, this.most],
      );
    });
  }

  /** The change is done: whatever led to an id that it gave up leads to its successor now. */
  async shorten({ organizationId, mailboxId }: AliasPlace, changeId: string): Promise<void> {
    const next = (column: string) =>
      `(SELECT n.${column} FROM event_alias n
        WHERE n.mailbox_id = event_alias.mailbox_id AND n.former_key = event_alias.present_key)`;
    await this.access.write(async (manager) => {
      await manager.query(
        `UPDATE event_alias SET present_graph_id = ${next("present_graph_id")}, present_key = ${next("present_key")}
         WHERE organization_id = ? AND mailbox_id = ? AND present_key IN
         (SELECT former_key FROM event_alias WHERE mailbox_id = ? AND change_id = ?)`,
        [organizationId, mailboxId, mailboxId, changeId],
      );
    });
  }

  /** The change was taken back before it was done: the ids that it was to replace are good. */
  async forget({ organizationId, mailboxId }: AliasPlace, changeId: string): Promise<void> {
    await this.access.write((manager) => manager.delete(EventAlias, { organizationId, mailboxId, changeId }));
  }

  /** Deletes what was noted before that moment; gives their number. */
  async sweep(before: Date): Promise<number> {
    const where = { createdAt: LessThan(storedMoment(before.getTime())) };
    return (await this.access.write((manager) => manager.delete(EventAlias, where))).affected ?? 0;
  }
}
