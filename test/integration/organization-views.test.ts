import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { zonedFromInstant } from "../../emulator/core/zoned-time.js";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  type EventFilter,
  FilteredViewDocument,
  LimitsDocument,
  OrganizationViewDocument,
  type OrganizationViewQueryVariables,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";

const HOUR_MS = 3_600_000;
const FROM = Date.UTC(2027, 4, 3);
const WEEK = { start: new Date(FROM).toISOString(), end: new Date(FROM + 7 * 24 * HOUR_MS).toISOString() };
const NAMES = ["sofia", "attic", "harbour", "lighthouse", "luca"] as const;

type Asked = Omit<OrganizationViewQueryVariables, "id" | "start" | "end">;

describe("events of many mailboxes as one list", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: NAMES.map((name) => DEMO_USERS[name].address) });
    const { store, add } = gateway.emulator;
    for (const [index, name] of NAMES.entries()) {
      const { mailbox } = store.user(store.tenant(DEMO_TENANT_ID)!, DEMO_USERS[name].id)!;
      for (let n = 0; n < 5; n++) {
        // Every mailbox has one at the same time as the others, which only its id tells apart.
        const at = FROM + (n === 0 ? 24 : 30 + n * 10 + index) * HOUR_MS;
        add.addEvent(mailbox!, {
          subject: `${name} ${n}`,
          start: zonedFromInstant(at),
          end: zonedFromInstant(at + HOUR_MS),
          showAs: n % 2 === 0 ? "busy" : "free",
        });
      }
    }
  });
  beforeEach(() => {
    gateway.emulator.log.clear();
    gateway.emulator.faults.clear();
  });
  afterAll(() => gateway.close());

  const ask = (asked: Asked = {}, window = WEEK) =>
    organization.reader.query(OrganizationViewDocument, { id: organization.id, ...window, ...asked });
  async function view(asked: Asked = {}) {
    const { data, errors } = await ask(asked);
    if (errors) throw new Error(JSON.stringify(errors));
    return data.organization!.calendarView!;
  }
  const idsOf = ({ edges }: Awaited<ReturnType<typeof view>>) => edges.map(({ node }) => node.id);

  test("is by start, then mailbox, and costs one request a mailbox in envelopes of four [P5]", async () => {
    const { edges, totalCount, problems, asOf, pageInfo } = await view({ first: 100 });

    expect(totalCount).toBe(25);
    expect(edges).toHaveLength(25);
    expect(problems).toEqual([]);
    expect(asOf).not.toBeNull();
    expect(pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
    const starts = edges.map(({ node: { start } }) => ("instant" in start ? Date.parse(start.instant) : Number.NaN));
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(edges.slice(0, 5).map(({ node }) => node.mailbox?.id)).toEqual([...organization.mailboxIds].sort());
    const { log } = gateway.emulator;
    // The token of a first request is no matter of mailboxes.
    expect(log.entries({ service: "graph", kind: "http" })).toHaveLength(2);
    expect(log.count({ pathEnd: "/calendarView" })).toBe(5);
    expect(log.count({ service: "graph", kind: "part" })).toBeLessThanOrEqual(5);
  });

  test.each([
    [1, "START_ASC"],
    [4, "START_ASC"],
    [4, "START_DESC"],
    [24, "START_DESC"],
    [25, "START_ASC"],
  ] as const)("is whole in pages of %i from either end, in the order %s [demand 25]", async (size, orderBy) => {
    const whole = idsOf(await view({ first: 100 }));
    if (orderBy === "START_DESC") whole.reverse();
    for (const direction of ["forward", "backward"] as const) {
      const found: string[][] = [];
      for (let cursor: string | null = null; ; ) {
        const page: Awaited<ReturnType<typeof view>> =
          direction === "forward"
            ? await view({ first: size, after: cursor, orderBy })
            : await view({ last: size, before: cursor, orderBy });
        found[direction === "forward" ? "push" : "unshift"](idsOf(page));
        const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
        expect(direction === "forward" ? hasPreviousPage : hasNextPage).toBe(cursor !== null);
        if (!(direction === "forward" ? hasNextPage : hasPreviousPage)) break;
        cursor = (direction === "forward" ? endCursor : startCursor) ?? null;
      }
      expect(found.flat()).toEqual(whole);
    }
  });

  test("goes on where it was when one of its mailboxes fails half way", async () => {
    const whole = await view({ first: 100 });
    const head = await view({ first: 10 });
    const [failing] = organization.mailboxIds;
    gateway.emulator.faults.add({
      match: { mailbox: DEMO_USERS.sofia.address },
      times: "always",
      action: { kind: "error", status: 403, code: "ErrorAccessDenied" },
    });

    const rest = await view({ first: 100, after: head.pageInfo.endCursor ?? null });

    const expected = whole.edges.slice(10).filter(({ node }) => node.mailbox?.id !== failing);
    expect(idsOf(rest)).toEqual(expected.map(({ node }) => node.id));
    expect(rest.problems).toEqual([
      { mailbox: { id: failing }, code: "CONSENT_MISSING", message: expect.any(String), retryAfterMs: null },
    ]);
  });

  test("says how long Microsoft asks to wait, and is empty with its reasons when no mailbox answers", async () => {
    gateway.emulator.faults.add({
      match: {},
      times: "always",
      action: { kind: "error", status: 429, code: "ApplicationThrottled", headers: { "retry-after": "600" } } as never,
    });

    const { edges, problems, asOf, totalCount } = await view();

    expect([edges, asOf, totalCount]).toEqual([[], null, 0]);
    expect(problems).toHaveLength(5);
    for (const problem of problems) expect(problem.code).toBe("UPSTREAM_THROTTLED");
  });

  test("is about the mailboxes that are named, each once, or those of a connection", async () => {
    const [one = "", two = ""] = organization.mailboxIds;
    const named = await view({ mailboxIds: [two, one, two], first: 100 });
    expect(named.totalCount).toBe(10);
    expect(gateway.emulator.log.count({ pathEnd: "/calendarView" })).toBe(2);
    expect((await view({ connectionId: organization.connectionId })).totalCount).toBe(25);
  });

  test("within an allowed age costs no request", async () => {
    await view({ maxAge: 3_600 });
    gateway.emulator.log.clear();

    const again = await view({ maxAge: 3_600, first: 3 });

    expect(again.totalCount).toBe(25);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("longer than Graph answers is one list all the same, and each part of a mailbox is a request [demand 31]", async () => {
    const [one = ""] = organization.mailboxIds;
    const window = { start: WEEK.start, end: new Date(FROM + 5_000 * 24 * HOUR_MS).toISOString() };
    const { data, errors } = await ask({ mailboxIds: [one], first: 100 }, window);

    expect(errors).toBeUndefined();
    expect(data.organization!.calendarView!.totalCount).toBe(5);
    expect(gateway.emulator.log.count({ pathEnd: "/calendarView" })).toBe(3);
  });

  test("is refused by its cost where it would be more requests than an operation may make", async () => {
    const { errors } = await ask({}, { start: WEEK.start, end: new Date(FROM + 18_250 * 24 * HOUR_MS).toISOString() });

    expect(errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED", limit: { name: "cost", max: 100_000 } } }]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test.each<[string, Asked, string, object]>([
    ["no mailbox", { mailboxIds: [] }, "INVALID_INPUT", { argumentPath: ["mailboxIds"] }],
    ["what is no id", { mailboxIds: ["x"] }, "INVALID_INPUT", { argumentPath: ["mailboxIds", "0"] }],
    ["a connection that is no id", { connectionId: "x" }, "INVALID_INPUT", { argumentPath: ["connectionId"] }],
    ["more than a page", { first: 101 }, "LIMIT_EXCEEDED", { limit: { name: "pageSize", max: 100, actual: 101 } }],
    [
      "an empty list of a filter",
      { filter: { showAs: { in: [] } } },
      "INVALID_INPUT",
      { argumentPath: ["filter", "showAs", "in"] },
    ],
    ["a foreign cursor", { first: 1, after: "x" }, "INVALID_INPUT", { argumentPath: ["after"] }],
    ["a foreign cursor backwards", { last: 1, before: "" }, "INVALID_INPUT", { argumentPath: ["before"] }],
    ["both directions", { first: 1, last: 1 }, "INVALID_INPUT", { argumentPath: ["first"] }],
    ["an age below none", { maxAge: -1 }, "INVALID_INPUT", { argumentPath: ["maxAge"] }],
  ])("that asks for %s is refused before anything is read", async (_name, asked, code, extensions) => {
    const { errors } = await ask(asked);

    expect(errors).toMatchObject([{ extensions: { code, ...extensions } }]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  test("of mailboxes and a connection at once is refused, as are more mailboxes than a list may be about", async () => {
    const both = await ask({ mailboxIds: [...organization.mailboxIds], connectionId: organization.connectionId });
    expect(both.errors).toMatchObject([{ extensions: { code: "INVALID_INPUT", argumentPath: ["connectionId"] } }]);
    const many = Array.from({ length: 201 }, (_, n) => `mbx_01ARZ3NDEKTSV4RRFFQ6${String(n).padStart(6, "0")}`);
    expect((await ask({ mailboxIds: many })).errors).toMatchObject([
      { extensions: { code: "LIMIT_EXCEEDED", limit: { name: "mailboxesPerView", max: 200, actual: 201 } } },
    ]);
    expect(gateway.emulator.log.entries()).toEqual([]);
  });

  describe("filtered", () => {
    const filter: EventFilter = { showAs: { in: ["BUSY"] } };

    test("has honest pages and counts, and reads what the filter needs", async () => {
      const page = await view({ filter, first: 10 });

      expect(page.totalCount).toBe(15);
      expect(page.pageInfo.hasNextPage).toBe(true);
      const rest = await view({ filter, first: 10, after: page.pageInfo.endCursor ?? null });
      expect([...page.edges, ...rest.edges].map(({ node }) => node.subject?.split(" ")[1]).sort()).toEqual([
        "0",
        "0",
        "0",
        "0",
        "0",
        "2",
        "2",
        "2",
        "2",
        "2",
        "4",
        "4",
        "4",
        "4",
        "4",
      ]);
      expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
      const [request] = gateway.emulator.log.entries({ pathEnd: "/calendarView" });
      expect(new URLSearchParams(request?.query).get("$select")?.split(",")).toContain("showAs");
    });

    test("refuses a cursor of the list without the filter, and of another order", async () => {
      const { pageInfo } = await view({ first: 1 });
      for (const other of [{ filter }, { orderBy: "START_DESC" as const }]) {
        const { errors } = await ask({ ...other, first: 1, after: pageInfo.endCursor ?? null });
        expect(errors).toMatchObject([
          { message: expect.stringContaining("another `filter`"), extensions: { code: "INVALID_INPUT" } },
        ]);
      }
    });

    test("works on one mailbox and backwards as well", async () => {
      const [id = ""] = organization.mailboxIds;
      const { mailbox } = await organization.reader.data(FilteredViewDocument, {
        id,
        ...WEEK,
        filter: { subject: { contains: "SOFIA" }, ...filter },
        orderBy: "START_DESC",
        first: 2,
      });

      expect(mailbox!.calendarView).toMatchObject({
        nodes: [{ subject: "sofia 4" }, { subject: "sofia 2" }],
        totalCount: 3,
        pageInfo: { hasNextPage: true, hasPreviousPage: false },
      });
    });
  });

  test("has limits that can be asked for, and that are those of the errors [demand 31]", async () => {
    const { limits } = await organization.reader.data(LimitsDocument, {});

    expect(limits).toMatchObject({ pageSize: 100, windowDays: 18_250, requestDays: 1_825, mailboxesPerView: 200 });
    expect(codesOf(await ask({ first: limits.pageSize + 1 }))).toEqual(["LIMIT_EXCEEDED"]);
  });
});
