import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { zonedFromInstant } from "../../emulator/core/zoned-time.js";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CalendarsOfMailboxDocument,
  CalendarViewDocument,
  type CalendarViewQueryVariables,
  MailboxesOfDocument,
  OrganizationsDocument,
  SubjectsOnlyDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

const DAY_MS = 86_400_000;
const FROM = Date.UTC(2027, 0, 1);
const WINDOW = { start: new Date(FROM).toISOString(), end: new Date(FROM + 100 * DAY_MS).toISOString() };

type Page = Pick<CalendarViewQueryVariables, "first" | "after" | "last" | "before">;

describe("paging", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  /** Its mailboxes by name: a few events, many events, no events. */
  let few: string;
  let many: string;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, {
      addresses: [DEMO_USERS.attic.address, DEMO_USERS.harbour.address, DEMO_USERS.lighthouse.address],
    });
    [few, many] = organization.mailboxIds as [string, string];
    // Three of them start together each time, so that the order cannot stand on the start alone.
    for (let n = 0; n < 23; n++) addEvent("attic", `few ${n}`, Math.floor(n / 3));
    for (let n = 0; n < 1_000; n++) addEvent("harbour", `many ${n}`, n % 90);
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  function addEvent(room: "attic" | "harbour" | "lighthouse", subject: string, day: number) {
    const { store, add } = gateway.emulator;
    const { mailbox } = store.user(store.tenant(DEMO_TENANT_ID)!, DEMO_USERS[room].id)!;
    const at = FROM + day * DAY_MS;
    return add.addEvent(mailbox!, { subject, start: zonedFromInstant(at), end: zonedFromInstant(at + 3_600_000) });
  }

  const ask = (id: string, page: Page, window = WINDOW) =>
    organization.reader.query(CalendarViewDocument, { id, ...window, ...page });
  const pageOf = async (id: string, page: Page) => {
    const { data, errors } = await ask(id, page);
    if (errors) throw new Error(JSON.stringify(errors));
    const { edges, pageInfo } = data.mailbox!.calendarView!;
    return { ids: edges.map(({ node }) => node.id), subjects: edges.map(({ node }) => node.subject), pageInfo };
  };

  /** Walks a view from one end to the other and gives the ids in the view's order. */
  async function walk(id: string, size: number, direction: "forward" | "backward"): Promise<string[]> {
    const found: string[][] = [];
    for (let cursor: string | null = null; ; ) {
      const more = cursor === null ? {} : direction === "forward" ? { after: cursor } : { before: cursor };
      const { ids, pageInfo } = await pageOf(id, {
        ...(direction === "forward" ? { first: size } : { last: size }),
        ...more,
      });
      found[direction === "forward" ? "push" : "unshift"](ids);
      const isFirst = cursor === null;
      const [ahead, behind] =
        direction === "forward"
          ? [pageInfo.hasNextPage, pageInfo.hasPreviousPage]
          : [pageInfo.hasPreviousPage, pageInfo.hasNextPage];
      expect(behind).toBe(!isFirst);
      if (!ahead) return found.flat();
      expect(ids).toHaveLength(size);
      cursor = (direction === "forward" ? pageInfo.endCursor : pageInfo.startCursor) ?? null;
    }
  }

  describe("of a calendar view", () => {
    test.each([1, 7, 23, 24])("pages of %i give the whole view, from either end [demand 25]", async (size) => {
      const whole = await pageOf(few, { first: 100 });
      expect(whole.ids).toHaveLength(23);
      expect(new Set(whole.ids).size).toBe(23);
      expect(whole.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });

      expect(await walk(few, size, "forward")).toEqual(whole.ids);
      expect(await walk(few, size, "backward")).toEqual(whole.ids);
    });

    test("a cursor survives events that come and go, its own event among them", async () => {
      const before = await pageOf(few, { first: 10 });
      const { store } = gateway.emulator;
      const { mailbox } = store.user(store.tenant(DEMO_TENANT_ID)!, DEMO_USERS.attic.id)!;
      const early = addEvent("attic", "came early", 0);
      const late = addEvent("attic", "came late", 6);
      const own = [...mailbox!.events.values()].find(({ subject }) => subject === before.subjects.at(-1))!;
      store.removeEvent(mailbox!, own);

      const after = await pageOf(few, { first: 100, after: before.pageInfo.endCursor ?? null });

      const everything = [...before.subjects, ...after.subjects];
      expect(new Set(everything).size).toBe(everything.length);
      expect(everything).toHaveLength(24);
      expect(after.subjects).toContain("came late");
      for (const event of [early, late]) store.removeEvent(mailbox!, event);
      store.putEvent(mailbox!, own);
    });

    test("an empty view is an empty page without cursors", async () => {
      expect(await pageOf(few, { first: 5, after: (await pageOf(few, { last: 1 })).pageInfo.endCursor! })).toEqual({
        ids: [],
        subjects: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
      });
    });

    test("1000 events of a mailbox cost one request, whatever page is asked for", async () => {
      const { pageInfo } = await pageOf(many, { first: 100 });

      expect(pageInfo.hasNextPage).toBe(true);
      expect(gateway.emulator.log.entries({ service: "graph" })).toHaveLength(1);
    });

    test("two pages of one view in one query are read once", async () => {
      const query = `query Two($id: ID!, $start: DateTime!, $end: DateTime!) { mailbox(id: $id) {
        head: calendarView(start: $start, end: $end, first: 2) { nodes { id } }
        tail: calendarView(start: $start, end: $end, last: 2) { nodes { id } }
      } }`;

      const { errors } = await organization.reader.send({ query, variables: { id: few, ...WINDOW } });

      expect(errors).toBeUndefined();
      expect(gateway.emulator.log.count({ pathEnd: "/calendarView" })).toBe(1);
    });

    test("a window with more events than are read at once is refused rather than cut short [demand 25]", async () => {
      for (let n = 0; n < 5_001; n++) addEvent("lighthouse", "too many", 0);

      const { errors, data } = await organization.reader.query(SubjectsOnlyDocument, {
        id: organization.mailboxIds[2]!,
        ...WINDOW,
      });

      expect(data.mailbox!.calendarView).toBeNull();
      expect(errors).toMatchObject([
        { extensions: { code: "LIMIT_EXCEEDED", limit: { name: "eventsPerWindow", max: 5_000 } } },
      ]);
    });
  });

  describe("windows and pages that are refused reach Graph with no request", () => {
    const at = (days: number) => new Date(FROM + days * DAY_MS).toISOString();
    test.each<[string, Page, { start: string; end: string }, string, object]>([
      ["a start after its end", {}, { start: at(1), end: at(0) }, "INVALID_INPUT", { argumentPath: ["end"] }],
      ["a window of nothing", {}, { start: at(1), end: at(1) }, "INVALID_INPUT", { argumentPath: ["end"] }],
      [
        "over fifty years [demand 31]",
        {},
        { start: at(0), end: at(18_251) },
        "LIMIT_EXCEEDED",
        { limit: { name: "windowDays", max: 18_250, actual: 18_251 } },
      ],
      [
        "an oversized page",
        { first: 101 },
        WINDOW,
        "LIMIT_EXCEEDED",
        { limit: { name: "pageSize", max: 100, actual: 101 } },
      ],
      [
        "an oversized last page",
        { last: 1_000_000 },
        WINDOW,
        "LIMIT_EXCEEDED",
        { limit: { name: "pageSize", max: 100, actual: 1_000_000 } },
      ],
      ["a page of none", { first: 0 }, WINDOW, "INVALID_INPUT", { argumentPath: ["first"] }],
      ["a page of less than none", { last: -1 }, WINDOW, "INVALID_INPUT", { argumentPath: ["last"] }],
      ["both directions", { first: 1, last: 1 }, WINDOW, "INVALID_INPUT", { argumentPath: ["first"] }],
      ["after with last", { last: 1, after: "x" }, WINDOW, "INVALID_INPUT", { argumentPath: ["first"] }],
    ])("%s", async (_name, page, window, code, extensions) => {
      const { errors } = await ask(few, page, window);

      expect(errors).toMatchObject([{ extensions: { code, ...extensions } }]);
      expect(gateway.emulator.log.entries()).toEqual([]);
    });
  });

  test.each([
    [1_825, 1],
    [1_826, 2],
    [18_250, 11],
  ])("a window of %i days is whole and costs %i requests [demand 31]", async (days, requests) => {
    const at = (day: number) => new Date(FROM + day * DAY_MS).toISOString();
    const { data, errors, extensions } = await ask(few, { first: 100 }, { start: at(-20), end: at(days - 20) });

    expect(errors).toBeUndefined();
    expect(data.mailbox!.calendarView!.edges).toHaveLength(23);
    expect(gateway.emulator.log.count({ pathEnd: "/calendarView" })).toBe(requests);
    const { requestedCost } = extensions!.cost as { requestedCost: number };
    expect(Math.floor(requestedCost / 100)).toBeGreaterThanOrEqual(requests);
  });

  test.each([
    ["a text", "next"],
    ["a cursor of another list", "01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    ["nothing", ""],
  ])("a foreign cursor is refused: %s", async (_name, cursor) => {
    for (const page of [
      { first: 1, after: cursor },
      { last: 1, before: cursor },
    ]) {
      expect(codesOf(await ask(few, page))).toEqual(["INVALID_INPUT"]);
    }
    expect(codesOf(await organization.reader.query(CalendarsOfMailboxDocument, { id: few, after: cursor }))).toEqual([
      "INVALID_INPUT",
    ]);
    if (cursor.startsWith("01")) return;
    expect(
      codesOf(await organization.reader.query(MailboxesOfDocument, { id: organization.id, after: cursor })),
    ).toEqual(["INVALID_INPUT"]);
  });

  test("lists of our own are walked from either end", async () => {
    const mailboxes = async (page: Page) =>
      (await organization.reader.data(MailboxesOfDocument, { id: organization.id, ...page })).organization!.mailboxes!;
    const first = await mailboxes({ first: 2 });
    const second = await mailboxes({ first: 2, after: first.pageInfo.endCursor! });
    const last = await mailboxes({ last: 2 });

    expect([...first.nodes, ...second.nodes].map(({ id }) => id)).toEqual(organization.mailboxIds);
    expect([first.pageInfo, second.pageInfo]).toMatchObject([
      { hasNextPage: true, hasPreviousPage: false },
      { hasNextPage: false, hasPreviousPage: true },
    ]);
    expect(last.nodes.map(({ id }) => id)).toEqual(organization.mailboxIds.slice(1));
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });

    const others = [
      await makeOrganization(gateway, { addresses: [] }),
      await makeOrganization(gateway, { addresses: [] }),
    ];
    const head = await gateway.owner.data(OrganizationsDocument, { first: 1 });
    const rest = await gateway.owner.data(OrganizationsDocument, { after: head.organizations.pageInfo.endCursor! });
    expect(rest.organizations.nodes.map(({ id }) => id)).toEqual(others.map(({ id }) => id));
    expect(codesOf(await gateway.owner.query(OrganizationsDocument, { first: 101 }))).toEqual(["LIMIT_EXCEEDED"]);
  });
});
