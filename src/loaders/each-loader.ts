import DataLoader from "dataloader";

/**
 * A loader that asks its keys together and answers each as soon as it is known. DataLoader itself answers a batch when
 * its slowest key is known: whatever depends on one mailbox's answer would wait for all the others'.
 */
export function eachLoader<Key, Value>(
  name: string,
  cacheKeyFn: (key: Key) => string,
  load: (keys: readonly Key[]) => Promise<readonly (Promise<Value | Error> | Value | Error)[]>,
): DataLoader<Key, Value, string> {
  const loadEach = async (keys: readonly Key[]) => {
    const outcomes = await load(keys);
    // DataLoader resolves each promise that it gave out with what it gets here, and a promise passes its own end on.
    return outcomes.map(ended) as readonly unknown[] as readonly Value[];
  };
  return new DataLoader<Key, Value, string>(loadEach, { name, cacheKeyFn, maxBatchSize: 200 });
}

function ended<Value>(outcome: Promise<Value | Error> | Value | Error): Promise<Value> {
  const value = Promise.resolve(outcome).then((known) => {
    if (known instanceof Error) throw known;
    return known;
  });
  // Whoever asked is told; until DataLoader has passed it on, nobody listens.
  value.catch(() => {});
  return value;
}
