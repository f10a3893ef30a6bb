import DataLoader from "dataloader";
import { notFound } from "../services/outcomes.js";

/**
 * Loads objects of ours by row id within one GraphQL request. An id that is unknown or hidden from the viewer: its own
 * NOT_FOUND error, never the whole batch.
 */
export function rowLoader<T>(
  name: string,
  what: string,
  getMany: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): DataLoader<string, T> {
  return new DataLoader<string, T>(
    async (ids) => {
      const found = await getMany(ids);
      return ids.map((id) => found.get(id) ?? notFound(what));
    },
    { name, maxBatchSize: 500 },
  );
}
