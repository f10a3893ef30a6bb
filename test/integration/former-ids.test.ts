import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../../emulator/index.js";
import {
  DEMO_TENANT_ID,
  DEMO_USERS,
  GATEWAY_APP,
  SECOND_GATEWAY_APP,
  SECOND_TENANT_ID,
  SECOND_TENANT_INES,
} from "../../emulator/seed/demo-ids.js";
import { parseMailboxObjectGlobalId } from "../../src/resolvers/common/global-id.js";
import { buildProgram, startChildGateway } from "../kit/child-gateway.js";
import { eventInput, makeEvent } from "../kit/events.js";
import { OWNER_KEY, startGateway, type TestGateway } from "../kit/gateway.js";
import * as operations from "../kit/generated/operations.js";
import { type KillPoint, startKillingProxy } from "../kit/killing-proxy.js";
import { eventId, storedMailbox } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";
import { type RecordingProxy, startRecordingProxy } from "../kit/recording-proxy.js";
import type { TestClient } from "../kit/test-client.js";

const { ines } = DEMO_USERS;
const WEEKLY = { rrule: "FREQ=WEEKLY;BYDAY=MO;COUNT=6" };
const at = (dateTime: string) => ({ dateTime, timeZone: "Europe/Berlin" });

const newCalendar = async (client: TestClient, mailboxId: string, name: string) => {
  const { createCalendar } = await client.data(operations.CreateCalendarDocument, { input: { mailboxId, name } });
  expect(createCalendar.errors).toEqual([]);
  return createCalendar.calendar!.id;
};
const read = async (client: TestClient, id: string) =>
  (await client.data(operations.EventByIdDocument, { id })).node as { id: string; subject: string };
const occurrencesOf = async (client: TestClient, id: string) => {
  const window = { start: "2026-01-01T00:00:00Z", end: "2028-01-01T00:00:00Z" };
  const { node } = await client.data(operations.SeriesInstancesDocument, { id, ...window });
  if (!node || !("instances" in node)) throw new Error("not an event");
  return node.instances!.nodes;
};

describe("ids that the gateway itself gave up", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: RecordingProxy;
  const calendars: string[] = [];

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startRecordingProxy(graphUrl);
        return proxy.url;
      },
    });
    organization = await makeOrganization(gateway, { addresses: [ines.address] });
    for (const name of ["One", "Two"]) {
      calendars.push(await newCalendar(organization.writer, organization.mailboxIds[0]!, name));
    }
  });
  beforeEach(() => {
    gateway.emulator.faults.clear();
    proxy.before = undefined;
    proxy.take();
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const move = async (id: string, calendarId = calendars[0]!) => {
    const { moveEvent } = await organization.writer.data(operations.MoveEventDocument, { input: { id, calendarId } });
    expect(moveEvent.errors).toEqual([]);
    return moveEvent.event!.id;
  };
  const moved = async (subject: string) => {
    const { id: former } = await makeEvent(organization, { subject });
    const present = await move(former);
    proxy.take();
    return { former, present };
  };
  const inGraph = (id: string) => encodeURIComponent(parseMailboxObjectGlobalId("Event", id).graphId);
  /** Requests as method and which id they were for. */
  const asked = (names: Readonly<Record<string, string>>) =>
    proxy.take().map(({ method, path }) => {
      const [name = "?"] = Object.entries(names).find(([, id]) => path.includes(inGraph(id))) ?? [];
      return `${method} ${name}`;
    });

  describe("by moving an event", () => {
    test("read the event where it is now, for one request more, and answer with its own id", async () => {
      const ids = await moved("Read");

      expect(await read(organization.reader, ids.former)).toMatchObject({ id: ids.present, subject: "Read" });

      expect(asked(ids)).toEqual(["GET former", "GET present"]);
    });

    test("cost nothing where an id works", async () => {
      const ids = await moved("Works");

      await read(organization.reader, ids.present);

      expect(asked(ids)).toEqual(["GET present"]);
    });

    test("lead through every further move, in one step", async () => {
      const { former, present } = await moved("Chain");
      const second = await move(former, calendars[1]!);
      const third = await move(present, calendars[0]!);
      proxy.take();

      for (const id of [former, present, second]) expect((await read(organization.reader, id)).id).toBe(third);

      const names = { former, present, second, third };
      expect(asked(names)).toEqual(["former", "present", "second"].flatMap((name) => [`GET ${name}`, "GET third"]));
    });

    test("are written to, once", async () => {
      const ids = await moved("Written");
      const input = { id: ids.former, subject: "Written anew" };

      const { updateEvent } = await organization.writer.data(operations.UpdateEventDocument, { input });

      expect(updateEvent).toMatchObject({ errors: [], event: { id: ids.present, subject: "Written anew" } });
      expect(asked(ids).filter((request) => request.startsWith("PATCH"))).toEqual(["PATCH former", "PATCH present"]);
    });

    test("keep an expected version: one from before the move is an old one", async () => {
      const before = await makeEvent(organization, { subject: "Versions" });
      const present = await move(before.id);
      const input = { id: before.id, subject: "x", expectedVersion: before.version };

      const { updateEvent } = (await organization.writer.query(operations.UpdateEventDocument, { input })).data;

      expect(updateEvent.errors).toMatchObject([{ code: "CONFLICT" }]);
      expect(await read(organization.reader, present)).toMatchObject({ subject: "Versions" });
    });

    test("are good for actions, extended data and attendees", async () => {
      const { former, present } = await moved("Acted on");
      const data = [{ key: "ticket", value: "A-1" }];

      const written = await organization.writer.data(operations.UpdateEventDocument, {
        input: { id: former, extendedData: data },
      });
      const dismissed = await organization.writer.data(operations.DismissReminderDocument, { input: { id: former } });
      const invited = await organization.writer.data(operations.AddAttendeesDocument, {
        input: { id: former, attendees: [{ address: DEMO_USERS.tomasz.address }], allowPast: true },
      });

      expect(written.updateEvent).toMatchObject({ errors: [], event: { id: present } });
      expect([dismissed.dismissReminder.errors, invited.addAttendees.errors]).toEqual([[], []]);
      const [stored] = [...storedMailbox(gateway, ines.address).events.values()].filter(
        ({ subject }) => subject === "Acted on",
      );
      expect(stored!.attendees).toHaveLength(1);
    });

    test("delete the event; then both ids are gone", async () => {
      const ids = await moved("Deleted");

      const { deleteEvent } = await organization.writer.data(operations.DeleteEventDocument, {
        input: { id: ids.former },
      });

      expect(deleteEvent.errors).toEqual([]);
      for (const id of Object.values(ids)) {
        expect(codesOf(await organization.reader.query(operations.EventByIdDocument, { id }))).toEqual(["NOT_FOUND"]);
      }
    });

    test("whose deletion was answered with an error do not delete the copy", async () => {
      const { id } = await makeEvent(organization, { subject: "Lost answer" });
      // Somebody deletes the original in the moment before the gateway does.
      proxy.before = async ({ method, path }) => {
        if (method !== "DELETE" || !path.includes(inGraph(id))) return;
        proxy.before = undefined;
        const mailbox = storedMailbox(gateway, ines.address);
        const { graphId } = parseMailboxObjectGlobalId("Event", id);
        gateway.emulator.store.removeEvent(mailbox, gateway.emulator.store.event(mailbox, graphId)!);
      };

      const present = await move(id);

      expect(await read(organization.reader, id)).toMatchObject({ id: present, subject: "Lost answer" });
    });
  });

  describe("by cutting a series in two [user-demands 41]", () => {
    const cut = async (more: Partial<operations.UpdateEventInput> = {}) => {
      const input = eventInput(organization, { recurrence: WEEKLY });
      const { createEvent } = await organization.writer.data(operations.CreateSeriesDocument, { input });
      const former = await occurrencesOf(organization.reader, createEvent.event!.id);
      const change = { id: former[2]!.id, scope: "THIS_AND_FOLLOWING" as const, subject: "Anew", ...more };
      const { updateEvent } = await organization.writer.data(operations.UpdateSeriesDocument, { input: change });
      expect(updateEvent.errors).toEqual([]);
      return { former: former.map(({ id }) => id), event: updateEvent.event! };
    };
    const presentOf = async (ids: readonly string[]) =>
      Promise.all(ids.map(async (id) => (await read(organization.reader, id)).id));

    test("are the same occurrences of the new series; those before the cut stay", async () => {
      const { former, event } = await cut();
      const present = (await occurrencesOf(organization.reader, event.id)).map(({ id }) => id);

      expect(await presentOf(former)).toEqual([...former.slice(0, 2), ...present]);
    });

    test("are so too when all of them move to another day", async () => {
      const { former, event } = await cut({ start: at("2026-03-18T14:00:00"), end: at("2026-03-18T15:00:00") });
      const present = (await occurrencesOf(organization.reader, event.id)).map(({ id }) => id);

      expect(await presentOf(former.slice(2))).toEqual(present);
    });

    test("with another rule, the one that was named goes on, and the others are gone", async () => {
      const { former, event } = await cut({ recurrence: { rrule: "FREQ=DAILY;COUNT=9" } });
      const [first] = await occurrencesOf(organization.reader, event.id);

      expect(await presentOf(former.slice(2, 3))).toEqual([first!.id]);
      const next = await organization.reader.query(operations.EventByIdDocument, { id: former[3]! });
      expect(codesOf(next)).toEqual(["NOT_FOUND"]);
    });

    test("without a rule, the one that was named is the single event", async () => {
      const { former, event } = await cut({ recurrence: null });

      expect(await presentOf(former.slice(2, 3))).toEqual([event.id]);
    });

    test("lead on when the new series is cut again", async () => {
      const { former, event } = await cut();
      const between = await occurrencesOf(organization.reader, event.id);
      const { updateEvent } = await organization.writer.data(operations.UpdateSeriesDocument, {
        input: { id: between[2]!.id, scope: "THIS_AND_FOLLOWING", subject: "Last" },
      });
      const last = (await occurrencesOf(organization.reader, updateEvent.event!.id)).map(({ id }) => id);

      expect(await presentOf(former)).toEqual([
        ...former.slice(0, 2),
        ...between.slice(0, 2).map(({ id }) => id),
        ...last,
      ]);
    });

    test("a write with a scope that concerns a removed occurrence is OCCURRENCE_GONE", async () => {
      const { former, event } = await cut();
      const present = await occurrencesOf(organization.reader, event.id);
      await organization.writer.data(operations.DeleteEventDocument, { input: { id: present[1]!.id } });

      const { updateEvent } = (
        await organization.writer.query(operations.UpdateSeriesDocument, {
          input: { id: former[3]!, scope: "THIS", subject: "x" },
        })
      ).data;

      expect(updateEvent.errors).toMatchObject([{ code: "OCCURRENCE_GONE" }]);
    });
  });

  test("lead nobody of another organization anywhere, packed with a mailbox of his own", async () => {
    const { former } = await moved("Ours");
    const second = await makeOrganization(gateway, {
      tenantId: SECOND_TENANT_ID,
      app: SECOND_GATEWAY_APP,
      addresses: [SECOND_TENANT_INES.address],
    });
    const { graphId } = parseMailboxObjectGlobalId("Event", former);
    const packed = eventId(second.mailboxIds[0]!, graphId);

    expect(codesOf(await second.admin.query(operations.EventByIdDocument, { id: former }))).toEqual(["NOT_FOUND"]);
    proxy.take();
    expect(codesOf(await second.admin.query(operations.EventByIdDocument, { id: packed }))).toEqual(["NOT_FOUND"]);
    expect(proxy.take()).toHaveLength(1);
  });

  test("show no more than the rules of visibility let", async () => {
    const { former, present } = await moved("Secret");
    const mailbox = storedMailbox(gateway, ines.address);
    const [event] = [...mailbox.events.values()].filter(({ subject }) => subject === "Secret");
    gateway.emulator.store.putEvent(mailbox, { ...event!, sensitivity: "private" });

    const shown = await read(organization.reader, former);

    expect(shown).toEqual(await read(organization.reader, present));
    expect(shown.subject).not.toBe("Secret");
  });
});

/** Processes start slowly on a machine that has other work. */
const PATIENCE = { timeout: 120_000 };

describe("a process that is killed while it moves an event", () => {
  let emulator: Emulator;
  let program: Awaited<ReturnType<typeof buildProgram>>;

  beforeAll(async () => {
    emulator = await createEmulator();
    program = await buildProgram();
  }, PATIENCE.timeout);
  afterAll(async () => {
    await emulator.close();
    await program.remove();
  });

  const POINTS: readonly (readonly [string, KillPoint])[] = [
    ["after the copy was made", { method: "POST", when: "after" }],
    ["before the original is deleted", { method: "DELETE", when: "before" }],
    ["after the original was deleted", { method: "DELETE", when: "after" }],
  ];

  test.each(POINTS)("%s: its id works, and the same call finishes it", PATIENCE, async (subject, point) => {
    const dataDir = await mkdtemp(join(tmpdir(), "gateway-move-"));
    const proxy = await startKillingProxy(emulator.graphUrl);
    const start = () =>
      startChildGateway(program.main, {
        NODE_ENV: "development",
        EXPLORER: "off",
        DATA_DIR: dataDir,
        BOOTSTRAP_API_KEY: OWNER_KEY,
        EMULATOR_LOGIN_URL: emulator.loginUrl,
        EMULATOR_GRAPH_URL: proxy.url,
      });
    const first = await start();
    const { owner } = first;
    const { createOrganization } = await owner.data(operations.CreateOrganizationDocument, {
      input: { name: "C", slug: "c" },
    });
    const { createConnection } = await owner.data(operations.CreateConnectionDocument, {
      input: {
        organizationId: createOrganization.organization!.id,
        name: "main",
        cloud: "EMULATOR",
        tenantId: DEMO_TENANT_ID,
        ...GATEWAY_APP,
      },
    });
    const { createMailbox } = await owner.data(operations.CreateMailboxDocument, {
      input: { connectionId: createConnection.connection!.id, address: ines.address },
    });
    const mailboxId = createMailbox.mailbox!.id;
    const calendarId = await newCalendar(owner, mailboxId, subject);
    const { createEvent } = await owner.data(operations.CreateEventDocument, {
      input: eventInput({ mailboxIds: [mailboxId] }, { subject }),
    });
    const { id } = createEvent.event!;

    proxy.killAt(point, () => first.child.kill("SIGKILL"));
    await owner.query(operations.MoveEventDocument, { input: { id, calendarId } }).catch(() => undefined);
    await first.end("SIGKILL");
    expect(proxy.hasKilled()).toBe(true);

    const second = await start();
    expect(await read(second.owner, id)).toMatchObject({ subject });
    const { moveEvent } = await second.owner.data(operations.MoveEventDocument, { input: { id, calendarId } });
    expect(moveEvent.errors).toEqual([]);
    expect(await read(second.owner, id)).toMatchObject({ id: moveEvent.event!.id, subject });
    const [tenant] = emulator.store.tenants.values();
    const { events } = emulator.store.userByMail(tenant!, ines.address)!.mailbox!;
    expect([...events.values()].filter((event) => event.subject === subject)).toHaveLength(1);
    await second.end("SIGTERM");
    await proxy.close();
    await rm(dataDir, { recursive: true, force: true });
  });
});
