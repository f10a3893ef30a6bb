/**
 * Prints the week of a team as a table: each meeting once, with who is in it, in the zone of the reader.
 *
 *     npx tsx examples/week-of-a-team.ts --monday 2026-03-02 --zone Europe/Berlin ines@example.com tomasz@example.com
 *
 * Without addresses: all mailboxes of the organization.
 */
import { parseArgs } from "node:util";
import { connect } from "./gateway-client.js";
import { WeekOfTeamDocument, type WeekOfTeamQuery } from "./generated/operations.js";
import { mailboxOf } from "./mailboxes.js";
import { allPages } from "./paging.js";
import { EXIT, runScript } from "./program.js";

type Meetings = NonNullable<NonNullable<WeekOfTeamQuery["organization"]>["meetings"]>;
type Meeting = Meetings["nodes"][number];

const DAY_MS = 86_400_000;
/** No zone is further from UTC, so a window as much longer has the whole week of any zone. */
const FURTHEST_ZONE_MS = 14 * 3_600_000;

/** The local time as text, which sorts as time does; a date begins at midnight. */
const wall = (time: Meeting["start"]) => ("date" in time ? `${time.date}T00:00:00` : (time.local ?? ""));

function isOn(day: string, nextDay: string, meeting: Meeting): boolean {
  const [start, end] = [wall(meeting.start), wall(meeting.end)];
  return start < `${nextDay}T00:00:00` && (end > `${day}T00:00:00` || start >= `${day}T00:00:00`);
}

function line(day: string, { subject, isAllDay, start, end, copies }: Meeting): string {
  // What began on an earlier day, or goes on after this one, has no clock time here.
  const clock = (time: Meeting["start"]) => (wall(time).startsWith(day) ? wall(time).slice(11, 16) : "  …  ");
  const when = isAllDay ? "all day" : `${clock(start)}-${clock(end)}`;
  const who = copies
    .filter(({ event }) => event.response !== "DECLINED")
    .map(({ mailbox }) => mailbox?.displayName ?? mailbox?.address ?? "?");
  return `  ${when.padEnd(11)}  ${(subject ?? "(private)").padEnd(32)}  ${who.join(", ")}`.trimEnd();
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { monday: { type: "string" }, zone: { type: "string", default: "UTC" } },
  });
  const midnight = Date.parse(`${values.monday}T00:00:00Z`);
  if (Number.isNaN(midnight)) throw new Error("Give the week's first day: --monday 2026-03-02");
  const run = connect(process.env);
  const team = await Promise.all(positionals.map((address) => mailboxOf(run, address)));

  const problems = new Map<string, string>();
  const meetings = await allPages(async (after) => {
    const { organization } = await run(WeekOfTeamDocument, {
      start: new Date(midnight - FURTHEST_ZONE_MS).toISOString(),
      end: new Date(midnight + 7 * DAY_MS + FURTHEST_ZONE_MS).toISOString(),
      timeZone: values.zone,
      mailboxIds: team.length > 0 ? team.map(({ id }) => id) : null,
      first: 50,
      after,
    });
    for (const { mailbox, message } of organization?.meetings?.problems ?? []) problems.set(mailbox.address, message);
    return organization?.meetings;
  });

  console.log(`Week of ${values.monday}, ${values.zone}`);
  for (const index of Array(7).keys()) {
    const [day = "", nextDay = ""] = [index, index + 1].map((n) =>
      new Date(midnight + n * DAY_MS).toISOString().slice(0, 10),
    );
    const title = new Date(day).toLocaleDateString("en", { weekday: "long", timeZone: "UTC" });
    console.log(`\n${title}, ${day}`);
    const lines = meetings
      .filter((meeting) => isOn(day, nextDay, meeting))
      .sort((a, b) => Number(b.isAllDay) - Number(a.isAllDay) || wall(a.start).localeCompare(wall(b.start)));
    console.log(lines.map((meeting) => line(day, meeting)).join("\n") || "  -");
  }
  for (const [address, message] of problems) console.error(`Not shown: ${address}: ${message}`);
  return problems.size > 0 ? EXIT.inPart : EXIT.done;
});
