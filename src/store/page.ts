/** A window of rows in the order of their ids, which is the order of creation. Give `first` or `last`, not both. */
export interface PageRequest<Filter> {
  readonly first?: number;
  readonly last?: number;
  /** Only rows behind this id. */
  readonly after?: string;
  /** Only rows before this id. */
  readonly before?: string;
  readonly filter: Filter;
}

/** Rows always ascend by id, whichever end was asked for. */
export interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}
