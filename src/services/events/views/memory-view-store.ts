import { LRUCache } from "lru-cache";
import { EventKeeper } from "./kept-events.js";
import type { StoredView, ViewKey, ViewStore } from "./view-store.js";

/** What a view costs beside its events, in bytes. */
const VIEW_BYTES = 1_000;
/** What is kept to know an occurrence's series, in bytes. */
const SERIES_BYTES = 100;

/** Keeps views in this process; what was not asked for longest goes first. Its bytes are estimates. */
export class MemoryViewStore implements ViewStore {
  readonly #views: LRUCache<string, StoredView>;
  readonly #scopes = new Map<string, Set<string>>();
  readonly #keeper = new EventKeeper();

  constructor(maxBytes: number) {
    this.#views = new LRUCache({
      maxSize: maxBytes,
      dispose: (_view, id, reason) => {
        if (reason !== "set") this.#forget(id);
      },
    });
  }

  /** Estimated bytes of all views. */
  get bytes(): number {
    return this.#views.calculatedSize;
  }

  async get({ id }: ViewKey): Promise<StoredView | undefined> {
    return this.#views.get(id);
  }

  async set({ scope, id }: ViewKey, view: StoredView): Promise<StoredView> {
    const { events, bytes } = this.#keeper.keep(view.events);
    const { tracking } = view;
    const seriesBytes = tracking.kind === "link" ? SERIES_BYTES * tracking.seriesOf.size : 0;
    const kept = { ...view, events };
    this.#views.set(id, kept, { size: VIEW_BYTES + bytes + seriesBytes });
    if (!this.#views.has(id)) return kept;
    const ids = this.#scopes.get(scope) ?? new Set();
    this.#scopes.set(scope, ids.add(id));
    return kept;
  }

  async drop(scope?: string): Promise<void> {
    const ids = scope === undefined ? [...this.#views.keys()] : [...(this.#scopes.get(scope) ?? [])];
    for (const id of ids) this.#views.delete(id);
  }

  #forget(id: string): void {
    for (const [scope, ids] of this.#scopes) {
      if (!ids.delete(id)) continue;
      if (ids.size === 0) this.#scopes.delete(scope);
      return;
    }
  }
}
