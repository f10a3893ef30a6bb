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

interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** A page of a list whose newest comes first, read from a store whose oldest comes first. */
export async function newestFirst<Row, Item>(
  { first, last, after, before }: PageWindow,
  toItem: (row: Row) => Item,
  read: (oldestFirst: PageWindow) => Promise<RowPage<Row>>,
): Promise<Page<Item>> {
  const { rows, hasNextPage, hasPreviousPage } = await read({
    ...(first !== undefined && { last: first }),
    ...(last !== undefined && { first: last }),
    ...(after !== undefined && { before: after }),
    ...(before !== undefined && { after: before }),
  });
  return { items: rows.map(toItem).reverse(), hasNextPage: hasPreviousPage, hasPreviousPage: hasNextPage };
}
