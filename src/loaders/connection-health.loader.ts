import DataLoader from "dataloader";
import type { ConnectionHealth } from "../services/connections/health/connection-health.model.js";

/** What real use has shown of connections, by their row id; null for one that was never used. */
export function connectionHealthLoader(health: {
  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, ConnectionHealth>>;
}): DataLoader<string, ConnectionHealth | null> {
  return new DataLoader(
    async (ids) => {
      const found = await health.getMany(ids);
      return ids.map((id) => found.get(id) ?? null);
    },
    { name: "connectionHealthById", maxBatchSize: 500 },
  );
}
