/**
 * The function, run once for each object that it is given: what a question asks is the same for all its mailboxes, and
 * worked out once. The object must not be changed afterwards.
 */
export function oncePerKey<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found.value;
    const value = make(key);
    known.set(key, { value });
    return value;
  };
}
