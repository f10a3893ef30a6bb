import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { eventBody, type GraphClient, type Json } from "./kit.js";
import { codeOf } from "./meeting-kit.js";
import { type Sharing, startSharing } from "./sharing.kit.js";

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
const names = (json: Json) => json.value.map(({ name }: Json) => name);

describe("a shared calendar in the sharee's own list (sheet 1.3 and 1.10)", () => {
  test("goes by the owner's name and shows what the sharee may do with it", async () => {
    const { ann, bob: sharee, share, accept } = office;
    share(ann, "bob", "delegateWithPrivateEventAccess");
    expect(names((await bob.get("/me/calendars")).json)).toEqual(["Calendar"]);
    const copy = accept(sharee, ann);
    const { json } = await bob.get("/me/calendars");
    expect(names(json)).toEqual(["Calendar", "ann"]);
    expect(json.value[1]).toMatchObject({
      id: copy.id,
      canShare: false,
      canEdit: true,
      canViewPrivateItems: true,
      isDefaultCalendar: false,
      isTallyingResponses: true,
      isRemovable: true,
      owner: { name: "ann", address: "ann@quarry.example" },
    });
    expect(copy.id).not.toBe(ann.mailbox.defaultCalendarId);
    expect(names((await bob.get("/me/calendars?$filter=canShare eq false")).json)).toEqual(["ann"]);
    expect((await bob.get(`/me/calendars/${copy.id}`)).json.owner.name).toBe("ann");
    expect(accept(sharee, ann).id).toBe(copy.id);
  });

  test("is read and written through the copy, as far as the role goes", async () => {
    const { ann, bob: sharee, share, accept, graph, base } = office;
    share(ann, "bob", "read");
    const { id } = accept(sharee, ann);
    const own = (await graph.post(`${base("ann")}/events`, eventBody())).json;
    await graph.post(`${base("ann")}/events`, eventBody({ subject: "Doctor", sensitivity: "private" }));
    const path = `/me/calendars/${id}`;
    expect((await bob.get(`${path}/events/${own.id}`)).json.subject).toBe("Planning");
    const view = (await bob.get(`${path}/calendarView?startDateTime=2026-03-01&endDateTime=2026-03-09`)).json;
    expect(view.value.map(({ subject }: Json) => subject).sort()).toEqual(["Planning", "Private Appointment"]);
    expect(codeOf(await bob.get(`/me/events/${own.id}`))).toEqual([404, "ErrorItemNotFound"]);
    expect(codeOf(await bob.post(`${path}/events`, eventBody()))).toEqual(denied);
    expect(codeOf(await bob.get(`${path}/calendarPermissions`))).toEqual(denied);
    share(ann, "bob", "write");
    const made = await bob.post(`${path}/events`, eventBody({ subject: "From Bob" }));
    expect([made.status, made.json.organizer.emailAddress.name]).toEqual([201, "ann"]);
    expect((await bob.get(made.headers.get("location") ?? "")).status).toBe(200);
    expect(await office.eventsOf("ann")).toHaveLength(3);
    expect(await office.eventsOf("bob")).toEqual([]);
    const [group] = (await bob.get("/me/calendarGroups")).json.value;
    const grouped = `/me/calendarGroups/${group.id}/calendars`;
    expect(names((await bob.get(grouped)).json)).toEqual(["Calendar", "ann"]);
    expect((await bob.get(`${grouped}/${id}/events`)).json.value).toHaveLength(3);
    expect(codeOf(await bob.get(`/me/calendarGroups/${id}/calendars/${id}/events`))).toEqual([
      404,
      "ErrorItemNotFound",
    ]);
  });

  test("needs a .Shared scope to be read; an application reads it as the sharee", async () => {
    const { ann, bob: sharee, share, accept, graph, base } = office;
    share(ann, "bob", "limitedRead");
    const { id } = accept(sharee, ann);
    await graph.post(`${base("ann")}/events`, eventBody({ body: { contentType: "text", content: "agenda" } }));
    const plain = await office.as(sharee, "Calendars.ReadWrite");
    expect(names((await plain.get("/me/calendars")).json)).toEqual(["Calendar", "ann"]);
    expect(codeOf(await plain.get(`/me/calendars/${id}/events`))).toEqual(denied);
    const [event] = (await graph.get(`${base("bob")}/calendars/${id}/events`)).json.value;
    expect(event).toMatchObject({ subject: "Planning", bodyPreview: "" });
    expect(codeOf(await graph.post(`${base("bob")}/calendars/${id}/events`, eventBody()))).toEqual(denied);
  });

  test("only its name can be changed, for the sharee alone; removing it takes nothing from the owner", async () => {
    const { ann, bob: sharee, share, accept, graph, base } = office;
    share(ann, "bob", "write");
    const { id } = accept(sharee, ann);
    expect((await bob.patch(`/me/calendars/${id}`, { name: "Boss" })).json.name).toBe("Boss");
    expect((await graph.get(`${base("ann")}/calendar`)).json.name).toBe("Calendar");
    for (const body of [{ color: "lightRed" }, { isDefaultCalendar: true }]) {
      expect(codeOf(await bob.patch(`/me/calendars/${id}`, body))).toEqual([400, "ErrorInvalidRequest"]);
    }
    await bob.post(`/me/calendars/${id}/events`, eventBody());
    expect((await bob.delete(`/me/calendars/${id}`)).status).toBe(204);
    const again = accept(sharee, ann);
    expect((await bob.post(`/me/calendars/${again.id}/permanentDelete`, {})).status).toBe(204);
    expect(names((await bob.get("/me/calendars")).json)).toEqual(["Calendar"]);
    expect(await office.eventsOf("ann")).toHaveLength(1);
  });

  test("leaves the list when the owner takes the permission back or deletes the calendar", async () => {
    const { ann, bob: sharee, share, accept, graph, base, emulator } = office;
    const kids = emulator.add.addCalendar(ann.mailbox, { name: "Kids" });
    const { id: pid } = share(ann, "bob", "read");
    share(ann, "bob", "read", { calendarId: kids.id });
    const first = accept(sharee, ann);
    const second = accept(sharee, ann, kids.id);
    expect(names((await bob.get("/me/calendars")).json)).toEqual(["Calendar", "ann", "Kids"]);
    await graph.delete(`${base("ann")}/calendar/calendarPermissions/${encodeURIComponent(pid)}`);
    expect(codeOf(await bob.get(`/me/calendars/${first.id}/events`))).toEqual(denied);
    expect(codeOf(await bob.get(`/me/calendars/${first.id}`))).toEqual([404, "ErrorItemNotFound"]);
    await graph.delete(`${base("ann")}/calendars/${kids.id}`);
    expect(codeOf(await bob.get(`/me/calendars/${second.id}/events`))).toEqual([404, "ErrorItemNotFound"]);
    expect(names((await bob.get("/me/calendars")).json)).toEqual(["Calendar"]);
  });

  test("a calendar of another tenant is read through the copy as well", async () => {
    const { emulator, bob: sharee, share, accept } = office;
    const harbour = emulator.add.addTenant({ domains: ["harbour.example"] });
    const zoe = emulator.add.addUser(harbour, { userPrincipalName: "zoe@harbour.example" }) as typeof sharee;
    share(zoe, "bob@quarry.example", "read");
    await office.invite(["zoe@harbour.example"], { subject: "Abroad" });
    const { id } = accept(sharee, zoe);
    expect((await bob.get(`/me/calendars/${id}/events`)).json.value[0].subject).toBe("Abroad");
  });
});

describe("sharing over HTTP", () => {
  test("a permission makes the calendar readable; the list has it once it is accepted, or at once by the switch", async () => {
    const { graph, base, emulator, ann } = office;
    const share = () =>
      graph.post(`${base("ann")}/calendar/calendarPermissions`, {
        emailAddress: { address: "bob@quarry.example" },
        role: "read",
      });
    const { json } = await share();
    expect((await bob.get(`${base("ann")}/calendar`)).status).toBe(200);
    expect(names((await bob.get("/me/calendars")).json)).toEqual(["Calendar"]);
    const accept = (body: unknown) =>
      fetch(`${emulator.url}/emulator/shared-calendars`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    const reply = await accept({ sharee: "bob@quarry.example", owner: "ANN@quarry.example" });
    expect([reply.status, ((await reply.json()) as Json).calendar.name]).toEqual([200, "ann"]);
    expect(names((await bob.get("/me/calendars")).json)).toEqual(["Calendar", "ann"]);
    expect((await accept({ sharee: "nobody@quarry.example", owner: "ann@quarry.example" })).status).toBe(404);
    expect((await accept({ sharee: "bob@quarry.example", owner: ann.id, calendar: "x" })).status).toBe(404);
    expect((await accept({ sharee: "bob@quarry.example" })).status).toBe(400);

    emulator.switches.sharedCalendarsAppear = "atOnce";
    await graph.delete(`${base("ann")}/calendar/calendarPermissions/${encodeURIComponent(json.id)}`);
    const cleo = await office.as(office.cleo);
    await graph.post(`${base("ann")}/calendar/calendarPermissions`, {
      emailAddress: { address: "cleo@quarry.example" },
      role: "read",
    });
    expect(names((await cleo.get("/me/calendars")).json)).toEqual(["Calendar", "ann"]);
  });
});
