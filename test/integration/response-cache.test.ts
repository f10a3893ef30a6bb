import { afterEach, describe, expect, test } from "vitest";
import { zonedFromInstant } from "../../emulator/core/zoned-time.js";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway, type TestGatewayOptions } from "../kit/gateway.js";
import { UpdateConnectionDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import type { TestClient } from "../kit/test-client.js";

interface View {
  readonly asOf: string;
  readonly nodes: readonly { readonly subject: string }[];
}

const SECOND = 1_000;
const MONDAY = "2026-03-02T00:00:00Z";
const SUNDAY = "2026-03-08T00:00:00Z";

describe("answers of an allowed age", () => {
  let gateway: TestGateway;
  afterEach(() => gateway.close());

  /** A gateway on a clock of its own, which moves only when the test says so. */
  async function start(options: TestGatewayOptions = {}, addresses?: readonly string[]) {
    const time = { now: Date.now() };
    gateway = await startGateway({ ...options, clock: { now: () => time.now } });
    const organization = await makeOrganization(gateway, { ...(addresses && { addresses }) });
    gateway.emulator.log.clear();
    return { organization, time };
  }

  async function ask(
    organization: TestOrganization,
    maxAge: number | null,
    {
      client = organization.reader,
      ids = organization.mailboxIds,
    }: { client?: TestClient; ids?: readonly string[] } = {},
  ) {
    const query = `query Dashboard($ids: [ID!]!, $maxAge: Int) { nodes(ids: $ids) { ... on Mailbox {
      calendarView(start: "${MONDAY}", end: "${SUNDAY}", first: 100, maxAge: $maxAge) { asOf nodes { subject } } } } }`;
    const { data, errors } = await client.send<{ nodes: readonly { readonly calendarView: View | null }[] }>({
      query,
      variables: { ids, maxAge },
    });
    return { views: (data?.nodes ?? []).map((node) => node?.calendarView), errors };
  }
  /** An event that comes to be without the gateway. */
  function addUpstream(address: string, subject: string) {
    const { store, add } = gateway.emulator;
    const mailbox = [...store.tenants.values()].flatMap(
      (tenant) => store.userByMail(tenant, address)?.mailbox ?? [],
    )[0];
    if (mailbox === undefined) throw new Error("no mailbox");
    const at = Date.parse(MONDAY) + 10 * 3_600_000;
    add.addEvent(mailbox, { subject, start: zonedFromInstant(at), end: zonedFromInstant(at + 3_600_000) });
  }
  const requests = () => gateway.emulator.log.count({ service: "graph" });
  const exchanges = () => gateway.emulator.log.count({ service: "graph", kind: "http" });

  test("are given again without a request until they are older, and say when Microsoft was asked", async () => {
    const { organization, time } = await start();
    const first = await ask(organization, 60);
    const asked = requests();
    time.now += 60 * SECOND;
    const second = await ask(organization, 60);

    expect(second).toEqual(first);
    expect(requests()).toBe(asked);
    expect(Date.parse(first.views[0]?.asOf ?? "")).toBe(time.now - 60 * SECOND);
    const line = JSON.parse(gateway.logLines.findLast((text) => text.includes("Dashboard")) ?? "{}");
    expect(line.upstream).toMatchObject({ graphRequests: 0, httpRequests: 0, cachedReads: 3 });
  });

  test("past that age cost one change request a mailbox, four to an HTTP request, and show what changed", async () => {
    const users = [DEMO_USERS.ines, DEMO_USERS.tomasz, DEMO_USERS.mei, DEMO_USERS.jonas, DEMO_USERS.harbour];
    const { organization, time } = await start(
      {},
      users.map(({ address }) => address),
    );
    await ask(organization, 60);
    for (const _ of [1, 2]) {
      time.now += 61 * SECOND;
      gateway.emulator.log.clear();
      await ask(organization, 60);
      expect(exchanges()).toBe(2);
      expect(gateway.emulator.log.count({ pathEnd: "/delta" })).toBe(5);
    }
    addUpstream(DEMO_USERS.mei.address, "Brand new");
    time.now += 61 * SECOND;
    gateway.emulator.log.clear();

    const { views } = await ask(organization, 60);

    expect(views[2]?.nodes).toContainEqual({ subject: "Brand new" });
    expect(gateway.emulator.log.count({ pathEnd: "/delta" })).toBe(5);
  });

  test("are not kept where no age is allowed, and asking for none asks Microsoft", async () => {
    const { organization } = await start({ env: { RESPONSE_CACHE_MAX_AGE_SECONDS: "60" } });
    await ask(organization, 0);
    await ask(organization, 0);
    expect(requests()).toBe(6 + 2);
    await ask(organization, null);
    await ask(organization, null);
    expect(requests()).toBe(9 + 3);
  });

  test("are new after a write through the gateway, also in the mailbox of somebody invited", async () => {
    const { organization } = await start();
    const { views: before } = await ask(organization, 3_600);
    const invited = DEMO_USERS.tomasz.address;
    await makeEvent(organization, { subject: "Own write", attendees: [{ address: invited, type: "REQUIRED" }] });
    const { views: after } = await ask(organization, 3_600);

    expect(JSON.stringify(before)).not.toContain("Own write");
    expect(after.slice(0, 2).map((view) => view?.nodes.some(({ subject }) => subject === "Own write"))).toEqual([
      true,
      true,
    ]);
  });

  test("are never those of another organization, nor of a connection that is off", async () => {
    const { organization } = await start();
    const other = await makeOrganization(gateway);
    await ask(organization, 3_600);
    gateway.emulator.log.clear();

    const foreign = await ask(organization, 3_600, { client: other.reader });
    expect(foreign.views).toEqual([undefined, undefined, undefined]);
    expect(requests()).toBe(0);
    await ask(other, 3_600);
    expect(requests()).toBeGreaterThan(0);

    const turn = (isEnabled: boolean) =>
      organization.admin.data(UpdateConnectionDocument, { input: { id: organization.connectionId, isEnabled } });
    await turn(false);
    const { views, errors } = await ask(organization, 3_600);
    expect(views).toEqual([null, null, null]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(3).fill("CONNECTION_UNUSABLE"));
    await turn(true);
    gateway.emulator.log.clear();
    await ask(organization, 3_600);
    expect(requests()).toBeGreaterThan(0);
  });

  test("are kept nowhere when the cache is off", async () => {
    const { organization } = await start({ env: { RESPONSE_CACHE: "off" } });
    await ask(organization, 3_600);
    await ask(organization, 3_600);
    expect(gateway.emulator.log.count({ service: "graph", pathEnd: "/calendarView" })).toBe(6);
  });

  test.each([
    [-1, "INVALID_INPUT"],
    [86_401, "LIMIT_EXCEEDED"],
  ])("cannot be %i seconds old: %s, and nothing is asked", async (maxAge, code) => {
    const { organization } = await start();
    const { errors } = await ask(organization, maxAge);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(Array(3).fill(code));
    expect(requests()).toBe(0);
  });
});
