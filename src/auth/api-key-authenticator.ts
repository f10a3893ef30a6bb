import type { ApiKey } from "../entities/api-key.entity.js";
import type { Clock } from "../lib/clock.js";
import type { Logger } from "../lib/logger.js";
import type { ApiKeyRepository } from "../store/api-key.repository.js";
import { bearerToken, hashApiKey, isSameHash } from "./api-keys.js";
import { LastUseRecorder } from "./last-use-recorder.js";
import type { Viewer } from "./viewer.js";

/** How long an answer is remembered, which is also how long a change made by another process may stay unseen. */
const REMEMBER_MS = 5_000;
/** Good keys and wrong ones are counted apart, so that a flood of wrong ones does not push out the good ones. */
const REMEMBERED_ANSWERS = 2_000;

interface Answer {
  /** Null for a token that no key has. */
  readonly key: ApiKey | null;
  readonly rememberUntil: number;
}

/** Says who calls, by the API key of the request. */
export class ApiKeyAuthenticator {
  readonly #apiKeys: Pick<ApiKeyRepository, "byHash">;
  readonly #clock: Clock;
  readonly #lastUse: LastUseRecorder;
  readonly #known = new Map<string, Answer>();
  readonly #unknown = new Map<string, Answer>();
  #lookups = new Map<string, Promise<ApiKey | null>>();

  constructor(deps: {
    readonly apiKeys: Pick<ApiKeyRepository, "byHash" | "touch">;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#apiKeys = deps.apiKeys;
    this.#clock = deps.clock;
    this.#lastUse = new LastUseRecorder(deps);
  }

  /** The viewer of an `Authorization` header; null when it is absent, malformed, unknown, revoked or expired. */
  async authenticate(authorizationHeader: string | undefined): Promise<Viewer | null> {
    const token = bearerToken(authorizationHeader);
    if (token === null) return null;
    const key = await this.#find(hashApiKey(token));
    // Time is read after the lookup: a remembered key expires on the millisecond.
    if (key === null || !isUsable(key, this.#clock.now())) return null;
    this.#lastUse.note(key);
    const { id, name, role, organizationId, visibility, privateEvents } = key;
    return { apiKeyId: id, apiKeyName: name, role, organizationId, visibility, privateEvents };
  }

  /** Makes a change of the key (revoked, deleted, expiry moved) count from the next request on. */
  forget(apiKeyId: string): void {
    this.#drop((key) => key.id === apiKeyId);
  }

  /** The same for all keys of an organization, when it is deleted. */
  forgetOrganization(organizationId: string): void {
    this.#drop((key) => key.organizationId === organizationId);
  }

  /** Writes the last-used times that are still outstanding. */
  close(): Promise<void> {
    return this.#lastUse.close();
  }

  async #find(hash: string): Promise<ApiKey | null> {
    const answer = this.#known.get(hash) ?? this.#unknown.get(hash);
    if (answer && this.#clock.now() < answer.rememberUntil) return answer.key;
    const running = this.#lookups.get(hash);
    if (running !== undefined) return running;
    const lookups = this.#lookups;
    const lookup = this.#lookUp(hash, lookups);
    lookups.set(hash, lookup);
    try {
      return await lookup;
    } finally {
      lookups.delete(hash);
    }
  }

  async #lookUp(hash: string, lookups: Map<string, unknown>): Promise<ApiKey | null> {
    const found = await this.#apiKeys.byHash(hash);
    const key = found !== null && isSameHash(found.keyHash, hash) ? found : null;
    // After forget() the row that was read may be the old one: it answers those who waited, and is not remembered.
    if (lookups === this.#lookups) this.#remember(hash, key);
    return key;
  }

  #remember(hash: string, key: ApiKey | null): void {
    const answers = key === null ? this.#unknown : this.#known;
    // Set again at the end: the Map's order is then the order of age.
    this.#known.delete(hash);
    this.#unknown.delete(hash);
    answers.set(hash, { key, rememberUntil: this.#clock.now() + REMEMBER_MS });
    for (const oldest of answers.keys()) {
      if (answers.size <= REMEMBERED_ANSWERS) break;
      answers.delete(oldest);
    }
  }

  #drop(matches: (key: ApiKey) => boolean): void {
    for (const [hash, { key }] of this.#known) if (key !== null && matches(key)) this.#known.delete(hash);
    this.#lookups = new Map();
  }
}

function isUsable(key: ApiKey, now: number): boolean {
  return key.revokedAt === null && (key.expiresAt === null || now < key.expiresAt.getTime());
}
