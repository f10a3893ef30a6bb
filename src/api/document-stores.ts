import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/**
 * What a document takes in memory, parsed, validated and compiled, measured with documents of 35 and 420 characters:
 * 10 kB and 57 kB. Apollo's own store counts the JSON of the parsed document, which is a tenth of it.
 */
const BYTES_A_DOCUMENT = 8_000;
const BYTES_A_CHARACTER = 150;
const DOCUMENT_STORE_BYTES = 67_108_864;

/** Persisted documents are texts alone. */
const PERSISTED_BYTES = 8_388_608;
const BYTES_AN_ENTRY = 300;

/** A store as Apollo takes it. */
interface Store<V> {
  get(key: string): Promise<V | undefined>;
  set(key: string, value: V): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/**
 * Documents that were found valid, by the hash of their text. Compiled operations are kept as long as their document is,
 * so this bounds them too.
 */
export function createDocumentStore(maxBytes = DOCUMENT_STORE_BYTES): Store<DocumentNode> {
  return boundedStore(maxBytes, ({ loc }) => BYTES_A_DOCUMENT + (loc?.end ?? 0) * BYTES_A_CHARACTER);
}

/**
 * Documents that clients may name by their hash alone (automatic persisted queries). They come from callers with a valid
 * key, hold no variables, and are executed with the rights of whoever names them; limits apply as to any other.
 */
export function createPersistedStore(maxBytes = PERSISTED_BYTES): Store<string> {
  return boundedStore(maxBytes, (text) => text.length * 2 + BYTES_AN_ENTRY);
}

/** What was used longest ago goes first; what is larger than the whole is not stored. */
function boundedStore<V extends object | string>(maxBytes: number, bytesOf: (value: V) => number): Store<V> {
  const cache = new LRUCache<string, V>({ maxSize: maxBytes, sizeCalculation: bytesOf });
  return {
    get: async (key) => cache.get(key),
    set: async (key, value) => void cache.set(key, value),
    delete: async (key) => cache.delete(key),
  };
}
