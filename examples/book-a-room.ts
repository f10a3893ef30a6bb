/**
 * Books a room for a meeting: the smallest that is free and large enough, or the one that is named.
 *
 *     npx tsx examples/book-a-room.ts --for ines@example.com --subject "Review" --start 2026-03-02T09:00:00Z --minutes 45 \
 *       --people 6 [--room room.harbour@example.com] [colleague@example.com …]
 *
 * Ends with 2 when nothing is free, or when the room declines because somebody else was faster; nothing is left behind then.
 */
import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { connect, type Run } from "./gateway-client.js";
import {
  BookDocument,
  CallOffDocument,
  FreeRoomsDocument,
  type FreeRoomsQueryVariables,
  RoomAnswerDocument,
  RoomTimesDocument,
} from "./generated/operations.js";
import { mailboxOf } from "./mailboxes.js";
import { allPages } from "./paging.js";
import { EXIT, runScript } from "./program.js";

type Wish = Omit<FreeRoomsQueryVariables, "first" | "after">;

/** Rooms answer by themselves, soon; how often and after which pause (ms) they are asked. */
const ANSWER = { attempts: 20, pauseMs: 500 };

const same = (a: string | null, b: string) => a?.toLowerCase() === b.toLowerCase();

function freeRooms(run: Run, wish: Wish) {
  return allPages(async (after) => {
    const { connection } = await run(FreeRoomsDocument, { ...wish, first: 50, after });
    return connection?.rooms;
  });
}

async function tellWhenTaken(run: Run, wish: Wish, room: string | undefined): Promise<void> {
  const rooms = await allPages(async (after) => {
    const { connection } = await run(RoomTimesDocument, { ...wish, first: 50, after });
    return connection?.rooms;
  });
  const asked = rooms.filter(({ address }) => room === undefined || same(address, room));
  if (asked.length === 0) console.error("There is no such room.");
  for (const { displayName, schedule } of asked) {
    const times = schedule?.busy.map(({ start, end }) => `taken from ${start} to ${end}`) ?? [];
    console.error(`${displayName}: ${times.join(", ") || schedule?.error?.message || "not known"}`);
  }
}

/** The room's answer to the invitation; NOT_RESPONDED where a person decides about it. */
async function answerOf(run: Run, eventId: string, room: string) {
  for (let attempt = 1; ; attempt++) {
    const { node } = await run(RoomAnswerDocument, { id: eventId });
    const attendees = node && "attendees" in node ? node.attendees : null;
    const response = attendees?.find(({ address }) => same(address, room))?.response ?? "NOT_RESPONDED";
    if (response !== "NOT_RESPONDED" || attempt === ANSWER.attempts) return response;
    await sleep(ANSWER.pauseMs);
  }
}

await runScript(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      for: { type: "string" },
      subject: { type: "string" },
      start: { type: "string" },
      minutes: { type: "string", default: "30" },
      people: { type: "string", default: "1" },
      room: { type: "string" },
    },
  });
  const startsAt = Date.parse(values.start ?? "");
  const endsAt = startsAt + Number(values.minutes) * 60_000;
  if (!values.for || !values.subject) throw new Error("Give --for, the organizer's address, and --subject.");
  if (Number.isNaN(endsAt)) throw new Error("Give --start, such as 2026-03-02T09:00:00Z, and --minutes.");
  const [start, end] = [new Date(startsAt).toISOString(), new Date(endsAt).toISOString()];
  const run = connect(process.env);
  const organizer = await mailboxOf(run, values.for);
  if (!organizer.connection) throw new Error("This API key may not see the organizer's connection.");

  const wish = { connectionId: organizer.connection.id, minCapacity: Number(values.people), start, end };
  const free = await freeRooms(run, wish);
  const [room] = free
    .filter(({ address }) => values.room === undefined || same(address, values.room))
    .sort((a, b) => (a.capacity ?? Number.POSITIVE_INFINITY) - (b.capacity ?? Number.POSITIVE_INFINITY));
  if (!room?.address) {
    console.error("No room is free then; nothing was booked.");
    await tellWhenTaken(run, wish, values.room);
    return EXIT.inPart;
  }

  const utc = (instant: string) => ({ dateTime: instant.slice(0, 19), timeZone: "UTC" });
  const { createEvent } = await run(BookDocument, {
    input: {
      mailboxId: organizer.id,
      subject: values.subject,
      start: utc(start),
      end: utc(end),
      locations: [
        { displayName: room.displayName ?? room.address, emailAddress: room.address, type: "CONFERENCE_ROOM" },
      ],
      attendees: [...positionals.map((address) => ({ address })), { address: room.address, type: "RESOURCE" }],
      idempotencyKey: randomUUID(),
    },
  });
  const id = createEvent.event?.id;
  if (!id) throw new Error("The gateway made no event.");
  const response = await answerOf(run, id, room.address);
  if (response === "DECLINED") {
    const comment = `${room.displayName} has just been taken.`;
    await run(CallOffDocument, { input: { id, comment, idempotencyKey: randomUUID() } });
    console.error(`${room.displayName} has just been taken; the meeting was called off.`);
    return EXIT.inPart;
  }
  console.log(`Booked ${room.displayName} (${room.capacity ?? "?"} people), ${start} to ${end}: ${values.subject}`);
  console.log(response === "ACCEPTED" ? "The room has accepted." : `The room has not accepted yet (${response}).`);
  return EXIT.done;
});
