import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createEmulator, type Emulator } from "../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../../emulator/seed/demo-ids.js";
import { buildProgram, type ChildGateway, startChildGateway } from "../kit/child-gateway.js";
import { eventInput, FUTURE } from "../kit/events.js";
import { OWNER_KEY } from "../kit/gateway.js";
import {
  CreateConnectionDocument,
  CreateEventSafelyDocument,
  CreateMailboxDocument,
  CreateOrganizationDocument,
  DeleteEventSafelyDocument,
  RespondToEventDocument,
  UpdateEventSafelyDocument,
} from "../kit/generated/operations.js";
import { type LossyProxy, startLossyProxy } from "../kit/lossy-proxy.js";
import { eventId } from "../kit/meetings.js";

/** Processes start slowly on a machine that has other work, and a killed one holds its lease for five seconds. */
const PATIENCE = { timeout: 90_000 };

let emulator: Emulator;
let proxy: LossyProxy;
let dataDir: string;
let program: Awaited<ReturnType<typeof buildProgram>>;

beforeAll(async () => {
  emulator = await createEmulator();
  proxy = await startLossyProxy(emulator.graphUrl);
  program = await buildProgram();
  dataDir = await mkdtemp(join(tmpdir(), "gateway-crash-"));
}, PATIENCE.timeout);
afterAll(async () => {
  await emulator.close();
  await proxy.close();
  await program.remove();
  await rm(dataDir, { recursive: true, force: true });
});

const start = () =>
  startChildGateway(program.main, {
    NODE_ENV: "development",
    EXPLORER: "off",
    DATA_DIR: dataDir,
    BOOTSTRAP_API_KEY: OWNER_KEY,
    EMULATOR_LOGIN_URL: emulator.loginUrl,
    EMULATOR_GRAPH_URL: proxy.url,
    // Each request by itself, so that the proxy sees its method.
    GRAPH_BATCH_WIDTH: "1",
  });

async function mailboxOf({ owner }: ChildGateway) {
  const { createOrganization } = await owner.data(CreateOrganizationDocument, { input: { name: "C", slug: "c" } });
  const { createConnection } = await owner.data(CreateConnectionDocument, {
    input: {
      organizationId: createOrganization.organization!.id,
      name: "main",
      cloud: "EMULATOR",
      tenantId: DEMO_TENANT_ID,
      clientId: GATEWAY_APP.clientId,
      clientSecret: GATEWAY_APP.clientSecret,
    },
  });
  const connectionId = createConnection.connection!.id;
  const { createMailbox } = await owner.data(CreateMailboxDocument, {
    input: { connectionId, address: DEMO_USERS.jonas.address },
  });
  return { connectionId, mailboxId: createMailbox.mailbox!.id };
}

test("killed between Graph's answer and its own, each write is done once and answered", PATIENCE, async () => {
  const tenant = [...emulator.store.tenants.values()][0]!;
  const events = () => [...emulator.store.userByMail(tenant, DEMO_USERS.jonas.address)!.mailbox!.events.values()];
  const named = (subject: string) => events().filter((event) => event.subject === subject);
  let gateway = await start();
  /** Runs the work in a process that is killed when Graph has done it, and again in the next. */
  const twice = async <T>(method: string, work: (at: ChildGateway) => Promise<T>): Promise<T> => {
    const done = proxy.holdNext(method);
    const lost = work(gateway).catch((error: unknown) => error);
    await done;
    await gateway.end("SIGKILL");
    expect(await lost).toBeInstanceOf(Error);
    gateway = await start();
    return work(gateway);
  };
  const { mailboxId, connectionId } = await mailboxOf(gateway);
  const input = eventInput({ mailboxIds: [mailboxId] }, { subject: "Once" });

  const made = await twice("POST", ({ owner }) =>
    owner.data(CreateEventSafelyDocument, { input: { ...input, idempotencyKey: "create" } }),
  );
  expect(named("Once")).toHaveLength(1);
  const { id, version } = made.createEvent.event!;

  const patches = () => emulator.log.entries({ service: "graph", method: "PATCH" }).length;
  const change = { id, expectedVersion: version, subject: "Changed once", idempotencyKey: "update" };
  const changed = await twice("PATCH", ({ owner }) => owner.data(UpdateEventSafelyDocument, { input: change }));
  expect(changed.updateEvent.event).toMatchObject({ id, subject: "Changed once" });
  expect(patches()).toBe(1);

  const expectedVersion = changed.updateEvent.event!.version;
  const removed = await twice("DELETE", ({ owner }) =>
    owner.data(DeleteEventSafelyDocument, { input: { id, expectedVersion, idempotencyKey: "delete" } }),
  );
  expect(removed.deleteEvent.deletedId).toBe(id);
  expect(named("Changed once")).toEqual([]);

  // An answer, by which the organizer is mailed: another mailbox of the same connection.
  const address = DEMO_USERS.ines.address;
  const { createMailbox } = await gateway.owner.data(CreateMailboxDocument, { input: { connectionId, address } });
  const meeting = eventInput(
    { mailboxIds: [createMailbox.mailbox!.id] },
    { ...FUTURE, subject: "Answered once", attendees: [{ address: DEMO_USERS.jonas.address }] },
  );
  await gateway.owner.data(CreateEventSafelyDocument, { input: meeting });
  const [invited] = named("Answered once");
  const invitedId = eventId(mailboxId, invited!.immutableId);
  const answers = () =>
    emulator.log.entries({ service: "graph", method: "POST" }).filter(({ path }) => path.endsWith("/accept")).length;
  const answered = await twice("POST", ({ owner }) =>
    owner.data(RespondToEventDocument, { input: { id: invitedId, response: "ACCEPT", idempotencyKey: "respond" } }),
  );
  expect(answered.respondToEvent).toMatchObject({ event: { id: invitedId, response: "ACCEPTED" } });
  expect(answers()).toBe(1);
  await gateway.end("SIGTERM");
});
