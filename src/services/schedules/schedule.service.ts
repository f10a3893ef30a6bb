import type { Viewer } from "../../auth/viewer.js";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { groupBy } from "../../lib/group-by.js";
import type { OpenMailbox } from "../mailboxes/mailbox-access.js";
import { hiddenSchedule, shownSchedule } from "../visibility/schedule-visibility.js";
import type { Schedule, ScheduleKey, ScheduleQuestion } from "./schedule.model.js";
import { toSchedule, unknownSchedule } from "./schedule-assembly.js";
import type { SchedulePart, ScheduleReader, TellSchedule } from "./schedule-reader.js";
import type { ScheduleTarget, ScheduleTargets } from "./schedule-targets.js";
import { assertScheduleQuestion } from "./schedule-window.js";

type OpenTarget = ScheduleTarget & { readonly askers: readonly [OpenMailbox, ...OpenMailbox[]] };

interface Asked {
  readonly key: ScheduleKey;
  readonly target: OpenTarget;
}

/** Free and busy times of specified mailboxes, and of others where a connection may tell. */
export class ScheduleService {
  constructor(private readonly deps: { readonly targets: ScheduleTargets; readonly reader: ScheduleReader }) {}

  /**
   * A schedule for each key, in the order of the keys; one that is not known says why in its `error`. Keys with the same
   * window through the same connection are one request for every so many of them.
   *
   * @throws AppError INVALID_INPUT or LIMIT_EXCEEDED before anything is asked.
   */
  async getMany(viewer: Viewer, keys: readonly ScheduleKey[], call: Call): Promise<readonly Schedule[]> {
    for (const key of keys) assertScheduleQuestion(key);
    const subjects = keys.map(({ subject }) => subject);
    const targets = await this.deps.targets.locate(viewer, subjects, call);
    const answers = new Map<ScheduleKey, Schedule>();
    const asked: Asked[] = [];
    keys.forEach((key, index) => {
      const target = targets[index];
      if (target === undefined) return;
      if (isOpen(target) && target.askers[0].visibility.events === "HIDDEN")
        answers.set(key, unknownSchedule(target.owner, key, hiddenSchedule()));
      else if (isOpen(target)) asked.push({ key, target });
      else if (target.askers instanceof AppError) answers.set(key, unknownSchedule(target.owner, key, target.askers));
      else throw target.askers;
    });
    const take = (key: ScheduleKey, schedule: Schedule) => answers.set(key, schedule);
    await Promise.all(groupBy(asked, roundOf).map((round) => this.#ask(round, take, call)));
    return keys.flatMap((key) => answers.get(key) ?? []);
  }

  async #ask(
    round: readonly [Asked, ...Asked[]],
    take: (key: ScheduleKey, schedule: Schedule) => void,
    call: Call,
  ): Promise<void> {
    const [{ key, target }] = round;
    const { start, end, intervalMinutes } = key;
    const question = { start, end, intervalMinutes };
    const askers = new Map(round.flatMap(({ target: { owner, askers } }) => askersBy(owner.address, askers)));
    const byAddress = new Map(
      groupBy(round, ({ target }) => target.owner.address).map((same) => [same[0].target.owner.address, same]),
    );
    const { connection } = target.askers[0];
    const asking = { connection, addresses: [...byAddress.keys()], askers, question };
    const tell: TellSchedule = (address, parts) => {
      for (const { key, target } of byAddress.get(address) ?? []) take(key, scheduleOf(target, question, parts));
    };
    await this.deps.reader.read(asking, tell, call);
  }
}

function scheduleOf(
  { owner, askers }: OpenTarget,
  question: ScheduleQuestion,
  parts: readonly SchedulePart[] | AppError,
): Schedule {
  const schedule = parts instanceof AppError ? parts : toSchedule(owner, question, parts);
  if (schedule instanceof AppError) return unknownSchedule(owner, question, schedule);
  return shownSchedule(askers[0].visibility, schedule);
}

function isOpen(target: ScheduleTarget): target is OpenTarget {
  return !(target.askers instanceof Error);
}

/** Tokens of different people are never mixed: each signed-in mailbox asks for itself. */
function roundOf({ key, target }: Asked): string {
  const { connection } = target.askers[0];
  return JSON.stringify([
    connection.id,
    connection.ownUser === undefined ? "" : (connection.identity ?? ""),
    key.start.getTime(),
    key.end.getTime(),
    key.intervalMinutes,
  ]);
}

/** A mailbox that asks for itself goes by its own address; others by their ids, which no address equals. */
function askersBy(address: string, askers: readonly OpenMailbox[]): readonly (readonly [string, OpenMailbox])[] {
  return askers.map((mailbox, index) => [askers.length === 1 && index === 0 ? address : mailbox.id, mailbox] as const);
}
