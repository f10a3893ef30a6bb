import { AppError } from "../../lib/app-error.js";

/** Of the four requests that a mailbox takes at once, transfers may hold two: they can last for minutes. */
const PER_MAILBOX = 2;
const COME_BACK_MS = 5_000;

/** Counts the uploads and downloads under way. */
export class TransferSlots {
  readonly #open = new Map<string, number>();

  constructor(private readonly perOrganization: number) {}

  /**
   * Takes a place in both; gives what leaves it again, which may be called more than once.
   *
   * @throws AppError LIMIT_EXCEEDED with a wait where there is none.
   */
  enter({ organization, mailbox }: { readonly organization: string; readonly mailbox: string }): () => void {
    const places = [
      { key: `organization ${organization}`, max: this.perOrganization, name: "transfers" },
      { key: `mailbox ${mailbox}`, max: PER_MAILBOX, name: "transfersOfMailbox" },
    ];
    for (const { key, max, name } of places) {
      if ((this.#open.get(key) ?? 0) >= max) throw busy(name, max);
    }
    for (const { key } of places) this.#open.set(key, (this.#open.get(key) ?? 0) + 1);
    let isIn = true;
    return () => {
      if (!isIn) return;
      isIn = false;
      for (const { key } of places) this.#leave(key);
    };
  }

  #leave(key: string): void {
    const rest = (this.#open.get(key) ?? 1) - 1;
    if (rest === 0) this.#open.delete(key);
    else this.#open.set(key, rest);
  }
}

function busy(name: string, max: number): AppError {
  const whose = name === "transfers" ? "organization" : "mailbox";
  return new AppError("LIMIT_EXCEEDED", `${max} attachments of this ${whose} are on their way already. Wait for one.`, {
    retryable: true,
    retryAfterMs: COME_BACK_MS,
    limit: { name, max, actual: max + 1 },
  });
}
