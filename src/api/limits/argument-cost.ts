/** One request to Microsoft, in units of one object of an answer. */
export const UPSTREAM_REQUEST = 100;

/** What the values of a field's arguments come to. */
export interface ArgumentCost {
  readonly cost: number;
  /** Objects that the field gives; left out: as its page size says. */
  readonly items?: number;
}
