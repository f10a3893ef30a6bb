import { type Client, GraphError, PageIterator } from "@microsoft/microsoft-graph-client";
import type { Event } from "@microsoft/microsoft-graph-types";
import type { Page } from "./clients.js";
import { LAST_DAY, windowOf } from "./week.js";

/** Remembers what stories created, so that a real tenant is left as it was found. */
export class Tidy {
  readonly #paths: string[] = [];
  readonly #copies = new Map<string, Set<string>>();

  /** Takes note of something to delete, by its path below the version. */
  later(path: string): void {
    this.#paths.push(path);
  }

  /** Takes note of a meeting whose copy stays with somebody who was invited, even when the meeting is gone. */
  invited(mailbox: string, iCalUId: string | null | undefined): void {
    if (iCalUId == null) return;
    this.#copies.set(mailbox, (this.#copies.get(mailbox) ?? new Set()).add(iCalUId));
  }

  /** Deletes what is still there, latest first, and then the copies of those who were invited. */
  async run(client: Client): Promise<void> {
    for (const path of this.#paths.splice(0).reverse()) await remove(client, path);
    for (const [mailbox, ids] of this.#copies) {
      const found: string[] = [];
      const first: Page<Event> = await client
        .api(`${mailbox}/calendarView`)
        .query(windowOf(0, LAST_DAY))
        .top(200)
        .get();
      await new PageIterator(client, first, (event: Event) => {
        if (ids.has(String(event.iCalUId))) found.push(`${mailbox}/events/${event.id}`);
        return true;
      }).iterate();
      for (const path of found) await remove(client, path);
    }
    this.#copies.clear();
  }
}

async function remove(client: Client, path: string): Promise<void> {
  await client
    .api(path)
    .delete()
    .catch((error: unknown) => {
      if (!(error instanceof GraphError) || error.statusCode !== 404) throw error;
    });
}
