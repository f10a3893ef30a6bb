import type { ApiKey } from "../entities/api-key.entity.js";
import type { Clock } from "../lib/clock.js";
import type { Logger } from "../lib/logger.js";
import type { ApiKeyRepository } from "../store/api-key.repository.js";

/** A last-used time is exact to this; writing each use would cost a disk flush per request. */
const WRITE_EVERY_MS = 60_000;

/** Writes down, in the background, when keys were last used: at most once a minute for each, and the rest at the end. */
export class LastUseRecorder {
  readonly #apiKeys: Pick<ApiKeyRepository, "touch">;
  readonly #clock: Clock;
  readonly #log: Logger;
  /** Milliseconds of the last write by key id; grows with the number of keys that exist, not with requests. */
  readonly #written = new Map<string, number>();
  /** Uses that are not written yet. */
  #unwritten = new Map<string, Date>();
  #writing: Promise<void> | undefined;

  constructor(deps: {
    readonly apiKeys: Pick<ApiKeyRepository, "touch">;
    readonly clock: Clock;
    readonly log: Logger;
  }) {
    this.#apiKeys = deps.apiKeys;
    this.#clock = deps.clock;
    this.#log = deps.log;
  }

  note(key: Pick<ApiKey, "id" | "lastUsedAt">): void {
    const now = this.#clock.now();
    const written = this.#written.get(key.id) ?? key.lastUsedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
    this.#unwritten.set(key.id, new Date(now));
    if (now - written >= WRITE_EVERY_MS) void this.#write();
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#write();
  }

  /** One write at a time; what is noted meanwhile waits for the next. Never rejects: a lost time harms nobody. */
  #write(): Promise<void> {
    this.#writing ??= this.#writeAll().finally(() => {
      this.#writing = undefined;
    });
    return this.#writing;
  }

  async #writeAll(): Promise<void> {
    const uses = this.#unwritten;
    if (uses.size === 0) return;
    this.#unwritten = new Map();
    for (const [id, at] of uses) this.#written.set(id, at.getTime());
    try {
      await this.#apiKeys.touch(uses);
    } catch (error) {
      this.#log.warn({ err: error, keys: uses.size }, "last-used times of API keys could not be stored");
    }
  }
}
