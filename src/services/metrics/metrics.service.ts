import { CONNECTION_STATES, type ConnectionState } from "../../entities/connection-config.entity.js";
import type { Clock } from "../../lib/clock.js";
import type { Database } from "../../store/database.js";
import { type Gauge, prometheusText } from "./prometheus-text.js";

const PAGE = 500;

/**
 * What an operator's alarms need to know and no log line holds: when credentials end, and how many connections stand
 * where. Labels are ids and states; nothing of a credential itself is read.
 */
export class MetricsService {
  constructor(private readonly deps: { readonly db: Database; readonly clock: Clock }) {}

  /** Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/), of this moment. */
  async text(): Promise<string> {
    return prometheusText([await this.#expiries(), await this.#states()]);
  }

  async #expiries(): Promise<Gauge> {
    const now = this.deps.clock.now();
    const samples: { labels: Readonly<Record<string, string>>; value: number }[] = [];
    const filter = { organizationId: null, expires: true } as const;
    for await (const rows of pages((after) => this.deps.db.credentials.page({ first: PAGE, ...after, filter }))) {
      for (const { id, connectionId, kind, state, expiresAt } of rows) {
        if (expiresAt === null) continue;
        const labels = { connection: connectionId, credential: id, kind, state };
        samples.push({ labels, value: Math.floor((expiresAt.getTime() - now) / 1_000) });
      }
    }
    return {
      name: "addsync_credential_expiry_seconds",
      help: "Seconds until a connection's credential expires; negative when it has.",
      samples,
    };
  }

  async #states(): Promise<Gauge> {
    const counts = new Map<ConnectionState, number>(CONNECTION_STATES.map((state) => [state, 0]));
    const filter = { organizationId: null };
    for await (const rows of pages((after) => this.deps.db.connections.page({ first: PAGE, ...after, filter }))) {
      for (const { state } of rows) counts.set(state, (counts.get(state) ?? 0) + 1);
    }
    const samples = [...counts].map(([state, value]) => ({ labels: { state }, value }));
    return { name: "addsync_connections", help: "Connections by the state in which they stand.", samples };
  }
}

interface Page<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
}

async function* pages<Row extends { readonly id: string }>(
  read: (after: { readonly after?: string }) => Promise<Page<Row>>,
): AsyncGenerator<readonly Row[]> {
  let after: string | undefined;
  for (;;) {
    const page: Page<Row> = await read(after === undefined ? {} : { after });
    yield page.rows;
    after = page.rows.at(-1)?.id;
    if (!page.hasNextPage || after === undefined) return;
  }
}
