const SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

function hash(text: string): number {
  let value = 2_166_136_261;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 16_777_619);
  return value >>> 0;
}

function text64(seed: number, length: number): string {
  let state = seed;
  let text = "";
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    text += SIGNS[state >>> 26];
  }
  return text;
}

/**
 * A mailbox's week as Graph answers it: times on the half hour, five attendees out of a company of 400, subjects and rooms
 * that repeat, bodies and links of the usual lengths, ids as long as Exchange's immutable ones. Each event is of its own.
 */
export function graphWeek(mailbox: number, count: number): readonly Record<string, unknown>[] {
  return Array.from({ length: count }, (_, index) => {
    const number = mailbox * count + index;
    const pick = (salt: string, of: number) => hash(`${salt} ${number}`) % of;
    const id = (salt: string, length: number) => text64(hash(`${salt} ${number}`), length);
    const person = (of: number) => ({ name: `Person Number ${of}`, address: `person.number.${of}@quarry.example` });
    const start = Date.UTC(2026, 2, 2 + (index % 5)) + 8 * 3_600_000 + pick("time", 18) * 1_800_000;
    const time = (at: number) => ({ dateTime: new Date(at).toISOString().replace("Z", "0000"), timeZone: "UTC" });
    const text = `Agenda ${number}: ${"numbers, open questions, next steps; ".repeat(5)}`;
    return {
      "@odata.etag": `W/"${id("etag", 24)}=="`,
      id: `AAkALgAAAAAAHYQDEapmEc2byACqAC-EWg0A${id("id", 84)}AAA=`,
      subject: `Subject ${pick("subject", 2_000)} of the week`,
      start: time(start),
      end: time(start + (1 + pick("long", 3)) * 1_800_000),
      isAllDay: false,
      originalStartTimeZone: "W. Europe Standard Time",
      originalEndTimeZone: "W. Europe Standard Time",
      bodyPreview: text.slice(0, 255),
      body: { contentType: "html", content: `<html><body><p>${text}</p></body></html>` },
      location: { displayName: `Room ${pick("room", 60)}`, locationType: "default" },
      organizer: { emailAddress: person(pick("organizer", 400)) },
      attendees: Array.from({ length: 5 }, (_unused, of) => ({
        type: "required",
        status: { response: ["accepted", "none", "declined"][pick(`status ${of}`, 3)], time: "0001-01-01T00:00:00Z" },
        emailAddress: person(pick(`attendee ${of}`, 400)),
      })),
      showAs: "busy",
      sensitivity: "normal",
      importance: "normal",
      type: "singleInstance",
      categories: pick("category", 4) === 0 ? ["Blue category"] : [],
      isCancelled: false,
      isOrganizer: false,
      responseStatus: { response: "accepted", time: "2026-02-01T00:00:00Z" },
      iCalUId: `040000008200E00074C5B7101A82E008${id("uid", 80)}`,
      webLink: `https://outlook.office365.com/owa/?itemid=AAMkAG${id("link", 145)}%3D&exvsurl=1&path=/calendar/item`,
      onlineMeeting:
        pick("online", 2) === 0 ? null : { joinUrl: `https://teams.example/l/meetup-join/${id("join", 120)}` },
    };
  });
}
