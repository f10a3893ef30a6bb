import { In, LessThan } from "typeorm";
import { EventIdentity, type EventIdentityKind } from "../entities/event-identity.entity.js";
import { Mailbox } from "../entities/mailbox.entity.js";
import { chunksOf } from "../lib/chunks.js";
import { newRowId } from "../lib/ids.js";
import type { AliasPlace } from "./event-alias.repository.js";
import { graphIdKey } from "./graph-id-key.js";
import { storedMoment } from "./moment.js";
import type { RowAccess } from "./row-access.js";

/** The slot of a series. */
export interface KnownSlot {
  readonly masterGraphId: string;
  /** Where the rule had it begin, in milliseconds since the Unix epoch. */
  readonly originalStart: number;
  /** As Graph calls it; null where it was not told. */
  readonly timeZone: string | null;
}

/** Which event an id is of. */
export interface KnownEvent {
  readonly iCalUId: string;
  readonly kind: EventIdentityKind;
  /** Of an occurrence alone. */
  readonly slot: KnownSlot | null;
}

/** An event that was seen in a mailbox, under an id of Graph's. */
export interface SeenEvent extends KnownEvent {
  readonly place: AliasPlace;
  readonly graphId: string;
  /** Milliseconds since the Unix epoch. */
  readonly seenAt: number;
  /** Of an occurrence that is known by its own `iCalUId` alone: that of its series. */
  readonly seriesUid: string | null;
}

/** Rows that one mailbox keeps: half a kilobyte each. What was not seen for longest goes first. */
export const MOST_IDENTITIES = 20_000;
const ROWS_PER_STATEMENT = 50;
/** When an event was last seen is exact to this. */
export const SEEN_AGAIN_MS = 24 * 3_600_000;

/** Columns of a later row that hold over those of an earlier one; a list that tells less does not take away what is known. */
const LATEST = `
  organization_id = excluded.organization_id,
  i_cal_uid = excluded.i_cal_uid,
  kind = CASE excluded.kind WHEN 'LISTED' THEN kind ELSE excluded.kind END,
  master_key = CASE excluded.kind WHEN 'LISTED' THEN coalesce(master_key, excluded.master_key) ELSE excluded.master_key END,
  master_graph_id = CASE excluded.kind WHEN 'LISTED' THEN master_graph_id ELSE excluded.master_graph_id END,
  original_start = CASE excluded.kind WHEN 'LISTED' THEN original_start ELSE excluded.original_start END,
  time_zone = CASE excluded.kind WHEN 'LISTED' THEN time_zone ELSE excluded.time_zone END,
  last_seen_at = excluded.last_seen_at`;

/** What is known already is read and not written: lists tell the same events again and again. */
const TELLS_MORE = `
  excluded.last_seen_at >= last_seen_at + ${SEEN_AGAIN_MS} OR excluded.i_cal_uid <> i_cal_uid
  OR (excluded.kind <> 'LISTED' AND (excluded.kind <> kind OR excluded.master_key IS NOT master_key
    OR excluded.original_start IS NOT original_start OR excluded.time_zone IS NOT time_zone))`;

/** Which meeting the ids of events are of. */
export class EventIdentityRepository {
  constructor(
    private readonly access: RowAccess,
    private readonly most = MOST_IDENTITIES,
  ) {}

  /** Which event that id was seen to be; null where it was not. */
  async find({ organizationId, mailboxId }: AliasPlace, graphId: string): Promise<KnownEvent | null> {
    const where = { organizationId, mailboxId, graphKey: graphIdKey(graphId) };
    const row = await this.access.read((manager) => manager.findOne(EventIdentity, { where }));
    if (row === null) return null;
    const { iCalUId, kind, masterGraphId, originalStart, timeZone } = row;
    const slot =
      masterGraphId === null || originalStart === null
        ? null
        : { masterGraphId, originalStart: originalStart.getTime(), timeZone };
    return { iCalUId, kind, slot };
  }

  /** Notes what was seen, in one transaction. Events of mailboxes that are gone meanwhile are left out. */
  async remember(seen: readonly SeenEvent[]): Promise<void> {
    await this.access.write(async (manager) => {
      const ids = new Set(seen.map(({ place }) => place.mailboxId));
      const mailboxes = await manager.find(Mailbox, { select: { id: true }, where: { id: In([...ids]) } });
      const there = new Set(mailboxes.map(({ id }) => id));
      const rows = seen.filter(({ place }) => there.has(place.mailboxId)).map(valuesOf);
      for (const part of chunksOf(rows, ROWS_PER_STATEMENT)) {
        const places = part.map(() => "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)").join(", ");
        await manager.query(
          `INSERT INTO event_identity (id, organization_id, mailbox_id, graph_key, i_cal_uid, kind,
             master_key, master_graph_id, original_start, time_zone, last_seen_at)
           VALUES ${places} ON CONFLICT (mailbox_id, graph_key) DO UPDATE SET ${LATEST} WHERE ${TELLS_MORE}`,
          part.flat(),
        );
      }
      for (const mailboxId of there) {
        await manager.query(
          `DELETE FROM event_identity WHERE id IN
           (SELECT id FROM event_identity WHERE mailbox_id = ? ORDER BY last_seen_at DESC LIMIT -1 OFFSET ?)`,
          [mailboxId, this.most],
        );
      }
    });
  }

  /** The `iCalUId` of any occurrence that was seen in that series; null where none was. */
  async uidInSeries({ organizationId, mailboxId }: AliasPlace, masterGraphId: string): Promise<string | null> {
    const where = { organizationId, mailboxId, masterKey: graphIdKey(masterGraphId) };
    const row = await this.access.read((manager) => manager.findOne(EventIdentity, { where }));
    return row?.iCalUId ?? null;
  }

  /**
   * That event is to be removed, and with a master its occurrences: by its id, and by its `iCalUId` (null where it was not
   * seen) those that are known by their own alone. Gives the number of these.
   */
  async forget(place: AliasPlace, graphId: string, iCalUId: string | null): Promise<number> {
    const { organizationId, mailboxId } = place;
    const key = graphIdKey(graphId);
    return this.access.write(async (manager) => {
      await manager.delete(EventIdentity, { organizationId, mailboxId, graphKey: key });
      await manager.delete(EventIdentity, { organizationId, mailboxId, masterKey: key });
      if (iCalUId === null) return 0;
      const listed = { organizationId, mailboxId, masterKey: graphIdKey(iCalUId) };
      return (await manager.delete(EventIdentity, listed)).affected ?? 0;
    });
  }

  /** Deletes what was not seen since that moment; gives their number. */
  async sweep(before: Date): Promise<number> {
    const where = { lastSeenAt: LessThan(storedMoment(before.getTime())) };
    return (await this.access.write((manager) => manager.delete(EventIdentity, where))).affected ?? 0;
  }
}

function valuesOf({
  place,
  graphId,
  iCalUId,
  kind,
  slot,
  seenAt,
  seriesUid,
}: SeenEvent): readonly (string | number | null)[] {
  const series = slot?.masterGraphId ?? seriesUid;
  return [
    newRowId(),
    place.organizationId,
    place.mailboxId,
    graphIdKey(graphId),
    iCalUId,
    kind,
    series === null ? null : graphIdKey(series),
    slot?.masterGraphId ?? null,
    slot?.originalStart ?? null,
    slot?.timeZone ?? null,
    seenAt,
  ];
}
