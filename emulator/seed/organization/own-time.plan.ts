import type { EventContent } from "../../core/mailbox.model.js";
import { dayOfDate } from "../../core/recurrence.js";
import type { Party } from "./party.js";
import { chance, oneOf, randomFor } from "./seeded-choice.js";

/** Something that is in one calendar only. Days count from the Monday that the organization hangs on. */
export interface OwnPlan {
  readonly subject: string;
  readonly day: number;
  /** In minutes of the day; undefined for whole days. */
  readonly at: number | undefined;
  /** In minutes, or in days where there is no `at`. */
  readonly length: number;
  readonly extra: Partial<EventContent>;
}

const FOCUS = ["Deep work", "Documentation", "Review queue", "Planning notes", "Prototype", "Reading"];
const PRIVATE = ["Dentist", "School play", "Physiotherapy", "Piano lesson", "Plumber"];
const LEAVE = ["Leave", "Parental leave", "Holiday", "Study leave"];
const TRAVEL = ["Instrument fair", "Customer site", "Working from home", "Training course"];
/** Days around the Monday in which holidays are entered. */
const HOLIDAY_SPAN = { from: -60, until: 300 };

/** What is in the party's calendar besides meetings: holidays, leave, private entries and time for own work. */
export function ownTime(seed: number, party: Party, monday: number): readonly OwnPlan[] {
  if (party.kind === "room") return [];
  const random = randomFor(seed, "own", party.kind, party.number);
  const { office } = party;
  const plans: OwnPlan[] = [...holidays(party, monday)];
  for (const week of [-1, 0, 1, 2, 3]) {
    for (let block = 0; block < 2; block++) {
      const length = 60 + 30 * random.integer(3);
      const slots = Math.floor((office.closes - office.opens - 3) * 2);
      plans.push({
        subject: oneOf(random, FOCUS),
        day: week * 7 + oneOf(random, office.workdays),
        at: (office.opens + 1) * 60 + 30 * random.integer(slots),
        length,
        extra: { categories: ["Focus"], isReminderOn: false },
      });
    }
  }
  const anyDay = () => 7 * (random.integer(6) - 1) + oneOf(random, office.workdays);
  if (chance(random, 0.35)) {
    plans.push({
      subject: oneOf(random, PRIVATE),
      day: anyDay(),
      at: office.opens * 60 + 30 * random.integer(12),
      length: 60,
      extra: { sensitivity: "private", showAs: "oof" },
    });
  }
  if (chance(random, 0.3)) {
    plans.push({
      subject: oneOf(random, LEAVE),
      day: anyDay(),
      at: undefined,
      length: 1 + random.integer(5),
      extra: { showAs: "oof" },
    });
  }
  if (chance(random, 0.15)) {
    plans.push({
      subject: oneOf(random, TRAVEL),
      day: anyDay(),
      at: undefined,
      length: 1 + random.integer(2),
      extra: { showAs: "workingElsewhere" },
    });
  }
  return plans;
}

function holidays({ office }: Party, monday: number): readonly OwnPlan[] {
  const year = new Date(monday * 86_400_000).getUTCFullYear();
  return [year - 1, year, year + 1].flatMap((of) =>
    office.holidays.flatMap(({ month, day, name }): OwnPlan[] => {
      const offset = dayOfDate(of, month - 1, day) - monday;
      if (offset < HOLIDAY_SPAN.from || offset > HOLIDAY_SPAN.until) return [];
      return [
        {
          subject: name,
          day: offset,
          at: undefined,
          length: 1,
          extra: {
            showAs: "free",
            isReminderOn: false,
            categories: ["Holiday"],
            locations: [{ displayName: office.country }],
          },
        },
      ];
    }),
  );
}
