/** A window of a list. Give `first` (with `after`) or `last` (with `before`). */
export interface PageWindow {
  readonly first?: number;
  readonly last?: number;
  readonly after?: string;
  readonly before?: string;
}

/** Items in list order, whichever end was asked for. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A page of another kind of item in the same place of its list. */
export function mapPage<Row, Item>(
  page: { readonly rows: readonly Row[]; readonly hasNextPage: boolean; readonly hasPreviousPage: boolean },
  toItem: (row: Row) => Item,
): Page<Item> {
  return { items: page.rows.map(toItem), hasNextPage: page.hasNextPage, hasPreviousPage: page.hasPreviousPage };
}
