/**
 * Leaves out members that are undefined: "not given" in a change or a condition. TypeORM refuses undefined in a
 * condition, so that a slip cannot match every row.
 */
export function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
