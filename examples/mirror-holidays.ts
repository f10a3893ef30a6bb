/**
 * Mirrors a list of holidays into mailboxes. Each event carries the holiday's key, so that a second run makes nothing
 * twice, changes what the list has changed, and removes what it no longer has. Events without a key are not touched.
 *
 *     npx tsx examples/mirror-holidays.ts examples/holidays.json ines@example.com tomasz@example.com
 *
 * Without addresses: all mailboxes of the organization. Ends with 2 when some mailboxes failed; run it again then.
 */
import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { connect, type Run } from "./gateway-client.js";
import {
  AddHolidayDocument,
  AllMailboxesDocument,
  ChangeHolidayDocument,
  MirroredHolidaysDocument,
  type MirroredHolidaysQuery,
  RemoveHolidayDocument,
} from "./generated/operations.js";
import { dateAfter, type Holiday, type HolidayList, readHolidayList } from "./holiday-list.js";
import { mailboxOf } from "./mailboxes.js";
import { allPages } from "./paging.js";
import { EXIT, runScript } from "./program.js";

type View = NonNullable<NonNullable<MirroredHolidaysQuery["mailbox"]>["calendarView"]>;
type Mirrored = View["nodes"][number];

/** The entry of an event's extended data that says which holiday of which list it is. */
const DATA_KEY = "holiday";

const keyOf = (event: Mirrored) => event.extendedData?.[0]?.value;
const dateOf = (time: Mirrored["start"]) => ("date" in time ? time.date : undefined);

function isAsListed(event: Mirrored, { name, date, end }: Holiday): boolean {
  return event.subject === name && dateOf(event.start) === date && dateOf(event.end) === end;
}

/** What this list has put into the mailbox before. */
async function mirrored(run: Run, mailboxId: string, { list, from, until }: HolidayList): Promise<readonly Mirrored[]> {
  // A day more at both ends: dates begin and end at other instants in other zones.
  const window = { start: `${dateAfter(from, -1)}T00:00:00Z`, end: `${dateAfter(until, 1)}T00:00:00Z` };
  const events = await allPages(async (after) => {
    const { mailbox } = await run(MirroredHolidaysDocument, { mailboxId, ...window, key: DATA_KEY, first: 50, after });
    return mailbox?.calendarView;
  });
  return events.filter((event) => keyOf(event)?.startsWith(`${list}/`));
}

async function mirror(run: Run, mailboxId: string, list: HolidayList): Promise<string> {
  const left = [...(await mirrored(run, mailboxId, list))];
  const counts = { made: 0, changed: 0, removed: 0, unchanged: 0 };
  for (const holiday of list.holidays) {
    const key = `${list.list}/${holiday.key}`;
    const { timeZone } = list;
    const wanted = {
      subject: holiday.name,
      start: { date: holiday.date, timeZone },
      end: { date: holiday.end, timeZone },
    };
    const at = left.findIndex((event) => keyOf(event) === key);
    const [known] = at < 0 ? [] : left.splice(at, 1);
    if (!known) {
      const extendedData = [{ key: DATA_KEY, value: key }];
      const rest = { showAs: "OUT_OF_OFFICE", reminder: { isOn: false }, extendedData } as const;
      await run(AddHolidayDocument, { input: { mailboxId, ...wanted, ...rest, idempotencyKey: randomUUID() } });
      counts.made += 1;
    } else if (isAsListed(known, holiday)) counts.unchanged += 1;
    else {
      await run(ChangeHolidayDocument, {
        input: { id: known.id, expectedVersion: known.version, ...wanted, idempotencyKey: randomUUID() },
      });
      counts.changed += 1;
    }
  }
  // No longer listed, or there twice because two runs met.
  for (const { id, version } of left) {
    await run(RemoveHolidayDocument, { input: { id, expectedVersion: version, idempotencyKey: randomUUID() } });
    counts.removed += 1;
  }
  return Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ");
}

await runScript(async () => {
  const [path, ...addresses] = parseArgs({ allowPositionals: true }).positionals;
  if (path === undefined) throw new Error("Give the file of the holiday list, then addresses of mailboxes.");
  const run = connect(process.env);
  const list = await readHolidayList(path);
  const every = async () => {
    const mailboxes = await allPages(async (after) => {
      const { organization } = await run(AllMailboxesDocument, { first: 50, after });
      return organization?.mailboxes;
    });
    return mailboxes.map(({ address }) => address);
  };

  let failed = 0;
  for (const address of addresses.length > 0 ? addresses : await every()) {
    try {
      const { id } = await mailboxOf(run, address);
      console.log(`${address}: ${await mirror(run, id, list)}`);
    } catch (error) {
      failed += 1;
      console.error(`${address}: failed: ${error instanceof Error ? error.message : error}`);
    }
  }
  return failed > 0 ? EXIT.inPart : EXIT.done;
});
