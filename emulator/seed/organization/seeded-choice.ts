import { createRandom, type SeededRandom } from "../../core/seeded-random.js";

/** A random sequence of its own for each key, so that what one part draws does not move the others. */
export function randomFor(seed: number, ...keys: readonly (string | number)[]): SeededRandom {
  // FNV-1a: short, and good enough to tell keys apart.
  let hash = 0x811c9dc5;
  for (const character of [seed, ...keys].join(":")) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return createRandom(hash);
}

/** One of the items. Throws `RangeError` when there are none. */
export function oneOf<T>(random: SeededRandom, items: readonly T[]): T {
  const item = items[random.integer(items.length)];
  if (item === undefined) throw new RangeError("There is nothing to choose from.");
  return item;
}

/** One of the items, the heavier the likelier. Throws `RangeError` when there are none. */
export function weighted<T extends { readonly weight: number }>(random: SeededRandom, items: readonly T[]): T {
  let left = random.next() * items.reduce((sum, { weight }) => sum + weight, 0);
  for (const item of items) {
    left -= item.weight;
    if (left < 0) return item;
  }
  return oneOf(random, items);
}

/** Whether something with that probability happens. */
export const chance = (random: SeededRandom, probability: number): boolean => random.next() < probability;
