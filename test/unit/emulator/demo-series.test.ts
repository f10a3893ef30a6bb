import { expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { createEmulator } from "../../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../../../emulator/seed/demo-ids.js";
import { askToken, graphClient, type Json, START } from "./kit.js";
import { window } from "./recurrence.kit.js";

test("the demo tenant has series in all copies, with an exception and a cancelled occurrence", async () => {
  const emulator = await createEmulator({ clock: createClock(() => START) });
  try {
    const { json } = await askToken(emulator, DEMO_TENANT_ID, {
      grant_type: "client_credentials",
      client_id: GATEWAY_APP.clientId,
      client_secret: GATEWAY_APP.clientSecret,
      scope: "https://graph.microsoft.com/.default",
    });
    const graph = graphClient(emulator, json.access_token);
    const march = window("2026-03-01", "2026-04-01");
    const shownTo = async (user: string, subject: string) => {
      const view = await graph.get(`/users/${user}/calendarView?${march}&$select=subject,type,start,seriesMasterId`);
      return view.json.value.filter((event: Json) => event.subject === subject);
    };
    for (const { id } of [DEMO_USERS.hana, DEMO_USERS.oskar]) {
      const standUps = await shownTo(id, "Support stand-up");
      expect(standUps.map(({ type }: Json) => type)).toEqual([
        "occurrence",
        "exception",
        ...Array(6).fill("occurrence"),
      ]);
      const master = await graph.get(
        `/users/${id}/events/${standUps[0].seriesMasterId}?$select=type,cancelledOccurrences`,
      );
      expect(master.json.type).toBe("seriesMaster");
      expect(master.json.cancelledOccurrences).toEqual([`OID.${master.json.id}.2026-03-09`]);
    }
    const boards = await shownTo(DEMO_USERS.marcus.id, "Board meeting");
    expect(boards.map(({ start }: Json) => start.dateTime.slice(0, 16))).toEqual(["2026-03-10T16:00"]);
  } finally {
    await emulator.close();
  }
});
