import DataLoader from "dataloader";

/** Loads what an object of ours may have one of, by the object's row id, within one GraphQL request. None: null. */
export function nullableRowLoader<T>(
  name: string,
  getMany: (ids: readonly string[]) => Promise<ReadonlyMap<string, T>>,
): DataLoader<string, T | null> {
  return new DataLoader<string, T | null>(
    async (ids) => {
      const found = await getMany(ids);
      return ids.map((id) => found.get(id) ?? null);
    },
    { name, maxBatchSize: 500 },
  );
}
