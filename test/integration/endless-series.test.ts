import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { eventInput } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CreateSeriesDocument,
  DeleteEventDocument,
  SeriesInstancesDocument,
  UpdateSeriesDocument,
  ViewWithSeriesDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";

const START = "2030-03-04T00:00:00.000Z";
const END = "2030-03-07T00:00:00.000Z";

describe("a series without end", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let id: string;

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.jonas.address] });
  });
  beforeEach(async () => {
    gateway.emulator.log.clear();
    const input = eventInput(organization, {
      recurrence: { pattern: { type: "DAILY" }, range: { type: "NO_END" } },
    });
    const { createEvent } = await organization.writer.data(CreateSeriesDocument, { input });
    expect(createEvent.errors).toEqual([]);
    expect(createEvent.event).toMatchObject({ recurrence: { rrule: "FREQ=DAILY", range: { type: "NO_END" } } });
    expect(lists()).toEqual([]);
    id = createEvent.event!.id;
    gateway.emulator.log.clear();
  });
  afterAll(() => gateway.close());

  /** What was asked of lists that hold occurrences, by their bounds. */
  const lists = () =>
    gateway.emulator.log
      .entries({ service: "graph" })
      .filter(({ path }) => /\/(instances|calendarView|delta)$/.test(path))
      .map(({ query }) => new URLSearchParams(query))
      .map((query) => [query.get("startDateTime"), query.get("endDateTime")]);
  const instances = (start: string, end: string, first?: number) =>
    organization.reader.query(SeriesInstancesDocument, { id, start, end, ...(first && { first }) });
  const nodesOf = ({ data: { node } }: Awaited<ReturnType<typeof instances>>) =>
    node && "instances" in node ? node.instances : null;

  test("lists its occurrences inside the window and no others, in one request with that window's bounds", async () => {
    const page = nodesOf(await instances(START, END))!;

    expect(page.nodes.map(({ originalStart }) => originalStart)).toEqual([
      "2030-03-04T08:00:00.000Z",
      "2030-03-05T08:00:00.000Z",
      "2030-03-06T08:00:00.000Z",
    ]);
    expect(page.pageInfo.hasNextPage).toBe(false);
    expect(lists()).toEqual([[START, END]]);
  });

  test("shows in a calendar view what the view's window holds, its end being none of it", async () => {
    const window = { start: "2031-05-05T00:00:00.000Z", end: "2031-05-07T00:00:00.000Z" };

    const { mailbox } = await organization.reader.data(ViewWithSeriesDocument, {
      id: organization.mailboxIds[0]!,
      ...window,
    });

    const own = mailbox!.calendarView!.nodes.filter(({ seriesMaster }) => seriesMaster?.id === id);
    expect(own.map(({ originalStart }) => originalStart)).toEqual([
      "2031-05-05T07:00:00.000Z",
      "2031-05-06T07:00:00.000Z",
    ]);
    expect(lists().every(([start, end]) => start !== null && end !== null)).toBe(true);
    expect(lists()).not.toEqual([]);
  });

  test("is asked for in bounded spans however long the window is", async () => {
    const page = nodesOf(await instances(START, "2041-03-04T00:00:00.000Z", 2))!;

    expect(page.nodes).toHaveLength(2);
    expect(page.pageInfo.hasNextPage).toBe(true);
    const spans = lists();
    expect(spans[0]![0]).toBe(START);
    expect(spans.at(-1)![1]).toBe("2041-03-04T00:00:00.000Z");
    for (const [start, end] of spans) {
      expect(Date.parse(end!) - Date.parse(start!)).toBeLessThanOrEqual(1_825 * 86_400_000);
    }
  });

  test("without a window, or with one of over fifty years, is refused before Microsoft is asked", async () => {
    const { errors: unbounded } = await organization.reader.send({
      query: "query ($id: ID!) { node(id: $id) { ... on Event { instances { nodes { id } } } } }",
      variables: { id },
    });
    expect(unbounded![0]!.message).toContain('"start"');
    expect(gateway.emulator.log.entries()).toEqual([]);

    const long = await instances(START, "2090-03-04T00:00:00.000Z");
    expect(nodesOf(long)).toBeNull();
    expect(long.errors).toMatchObject([{ extensions: { code: "LIMIT_EXCEEDED" } }]);
    expect(lists()).toEqual([]);
  });

  test("is changed, and deleted, without its occurrences being read", async () => {
    const changed = await organization.writer.data(UpdateSeriesDocument, { input: { id, subject: "Daily" } });
    expect(changed.updateEvent).toMatchObject({ event: { subject: "Daily" }, errors: [] });
    const deleted = await organization.writer.data(DeleteEventDocument, { input: { id } });
    expect(deleted.deleteEvent.errors).toEqual([]);

    expect(lists()).toEqual([]);
    expect(gateway.emulator.log.entries({ service: "graph" })).not.toEqual([]);
  });
});
