import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { UTC } from "../../emulator/core/time-zones.js";
import { zonedFromInstant } from "../../emulator/core/zoned-time.js";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { eventInput } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CalendarViewDocument,
  CreateEventDocument,
  DeleteEventDocument,
  EventByIdDocument,
  type PermissionLevel,
  SubjectsOnlyDocument,
  UpdateConnectionDocument,
  UpdateEventDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const WINDOW = { start: "2026-03-02T00:00:00Z", end: "2026-03-03T00:00:00Z" };

describe("least privilege [demand 19]", () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startGateway();
    const { emulator } = gateway;
    const { mailbox } = emulator.store.tenant(DEMO_TENANT_ID)!.users.get(DEMO_USERS.ines.id)!;
    for (const [hour, sensitivity] of [
      [9, "normal"],
      [11, "private"],
    ] as const) {
      emulator.add.addEvent(mailbox!, {
        subject: `Review ${sensitivity}`,
        body: { contentType: "text", content: "Bring figures." },
        start: zonedFromInstant(Date.UTC(2026, 2, 2, hour), UTC),
        end: zonedFromInstant(Date.UTC(2026, 2, 2, hour + 1), UTC),
        sensitivity,
        showAs: "busy",
      });
    }
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  const appWith = (role: string) => {
    const tenant = gateway.emulator.store.tenant(DEMO_TENANT_ID)!;
    const app = gateway.emulator.add.addApp(tenant, { secrets: [{ value: "good" }] });
    gateway.emulator.add.consent(app, tenant, [role]);
    return { clientId: app.appId, clientSecret: "good" };
  };
  const make = async (permissionLevel: PermissionLevel, role: string): Promise<TestOrganization> => {
    const organization = await makeOrganization(gateway, { app: appWith(role), addresses: [DEMO_USERS.ines.address] });
    const input = { id: organization.connectionId, permissionLevel };
    await organization.admin.data(UpdateConnectionDocument, { input });
    return organization;
  };
  const view = ({ reader, mailboxIds }: TestOrganization) =>
    reader.query(CalendarViewDocument, { id: mailboxIds[0]!, ...WINDOW });

  test.each(["READ", "FREE_BUSY"] as const)(
    "at the level %s every write is refused before Graph is asked",
    async (level) => {
      const organization = await make(level, "Calendars.ReadWrite");
      const { data } = await view(organization);
      const id = data.mailbox!.calendarView!.edges[0]!.node.id;
      gateway.emulator.log.clear();
      const { writer } = organization;

      const refusals = [
        (await writer.query(CreateEventDocument, { input: eventInput(organization) })).data.createEvent,
        (await writer.query(UpdateEventDocument, { input: { id, subject: "Changed" } })).data.updateEvent,
        (await writer.query(DeleteEventDocument, { input: { id } })).data.deleteEvent,
      ];

      for (const { errors } of refusals) {
        expect(errors).toMatchObject([{ code: "CONNECTION_READ_ONLY" }]);
        expect(errors[0]!.message).toContain(level);
      }
      expect(gateway.emulator.log.entries()).toEqual([]);
    },
  );

  test("READ works with Calendars.Read and shows everything but what private events are about", async () => {
    const { data, errors } = await view(await make("READ", "Calendars.Read"));

    expect(errors).toBeUndefined();
    expect(data.mailbox!.calendarView!.edges.map(({ node }) => node)).toMatchObject([
      { subject: "Review normal", body: { content: expect.stringContaining("Bring figures.") } },
      { subject: null, body: null, showAs: "BUSY" },
    ]);
  });

  test.each(["Calendars.ReadBasic.All", "Calendars.ReadWrite"])(
    "FREE_BUSY with %s shows times and titles, no texts, and of private events only the time [demands 21, 22]",
    async (role) => {
      const organization = await make("FREE_BUSY", role);

      const { data, errors, extensions } = await view(organization);

      expect(errors).toBeUndefined();
      const [normal, hidden] = data.mailbox!.calendarView!.edges.map(({ node }) => node);
      expect(normal).toMatchObject({ subject: "Review normal", body: null, bodyPreview: null, showAs: "BUSY" });
      expect(hidden).toMatchObject({ subject: null, body: null, organizer: null, showAs: "BUSY" });
      expect(hidden!.start).toMatchObject({ instant: "2026-03-02T11:00:00.000Z" });
      expect(extensions!.notices).toMatchObject([{ code: "FIELDS_WITHHELD" }]);
      const [request] = gateway.emulator.log.entries({ service: "graph" });
      expect(decodeURIComponent(request!.query)).not.toMatch(/[=,]body/);
      const read = await organization.reader.query(EventByIdDocument, { id: hidden!.id });
      expect(read.data.node).toMatchObject({ subject: null });
    },
  );

  test("nothing is noted where nothing that is withheld was asked for", async () => {
    const { reader, mailboxIds } = await make("FREE_BUSY", "Calendars.ReadBasic.All");

    const { data, extensions } = await reader.query(SubjectsOnlyDocument, { id: mailboxIds[0]!, ...WINDOW });

    expect(data.mailbox!.calendarView!.nodes.map(({ subject }) => subject)).toEqual(["Review normal", null]);
    expect(extensions).not.toHaveProperty("notices");
  });

  test("more than before must be verified again; less need not", async () => {
    const { admin, connectionId: id } = await make("READ_WRITE", "Calendars.ReadWrite");
    const level = async (permissionLevel: PermissionLevel) =>
      (await admin.data(UpdateConnectionDocument, { input: { id, permissionLevel } })).updateConnection.connection!;

    expect(await level("FREE_BUSY")).toMatchObject({ permissionLevel: "FREE_BUSY", stateReason: null });
    expect(await level("READ")).toMatchObject({ state: "DRAFT", stateReason: "Changed since the last verification." });
  });
});
