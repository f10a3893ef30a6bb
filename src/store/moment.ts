/**
 * A moment as its column stores it, for a comparison in a condition: TypeORM passes the values of new rows and of reads
 * through a column's transformer, but not those in the condition of an update or a deletion.
 */
export function storedMoment(ms: number): Date {
  return ms as unknown as Date;
}
