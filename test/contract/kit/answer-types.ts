/** A resource as OData sends it: nothing but what the type knows, and annotations. */
export type Answer<T> = T & { readonly [annotation: `${string}@odata.${string}`]: unknown };

export interface Page<T> {
  readonly value: readonly Answer<T>[];
}

/** An item of change tracking. */
export type Changed<T> = T & { readonly "@removed"?: { readonly reason: "changed" | "deleted" } };
