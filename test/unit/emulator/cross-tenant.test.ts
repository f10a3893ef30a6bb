import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { eventBody, graphClient, type Json, SECRET, tokenFor } from "./kit.js";
import { guest } from "./meeting-kit.js";
import { type Sharing, startSharing } from "./sharing.kit.js";

let office: Sharing;
const opened: Sharing[] = [];
beforeEach(async () => {
  office = await startSharing();
  opened.push(office);
});
afterAll(() => Promise.all(opened.map(({ emulator }) => emulator.close())));

/** Zoe of Harbour, whom Quarry knows as a guest under an address of her choice. */
async function withGuest(mail: string) {
  const { emulator, tenant } = office;
  const harbour = emulator.add.addTenant({ domains: ["harbour.example"] });
  const app = emulator.add.addApp(harbour, { secrets: [{ value: SECRET }] });
  emulator.add.consent(app, harbour, ["Calendars.ReadWrite"]);
  const zoe = emulator.add.addUser(harbour, { userPrincipalName: "zoe@harbour.example", displayName: "Zoe" });
  const known = emulator.add.addUser(tenant, {
    userPrincipalName: "zoe_harbour.example#EXT#@quarry.example",
    mail,
    displayName: "Zoe (guest)",
    userType: "Guest",
    mailbox: false,
    home: { tenantId: harbour.id, userId: zoe.id },
  });
  const graph = graphClient(emulator, await tokenFor(emulator, harbour, app));
  return { zoe, known, graph, events: async () => (await graph.get(`/users/${zoe.id}/events`)).json.value as Json[] };
}

describe("guests and other tenants as attendees", () => {
  test("a guest is mailed and gets the copy at home, where the answer comes from", async () => {
    const { known, graph, zoe, events } = await withGuest("zoe@harbour.example");
    const own = await office.invite(["zoe@harbour.example", "bob"]);
    expect(office.mailed()).toEqual([["invitation", "zoe,bob"]]);
    const [copy] = await events();
    expect(copy).toMatchObject({
      iCalUId: own.iCalUId,
      isOrganizer: false,
      organizer: { emailAddress: { name: "ann" } },
    });
    const local = await office.graph.get(`/users/${known.id}/events`);
    expect([local.status, local.json.error.code]).toEqual([404, "MailboxNotEnabledForRESTAPI"]);
    expect((await graph.post(`/users/${zoe.id}/events/${copy?.id}/accept`, {})).status).toBe(202);
    expect((await office.ownEvent(own.id)).attendees[0].status.response).toBe("accepted");
    await office.act("ann", own.id, "cancel");
    expect((await events())[0].isCancelled).toBe(true);
  });

  test("a guest is reached by the address in the directory, and by the sign-in name written as one", async () => {
    const { known, events } = await withGuest("zoe@private.example");
    await office.invite(["zoe@private.example"]);
    expect(await events()).toHaveLength(1);
    await office.invite([known.userPrincipalName]);
    expect(await events()).toHaveLength(2);
    expect(office.emulator.outbox.notices()).toHaveLength(2);
  });

  test("a meeting of another tenant reaches people here, and its updates too", async () => {
    const { graph, zoe } = await withGuest("zoe@harbour.example");
    const body = eventBody({ attendees: [guest("bob"), guest("nobody@quarry.example")] });
    const { json } = await graph.post(`/users/${zoe.id}/events`, body);
    await graph.patch(`/users/${zoe.id}/events/${json.id}`, { subject: "Abroad" });
    const [copy] = await office.eventsOf("bob");
    expect(copy).toMatchObject({ subject: "Abroad", organizer: { emailAddress: { address: "zoe@harbour.example" } } });
    expect(office.mailed()).toEqual([
      ["invitation", "bob,nobody"],
      ["update", "bob,nobody"],
    ]);
    expect((await office.act("bob", copy.id, "decline")).status).toBe(202);
    expect((await graph.get(`/users/${zoe.id}/events/${json.id}`)).json.attendees[0].status.response).toBe("declined");
  });

  test("free/busy of another tenant's people is not resolved here (5009)", async () => {
    await withGuest("zoe@harbour.example");
    const { json } = await office.graph.post(`${office.base("ann")}/calendar/getSchedule`, {
      schedules: ["zoe@harbour.example"],
      startTime: { dateTime: "2026-03-02T08:00:00", timeZone: "UTC" },
      endTime: { dateTime: "2026-03-02T11:00:00", timeZone: "UTC" },
    });
    expect(json.value[0].error.responseCode).toBe("5009");
  });
});
