import type { EventRow } from "../../core/mailbox.model.js";
import { dayText } from "../../core/recurrence.js";
import { eventType } from "../events/event.resource.js";
import { collection, type EntityType } from "../odata/entity-type.js";

/**
 * An event read by its id, which is the only way to `cancelledOccurrences`: it is shown when `$select` names it, on a
 * master alone.
 */
export const eventDetailType: EntityType<EventRow> = {
  ...eventType,
  byDefault: Object.keys(eventType.members).filter((name) => name !== "cancelledOccurrences"),
  members: {
    ...eventType.members,
    cancelledOccurrences: collection(({ id, immutableId, series }, view) => {
      if (series === undefined) return undefined;
      const masterId = view.prefer.immutableIds ? immutableId : id;
      return [...series.cancelled].sort((a, b) => a - b).map((day) => `OID.${masterId}.${dayText(day)}`);
    }),
  },
};
