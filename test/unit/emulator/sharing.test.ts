import { afterAll, beforeEach, describe, expect, test } from "vitest";
import type { CalendarRole } from "../../../emulator/core/mailbox-parts.model.js";
import { eventBody, type GraphClient, graphClient, type Json } from "./kit.js";
import { codeOf } from "./meeting-kit.js";
import { type Sharing, startSharing } from "./sharing.kit.js";
import { addWebApp, codeFor, redeem } from "./sign-in-kit.js";

let office: Sharing;
let bob: GraphClient;
const opened: Sharing[] = [];
beforeEach(async () => {
  office = await startSharing();
  opened.push(office);
  bob = await office.as(office.bob);
});
afterAll(() => Promise.all(opened.map(({ emulator }) => emulator.close())));

const denied = [403, "ErrorAccessDenied"];
const details = {
  body: { contentType: "text", content: "the secret agenda" },
  location: { displayName: "Attic" },
  categories: ["Red"],
  attendees: [{ emailAddress: { address: "cleo@quarry.example", name: "cleo" } }],
};
const anns = () => office.base("ann");

/** Ann's calendar with an open meeting and a private one. */
async function fill() {
  const open = (await office.graph.post(`${anns()}/events`, eventBody({ ...details, subject: "Open" }))).json;
  const hidden = (
    await office.graph.post(
      `${anns()}/events`,
      eventBody({ ...details, subject: "Doctor", sensitivity: "private", showAs: "oof" }),
    )
  ).json;
  return { open, hidden };
}

describe("which calendars a delegated token reaches (sheet 1.10 and 1.14)", () => {
  test("another's calendar needs a .Shared scope, and the owner's sharing it", async () => {
    await fill();
    const plain = await office.as(office.bob, "Calendars.ReadWrite");
    for (const path of [
      "calendar",
      "calendar/events",
      "events",
      "calendarView?startDateTime=2026-03-01&endDateTime=2026-03-09",
    ]) {
      expect(codeOf(await bob.get(`${anns()}/${path}`))).toEqual(denied);
      expect(codeOf(await plain.get(`${anns()}/${path}`))).toEqual(denied);
    }
    office.share(office.ann, "bob", "read");
    expect(codeOf(await plain.get(`${anns()}/events`))).toEqual(denied);
    expect((await bob.get(`${anns()}/events`)).json.value).toHaveLength(2);
    expect((await bob.get(`${anns()}/calendar/events`)).status).toBe(200);
    expect(
      (await bob.get(`${anns()}/calendarView?startDateTime=2026-03-01&endDateTime=2026-03-09`)).json.value,
    ).toHaveLength(2);
  });

  test("the switch unsharedCalendar answers 404 instead", async () => {
    office.emulator.switches.unsharedCalendar = "notFound";
    expect(codeOf(await bob.get(`${anns()}/events`))).toEqual([404, "ErrorItemNotFound"]);
  });

  test("the .Shared scopes reach the own calendars too, and Read.Shared does not write", async () => {
    const reader = await office.as(office.ann, "Calendars.Read.Shared");
    const writer = await office.as(office.ann, "Calendars.ReadWrite.Shared");
    expect((await reader.get("/me/events")).status).toBe(200);
    expect(codeOf(await reader.post("/me/events", eventBody()))).toEqual(denied);
    expect((await writer.post("/me/events", eventBody())).status).toBe(201);
  });

  test("only the shared calendars of a mailbox are listed, and the others stay closed", async () => {
    const { ann, emulator, graph, share } = office;
    const kids = emulator.add.addCalendar(ann.mailbox, { name: "Kids" });
    const club = emulator.add.addCalendar(ann.mailbox, { name: "Club" });
    const secret = (await graph.post(`${anns()}/calendars/${club.id}/events`, eventBody())).json;
    expect(codeOf(await bob.get(`${anns()}/calendars`))).toEqual(denied);
    share(ann, "bob", "write", { calendarId: kids.id });
    expect((await bob.get(`${anns()}/calendars`)).json.value.map(({ name }: Json) => name)).toEqual(["Kids"]);
    expect((await bob.post(`${anns()}/calendars/${kids.id}/events`, eventBody())).status).toBe(201);
    expect((await bob.get(`${anns()}/calendars/${kids.id}/events`)).json.value).toHaveLength(1);
    for (const path of [`calendars/${club.id}`, `calendars/${club.id}/events`, `events/${secret.id}`, "calendar"]) {
      expect(codeOf(await bob.get(`${anns()}/${path}`))).toEqual(denied);
    }
    expect(codeOf(await bob.get(`${anns()}/calendars/${kids.id}/events/${secret.id}`))).toEqual(denied);
    expect(codeOf(await bob.get(`${anns()}/events/garbled`))).toEqual(denied);
    share(ann, "bob", "read");
    expect(codeOf(await bob.get(`${anns()}/events/garbled`))).toEqual([400, "ErrorInvalidIdMalformed"]);
  });

  test("what belongs to the mailbox as a whole or to its owner stays the owner's", async () => {
    const { open } = await fill();
    office.share(office.ann, "bob", "delegateWithPrivateEventAccess");
    const all = await office.as(office.bob, "Calendars.ReadWrite.Shared MailboxSettings.ReadWrite");
    const tries: [string, string, unknown?][] = [
      ["GET", "mailboxSettings"],
      ["GET", "calendarGroups"],
      ["GET", "calendar/calendarPermissions"],
      ["POST", "calendar/calendarPermissions", { emailAddress: { address: "cleo@quarry.example" }, role: "read" }],
      ["POST", "calendars", { name: "New" }],
      ["PATCH", "calendar", { name: "Mine" }],
      ["DELETE", "calendar"],
      ["GET", "reminderView?startDateTime=2026-03-01&endDateTime=2026-03-09"],
      ["POST", `events/${open.id}/attachments/createUploadSession`, { AttachmentItem: {} }],
    ];
    for (const [method, path, body] of tries) {
      expect([path, ...codeOf(await all.send(method, `${anns()}/${path}`, body))]).toEqual([path, ...denied]);
    }
  });
});

describe("what each role sees and may do", () => {
  const seenAs = async (role: CalendarRole) => {
    const made = await fill();
    office.share(office.ann, "bob", role);
    const open = (await bob.get(`${anns()}/events/${made.open.id}`)).json;
    const hidden = (await bob.get(`${anns()}/events/${made.hidden.id}`)).json;
    return { made, open, hidden };
  };
  const blank = { body: { content: "" }, attendees: [], categories: [], location: { displayName: "" } };

  test("freeBusyRead: times and status, nothing else, and not even which are private", async () => {
    const { open, hidden, made } = await seenAs("freeBusyRead");
    expect(open).toMatchObject({ ...blank, id: made.open.id, subject: "Busy", showAs: "busy", start: made.open.start });
    expect(hidden).toMatchObject({ ...blank, subject: "Away", showAs: "oof", sensitivity: "normal" });
    const expanded = await bob.get(`${anns()}/events/${made.open.id}?$expand=calendar`);
    expect(expanded.json.calendar).toMatchObject({ canEdit: false, owner: { name: "ann" } });
    const found = await bob.get(`${anns()}/events?$filter=contains(subject,'Doctor')`);
    expect(found.json.value).toEqual([]);
    expect((await bob.get(`${anns()}/calendar`)).json).toMatchObject({ canEdit: false, canShare: false });
  });

  test("the switch freeBusyReaders opens or closes that", async () => {
    const made = await fill();
    office.emulator.switches.freeBusyReaders = "everybody";
    expect((await bob.get(`${anns()}/events/${made.open.id}`)).json.subject).toBe("Busy");
    office.emulator.switches.freeBusyReaders = "nobody";
    office.share(office.ann, "bob", "freeBusyRead");
    expect(codeOf(await bob.get(`${anns()}/events/${made.open.id}`))).toEqual(denied);
  });

  test("limitedRead: subject and place of what is not private", async () => {
    const { open, hidden } = await seenAs("limitedRead");
    expect(open).toMatchObject({ ...blank, subject: "Open", location: { displayName: "Attic" } });
    expect(hidden).toMatchObject({ ...blank, subject: "Private Appointment", sensitivity: "private", showAs: "oof" });
  });

  test("read: all of what is not private, and no write", async () => {
    const { open, hidden, made } = await seenAs("read");
    expect(open).toMatchObject({ subject: "Open", bodyPreview: "the secret agenda", categories: ["Red"] });
    expect(open.attendees).toHaveLength(1);
    expect(hidden).toMatchObject({ ...blank, subject: "Private Appointment" });
    const event = `${anns()}/events/${made.open.id}`;
    expect(codeOf(await bob.patch(event, { subject: "x" }))).toEqual(denied);
    expect(codeOf(await bob.delete(event))).toEqual(denied);
    expect(codeOf(await bob.post(`${anns()}/events`, eventBody()))).toEqual(denied);
    for (const action of ["cancel", "forward", "accept", "dismissReminder", "attachments", "extensions"]) {
      expect(codeOf(await bob.post(`${event}/${action}`, {}))).toEqual(denied);
    }
  });

  test.each(["write", "delegateWithoutPrivateEventAccess"] as const)(
    "%s: changes what is not private",
    async (role) => {
      const { hidden, made } = await seenAs(role);
      expect(hidden).toMatchObject({ ...blank, subject: "Private Appointment" });
      expect((await bob.patch(`${anns()}/events/${made.open.id}`, { subject: "Moved" })).json.subject).toBe("Moved");
      expect((await bob.delete(`${anns()}/events/${made.open.id}`)).status).toBe(204);
      expect(codeOf(await bob.patch(`${anns()}/events/${made.hidden.id}`, { subject: "x" }))).toEqual(denied);
      expect(codeOf(await bob.delete(`${anns()}/events/${made.hidden.id}`))).toEqual(denied);
      const calendar = (await bob.get(`${anns()}/calendar`)).json;
      expect(calendar).toMatchObject({ canEdit: true, canShare: false, canViewPrivateItems: false });
      expect(calendar.owner).toEqual({ name: "ann", address: "ann@quarry.example" });
    },
  );

  test("delegateWithPrivateEventAccess: sees and changes all", async () => {
    const { hidden, made } = await seenAs("delegateWithPrivateEventAccess");
    expect(hidden).toMatchObject({ subject: "Doctor", bodyPreview: "the secret agenda" });
    expect((await bob.patch(`${anns()}/events/${made.hidden.id}`, { subject: "Dentist" })).status).toBe(200);
    expect((await bob.get(`${anns()}/calendar`)).json.canViewPrivateItems).toBe(true);
  });

  test("custom: what the folder permission says; without one, as read", async () => {
    const { open } = await seenAs("custom");
    expect(open.subject).toBe("Open");
    office.share(office.ann, "bob", "custom", { custom: { sees: "limited", seesPrivate: true, edits: false } });
    const [first] = (await bob.get(`${anns()}/events?$filter=subject eq 'Doctor'`)).json.value;
    expect(first).toMatchObject({ ...blank, location: { displayName: "Attic" } });
  });

  test("an owner and an application see private events whole", async () => {
    const { hidden } = await fill();
    const own = await office.as(office.ann);
    for (const client of [own, office.graph]) {
      expect((await client.get(`${anns()}/events/${hidden.id}`)).json.subject).toBe("Doctor");
    }
  });

  test("Calendars.Read.Shared reads where the role would write", async () => {
    const { made } = await seenAs("write");
    const reader = await office.as(office.bob, "Calendars.Read.Shared");
    expect((await reader.get(`${anns()}/events/${made.open.id}`)).json.subject).toBe("Open");
    expect(codeOf(await reader.patch(`${anns()}/events/${made.open.id}`, { subject: "x" }))).toEqual(denied);
  });
});

describe("whom a permission is for", () => {
  test("My Organization is every colleague, and a row for the user alone counts before it", async () => {
    await fill();
    const row = `${anns()}/calendar/calendarPermissions/RGVmYXVsdA%3D%3D`;
    await office.graph.patch(row, { role: "write" });
    expect((await bob.post(`${anns()}/events`, eventBody())).status).toBe(201);
    office.share(office.ann, "bob", "limitedRead");
    expect(codeOf(await bob.post(`${anns()}/events`, eventBody()))).toEqual(denied);
    expect((await (await office.as(office.cleo)).get(`${anns()}/calendar`)).json.canEdit).toBe(true);
    await office.graph.patch(row, { role: "none" });
    expect(codeOf(await (await office.as(office.cleo)).get(`${anns()}/calendar`))).toEqual(denied);
  });
});

describe("who signed in", () => {
  test("a token from the sign-in with Calendars.Read.Shared reads what is shared", async () => {
    const { emulator, tenant, share, ann } = office;
    await fill();
    share(ann, "bob", "limitedRead");
    tenant.userConsent = "all";
    const app = addWebApp(emulator, tenant);
    const scope = "User.Read Calendars.Read.Shared";
    const code = await codeFor(emulator, tenant.id, app, "bob@quarry.example", { scope, emulator_action: "approve" });
    const token = (await redeem(emulator, tenant.id, app, code)).json.access_token;
    const { json } = await graphClient(emulator, token).get(`${anns()}/events?$orderby=subject`);
    expect(json.value.map(({ subject }: Json) => subject)).toEqual(["Open", "Private Appointment"]);
  });

  test("a guest is no colleague: My Organization is not for guests, a permission of their own is", async () => {
    const { emulator, tenant, share, ann } = office;
    const guest = emulator.add.addUser(tenant, {
      userPrincipalName: "zoe_harbour.example#EXT#@quarry.example",
      mail: "zoe@harbour.example",
      userType: "Guest",
      mailbox: false,
    });
    await office.graph.patch(`${anns()}/calendar/calendarPermissions/RGVmYXVsdA%3D%3D`, { role: "read" });
    const zoe = await office.as(guest);
    expect(codeOf(await zoe.get(`${anns()}/events`))).toEqual(denied);
    expect((await bob.get(`${anns()}/events`)).status).toBe(200);
    share(ann, "zoe@harbour.example", "limitedRead");
    expect((await zoe.get(`${anns()}/events`)).status).toBe(200);
  });
});

describe("private events in series and in change tracking", () => {
  const recurrence = {
    pattern: { type: "daily", interval: 1 },
    range: { type: "numbered", startDate: "2026-03-02", numberOfOccurrences: 3 },
  };
  const view = "calendarView?startDateTime=2026-03-01T00:00:00Z&endDateTime=2026-03-09T00:00:00Z";
  const subjects = (json: Json) => json.value.map(({ subject }: Json) => subject);

  test("an occurrence that was made private is hidden alone; a private series is hidden whole", async () => {
    const { graph } = office;
    const series = (await graph.post(`${anns()}/events`, eventBody({ subject: "Stand-up", recurrence }))).json;
    const [, second] = (await graph.get(`${anns()}/${view}`)).json.value;
    await graph.patch(`${anns()}/events/${second.id}`, { sensitivity: "private", subject: "Doctor" });
    office.share(office.ann, "bob", "read");
    expect(subjects((await bob.get(`${anns()}/${view}`)).json)).toEqual([
      "Stand-up",
      "Private Appointment",
      "Stand-up",
    ]);
    await graph.patch(`${anns()}/events/${series.id}`, { sensitivity: "private" });
    const seen = (await bob.get(`${anns()}/${view}`)).json;
    expect(subjects(seen)).toEqual(["Private Appointment", "Private Appointment", "Private Appointment"]);
    expect(JSON.stringify(seen)).not.toMatch(/Stand-up|Doctor/);
  });

  test("change tracking tells a sharee what the sharee may see, round after round", async () => {
    const { hidden, open } = await fill();
    office.share(office.ann, "bob", "read");
    const first = (await bob.get(`${anns()}/${view.replace("?", "/delta?")}`)).json;
    expect(subjects(first).sort()).toEqual(["Open", "Private Appointment"]);
    await office.graph.patch(`${anns()}/events/${hidden.id}`, { subject: "Surgery" });
    await office.graph.delete(`${anns()}/events/${open.id}`);
    const next = (await bob.get(first["@odata.deltaLink"])).json;
    expect(next.value).toHaveLength(2);
    expect(JSON.stringify(next)).not.toContain("Surgery");
    expect(next.value.find(({ id }: Json) => id === open.id)).toHaveProperty("@removed");
  });
});
