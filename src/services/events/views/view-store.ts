import type { CalendarEvent } from "../event.model.js";
import type { EventField } from "../event-members.js";

/** Whether changes of a view are tracked, and from where on. */
export type Tracking =
  /** Not yet: the view was asked for once. */
  | { readonly kind: "none" }
  /** Graph does not track this view, or too much would have to be told. */
  | { readonly kind: "refused" }
  | { readonly kind: "link"; readonly deltaLink: string; readonly seriesOf: ReadonlyMap<string, string> };

/** A kept answer. Plain data that `structuredClone` copies, so that a store may lie in another process. */
export interface StoredView {
  /** Fields that each event has. */
  readonly fields: readonly EventField[];
  /** When Microsoft was asked, in milliseconds since the Unix epoch. */
  readonly asOf: number;
  /** By start and then by id. */
  readonly events: readonly CalendarEvent[];
  readonly tracking: Tracking;
}

/** A view's place in a store. */
export interface ViewKey {
  /** What is dropped together: the connection. */
  readonly scope: string;
  readonly id: string;
}

/** Where answers are kept. It may lose any of them at any time, and must never give another key's. */
export interface ViewStore {
  get(key: ViewKey): Promise<StoredView | undefined>;
  /** Keeps a view and gives it as it will be given again, which may be with other, equal objects. */
  set(key: ViewKey, view: StoredView): Promise<StoredView>;
  /** Drops all views of a scope, or everything. */
  drop(scope?: string): Promise<void>;
}
