import { createHash } from "node:crypto";

/** What an Outlook id names. The kind is part of the id, so that an id of another kind is known but not found. */
export type ItemKind = "calendar" | "calendarGroup" | "event" | "attachment";

const KIND_BYTES: Readonly<Record<ItemKind, number>> = { calendar: 1, calendarGroup: 2, event: 3, attachment: 4 };
const NORMAL_PREFIX = "AAMkAD";
const IMMUTABLE_PREFIX = "AAkALgAAD";
const ID_PATTERN = new RegExp(`^(${NORMAL_PREFIX}|${IMMUTABLE_PREFIX})([\\w-]{50}|[\\w-]{59})=$`);
const CHECK_BYTES = 4;
/** By these sixteen bytes Outlook knows ids of meetings. */
const GLOBAL_OBJECT = Buffer.from("040000008200e00074c5b7101a82e008", "hex");
/** The last two bytes of all moments of that year and some around it, little-endian. */
const FILETIME_OF_2026 = Buffer.of(0xdc, 0x01);
/** Sixteen, little-endian. */
const DATA_BYTES = Buffer.of(16, 0, 0, 0);
/** An occurrence's id is its master's with the day and another check behind it. */
const DAY_BYTES = 3;
/** Added to days, so that those before 1970 are positive too. */
const DAY_BIAS = 2 ** 23;

/** Makes every id of the emulator from one seed and a counter: the same steps give the same ids. */
export class IdMaker {
  readonly #seed: string;
  /** How many ids there were so far, which is all that the next one depends on beside the seed. */
  count = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Starts again, so that a reset tenant gets the ids it had. */
  reset(): void {
    this.count = 0;
  }

  guid(): string {
    const hex = this.#bytes("guid").toString("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** An Outlook item id of the normal kind, which changes when the item moves to another folder. */
  itemId(kind: ItemKind): string {
    return NORMAL_PREFIX + this.#checkedText(kind);
  }

  /** An Outlook item id of the immutable kind. */
  immutableId(kind: ItemKind): string {
    return IMMUTABLE_PREFIX + this.#checkedText(kind);
  }

  /** A new change key; the ETag of the item that carries it is `W/"{changeKey}"`. */
  changeKey(): string {
    return this.#bytes("changeKey").subarray(0, 17).toString("base64url").concat("==");
  }

  /**
   * The id that all copies of one meeting share, in the form Outlook writes (MS-OXOCAL 2.2.1.27 and 2.2.1.28): what it is,
   * no date, when it was made, eight zeros, and sixteen bytes of data behind their number.
   */
  iCalUId(): string {
    const bytes = this.#bytes("iCalUId");
    const madeAt = Buffer.concat([bytes.subarray(0, 6), FILETIME_OF_2026]);
    const id = Buffer.concat([
      GLOBAL_OBJECT,
      Buffer.alloc(4),
      madeAt,
      Buffer.alloc(8),
      DATA_BYTES,
      bytes.subarray(8, 24),
    ]);
    return id.toString("hex").toUpperCase();
  }

  #checkedText(kind: ItemKind): string {
    const payload = Buffer.concat([Buffer.of(KIND_BYTES[kind]), this.#bytes(kind)]);
    return `${Buffer.concat([payload, checkOf(payload)]).toString("base64url")}=`;
  }

  #bytes(label: string): Buffer {
    this.count += 1;
    return createHash("sha256").update(`${this.#seed}:${label}:${this.count}`).digest();
  }
}

/** False for text that no mailbox can have issued: other alphabets, cut, or re-cased ids. */
export function isWellFormedItemId(id: string): boolean {
  const text = ID_PATTERN.exec(id)?.[2];
  if (text === undefined) return false;
  const bytes = Buffer.from(text, "base64url");
  const payload = bytes.subarray(0, bytes.length - CHECK_BYTES);
  // Encoding again catches spare bits in the last character, which decoding drops silently.
  return bytes.toString("base64url") === text && checkOf(payload).equals(bytes.subarray(-CHECK_BYTES));
}

/** The id of a series' occurrence, of the same kind as the master's id. `day` counts from 1 January 1970. */
export function occurrenceId(masterId: string, day: number): string {
  const [, prefix = "", text = ""] = ID_PATTERN.exec(masterId) ?? [];
  const payload = Buffer.concat([Buffer.from(text, "base64url"), Buffer.alloc(DAY_BYTES)]);
  payload.writeUIntBE(day + DAY_BIAS, payload.length - DAY_BYTES, DAY_BYTES);
  return `${prefix}${Buffer.concat([payload, checkOf(payload)]).toString("base64url")}=`;
}

/** What an occurrence's id says; undefined for an id of another kind. */
export function readOccurrenceId(id: string): { readonly masterId: string; readonly day: number } | undefined {
  const [, prefix = "", text = ""] = ID_PATTERN.exec(id) ?? [];
  if (text.length !== 59 || !isWellFormedItemId(id)) return undefined;
  const payload = Buffer.from(text, "base64url").subarray(0, -CHECK_BYTES);
  return {
    masterId: `${prefix}${payload.subarray(0, -DAY_BYTES).toString("base64url")}=`,
    day: payload.readUIntBE(payload.length - DAY_BYTES, DAY_BYTES) - DAY_BIAS,
  };
}

function checkOf(payload: Buffer): Buffer {
  return createHash("sha256").update("check").update(payload).digest().subarray(0, CHECK_BYTES);
}
