import {
  type GraphClient,
  type GraphConnection,
  GraphError,
  getSchedule,
  type ScheduleInformation,
} from "../../graph/index.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { chunksOf } from "../../lib/chunks.js";
import type { Clock } from "../../lib/clock.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import { observed } from "../mailboxes/on-mailbox.js";
import { fromUpstream } from "../upstream-errors.js";
import type { ScheduleQuestion } from "./schedule.model.js";
import { rowFailure, TOO_MANY_ENTRIES } from "./schedule-failure.js";
import { halvesOf, piecesOf, type ScheduleLimits, type WindowPiece } from "./schedule-window.js";

/** How many mailboxes are tried as the one that asks: the first may be gone or out of the application's scope. */
const MOST_ASKERS = 3;

/** Addresses that one connection asks for at once. */
export interface ScheduleRound {
  readonly connection: GraphConnection;
  /** In lower case, each once. */
  readonly addresses: readonly string[];
  /** Mailboxes of the connection that may ask, by their address; those among the addresses are preferred. */
  readonly askers: ReadonlyMap<string, OpenMailbox>;
  readonly question: ScheduleQuestion;
}

/** What Microsoft told of one address in one piece of the window. */
export interface SchedulePart {
  readonly piece: WindowPiece;
  readonly row: ScheduleInformation;
  readonly asOf: Date;
}

/** Takes what is known of one address. */
export type TellSchedule = (address: string, parts: readonly SchedulePart[] | AppError) => void;

/** Asks for free and busy times in as few requests as Microsoft allows. */
export class ScheduleReader {
  constructor(
    private readonly deps: { readonly graph: GraphClient; readonly clock: Clock; readonly limits: ScheduleLimits },
  ) {}

  /**
   * Tells each address with all parts of its window in order, or with its own error, as soon as they are there: what is
   * made of them is made while others are still awaited. Nothing is half answered.
   */
  async read(round: ScheduleRound, tell: TellSchedule, call: Call): Promise<void> {
    const { maxAddresses, maxDays } = this.deps.limits;
    const pieces = piecesOf(round.question, maxDays);
    // In one order, so that callers who ask for the same people at once share the requests.
    const sorted = [...round.addresses].sort();
    const chunks = chunksOf(sorted, maxAddresses).map(async (addresses) => {
      const told = await Promise.all(pieces.map((piece) => this.#tell(round, addresses, piece, call)));
      for (const address of addresses) tell(address, joined(told.map((rows) => rows.get(address))));
    });
    await Promise.all(chunks);
  }

  async #tell(
    round: ScheduleRound,
    addresses: readonly string[],
    piece: WindowPiece,
    call: Call,
  ): Promise<ReadonlyMap<string, readonly SchedulePart[] | AppError>> {
    const asOf = new Date(this.deps.clock.now());
    let rows: readonly ScheduleInformation[];
    try {
      rows = await this.#ask(round, addresses, piece, call);
    } catch (error) {
      if (isTooMany(error) && addresses.length > 1) return this.#tellHalves(round, addresses, piece, call);
      const failure = fromUpstream(error);
      if (!(failure instanceof AppError)) throw error;
      return new Map(addresses.map((address) => [address, failure]));
    }
    const byAddress = new Map(rows.map((row) => [row.scheduleId?.toLowerCase() ?? "", row]));
    const crowded = addresses.filter((address) => byAddress.get(address)?.error?.responseCode === TOO_MANY_ENTRIES);
    const narrower = await this.#tellNarrower(round, crowded, piece, call);
    return new Map(
      addresses.map((address) => {
        const row = byAddress.get(address);
        if (row === undefined) return [address, withoutRow()];
        return [
          address,
          narrower?.get(address) ?? (row.error ? rowFailure(row.error.responseCode) : [{ piece, row, asOf }]),
        ];
      }),
    );
  }

  /** The members of a distribution list count against the most addresses of one request. */
  async #tellHalves(round: ScheduleRound, addresses: readonly string[], piece: WindowPiece, call: Call) {
    const halves = chunksOf(addresses, Math.ceil(addresses.length / 2));
    const told = await Promise.all(halves.map((half) => this.#tell(round, half, piece, call)));
    return new Map(told.flatMap((rows) => [...rows]));
  }

  /** Calendars with too many entries for one answer, asked again by halves of the window. */
  async #tellNarrower(round: ScheduleRound, addresses: readonly string[], piece: WindowPiece, call: Call) {
    const halves = halvesOf(piece, round.question.intervalMinutes);
    if (addresses.length === 0 || halves === undefined) return undefined;
    const told = await Promise.all(halves.map((half) => this.#tell(round, addresses, half, call)));
    return new Map(addresses.map((address) => [address, joined(told.map((rows) => rows.get(address)))]));
  }

  /** Asks through one mailbox of the connection, and through another one where the trouble is that mailbox's own. */
  async #ask(
    { connection, askers, question }: ScheduleRound,
    addresses: readonly string[],
    piece: WindowPiece,
    call: Call,
  ): Promise<readonly ScheduleInformation[]> {
    let refusal: unknown = new AppError("CONNECTION_UNUSABLE", "No mailbox of this connection could ask.");
    for (const asker of askersFor(addresses, askers)) {
      try {
        return await observed(asker, () =>
          getSchedule(
            this.deps.graph,
            connection,
            {
              mailbox: asker.graphUser,
              addresses,
              startDateTime: wallTime(piece.start),
              endDateTime: wallTime(piece.end),
              intervalMinutes: question.intervalMinutes,
            },
            call,
          ),
        );
      } catch (error) {
        if (!isAboutAsker(error)) throw error;
        refusal = error;
      }
    }
    throw refusal;
  }
}

function askersFor(addresses: readonly string[], askers: ReadonlyMap<string, OpenMailbox>): readonly OpenMailbox[] {
  const own = addresses.flatMap((address) => askers.get(address) ?? []);
  return [...new Set([...own, ...askers.values()])].slice(0, MOST_ASKERS);
}

/** A 401 without a body is Graph's answer for accounts without a mailbox. */
function isAboutAsker(error: unknown): boolean {
  return error instanceof GraphError && (error.status === 403 || error.status === 404 || error.code === "Http401");
}

function isTooMany(error: unknown): boolean {
  return error instanceof GraphError && error.code === "ErrorMailboxDataArrayTooBig";
}

function joined(
  parts: readonly (readonly SchedulePart[] | AppError | undefined)[],
): readonly SchedulePart[] | AppError {
  const whole: SchedulePart[] = [];
  for (const part of parts) {
    if (part === undefined) return withoutRow();
    if (part instanceof AppError) return part;
    whole.push(...part);
  }
  return whole;
}

function withoutRow(): AppError {
  return new AppError("UPSTREAM_REFUSED", "Microsoft answered without this address.");
}

/** UTC without an offset, as Graph's pair of a time and its zone has it. */
function wallTime(instant: number): string {
  return new Date(instant).toISOString().slice(0, -1);
}
