import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import {
  DEMO_TENANT_ID,
  DEMO_USERS,
  type DemoApp,
  EXPIRED_APP,
  GATEWAY_APP,
  SCOPED_APP,
  SECOND_GATEWAY_APP,
  SECOND_TENANT_ID,
  SECOND_TENANT_INES,
  UNCONSENTED_APP,
} from "../../../emulator/seed/demo-ids.js";
import { askToken, graphClient, START } from "./kit.js";

const WEEK = "startDateTime=2026-03-02T00:00:00Z&endDateTime=2026-03-09T00:00:00Z";

describe("the demo tenant", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await createEmulator({ clock: createClock(() => START) });
  });
  afterAll(() => emulator.close());

  const ask = (app: DemoApp, tenant = DEMO_TENANT_ID) =>
    askToken(emulator, tenant, {
      grant_type: "client_credentials",
      client_id: app.clientId,
      client_secret: app.clientSecret,
      scope: "https://graph.microsoft.com/.default",
    });
  const clientOf = async (app: DemoApp, tenant?: string) =>
    graphClient(emulator, (await ask(app, tenant)).json.access_token);

  test("the gateway's credentials read this week's events of three mailboxes in one batch", async () => {
    const graph = await clientOf(GATEWAY_APP);
    const names = ["ines", "hana", "daniel"] as const;
    const { json } = await graph.batch(
      names.map((name) => ({
        id: name,
        method: "GET",
        url: `/users/${DEMO_USERS[name].address}/calendarView?${WEEK}&$top=50`,
      })),
    );
    expect(json.responses).toHaveLength(3);
    for (const part of json.responses) {
      expect(part.status).toBe(200);
      expect(part.body.value.length).toBeGreaterThan(6);
    }
  });

  test("secrets have the shape of Entra's own", () => {
    for (const { clientSecret } of [GATEWAY_APP, EXPIRED_APP]) {
      expect(clientSecret).toHaveLength(40);
      expect(clientSecret).toMatch(/^[\w.~-]{3}\dQ~[\w.~-]{34}$/);
    }
  });

  test("events lie in working hours of their owner's own zone", async () => {
    const graph = await clientOf(GATEWAY_APP);
    const { json } = await graph.get(
      `/users/${DEMO_USERS.hana.id}/calendarView?${WEEK}&$select=subject,start&$top=50`,
      { Prefer: 'outlook.timezone="Tokyo Standard Time"' },
    );
    const lunches = json.value.filter(({ subject }: { subject: string }) => subject === "Lunch");
    expect(lunches).toHaveLength(5);
    for (const { start } of lunches) expect(start.dateTime).toMatch(/T12:15:00\.0000000$/);
  });

  test("the special registrations and users behave as they are named", async () => {
    expect((await ask(EXPIRED_APP)).json.error_codes).toEqual([7000222]);
    const unconsented = await clientOf(UNCONSENTED_APP);
    expect((await unconsented.get(`/users/${DEMO_USERS.ines.id}/calendar`)).status).toBe(403);
    const scoped = await clientOf(SCOPED_APP);
    expect((await scoped.get(`/users/${DEMO_USERS.ines.id}/calendar`)).status).toBe(200);
    expect((await scoped.get(`/users/${DEMO_USERS.mei.id}/calendar`)).json.error.code).toBe("ErrorAccessDenied");
    const gateway = await clientOf(GATEWAY_APP);
    expect((await gateway.get(`/users/${DEMO_USERS.nora.id}/calendar`)).json.error.code).toBe(
      "MailboxNotEnabledForRESTAPI",
    );
  });

  test("the same address in the second tenant is another mailbox", async () => {
    const second = await clientOf(SECOND_GATEWAY_APP, SECOND_TENANT_ID);
    const { json } = await second.get(`/users/${SECOND_TENANT_INES.address}/events?$select=subject`);
    expect(json.value.map(({ subject }: { subject: string }) => subject)).toEqual(["Brackwater board call"]);
  });

  test("all copies of a meeting share one iCalUId, and only the organizer sees the answers", async () => {
    const graph = await clientOf(GATEWAY_APP);
    const review = async (user: string) => {
      const { json } = await graph.get(`/users/${user}/calendarView?${WEEK}&$top=50`);
      return json.value.find(({ subject }: { subject: string }) => subject === "Product review");
    };
    const own = await review(DEMO_USERS.mei.id);
    const copy = await review(DEMO_USERS.luca.id);
    expect(copy.iCalUId).toBe(own.iCalUId);
    expect(copy.id).not.toBe(own.id);
    expect([own.isOrganizer, copy.isOrganizer]).toEqual([true, false]);
    expect(copy.responseStatus.response).toBe("notResponded");
    expect(copy.showAs).toBe("tentative");
    const responses = Object.fromEntries(
      own.attendees.map((entry: { emailAddress: { address: string }; status: { response: string } }) => [
        entry.emailAddress.address,
        entry.status.response,
      ]),
    );
    expect(responses[DEMO_USERS.luca.address]).toBe("none");
    expect(responses[DEMO_USERS.tomasz.address]).toBe("accepted");
  });

  test("a reset brings back the same ids and what was deleted", async () => {
    const graph = await clientOf(GATEWAY_APP);
    const path = `/users/${DEMO_USERS.jonas.id}/events?$select=id&$top=200`;
    const before = (await graph.get(path)).json.value;
    await graph.delete(`/users/${DEMO_USERS.jonas.id}/events/${before[0].id}`);
    expect((await graph.get(path)).json.value).toHaveLength(before.length - 1);
    emulator.reset();
    expect((await graph.get(path)).json.value).toEqual(before);
  });
});
