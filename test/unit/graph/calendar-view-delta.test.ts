import { describe, expect, test } from "vitest";
import { calendarViewDelta, GraphError, isTrackingRefused } from "../../../src/graph/index.js";
import { newCall, newClient, newConnection } from "./kit/graph-call.js";
import { startGraphServer } from "./kit/graph-server.js";

const WINDOW = { startDateTime: "2026-03-02T00:00:00.000Z", endDateTime: "2026-03-09T00:00:00.000Z" };

/** Answers with the pages one after the other; `LINK` in a page stands for the server's own root. */
async function tracked(...pages: readonly unknown[]) {
  let asked = 0;
  let root = "";
  const server = await startGraphServer(() => {
    const page = pages[Math.min(asked++, pages.length - 1)];
    return { body: JSON.parse(JSON.stringify(page).replaceAll("LINK", `${root}/v1.0/users/ann/next`)) };
  });
  root = server.url;
  const { client } = newClient();
  const round = (deltaLink?: string, maxItems = 1_000) =>
    calendarViewDelta(
      client,
      newConnection(server.url),
      {
        mailbox: "ann",
        ...WINDOW,
        select: [],
        ...(deltaLink && { deltaLink: deltaLink.replace("LINK", root) }),
        maxItems,
      },
      newCall(),
    );
  return { round, server, root };
}

describe("a round of change tracking", () => {
  test("asks for the window in large pages and follows links to its end", async () => {
    const { round, server, root } = await tracked(
      { value: [{ id: "a" }], "@odata.nextLink": "LINK?$skiptoken=1" },
      { value: [{ id: "b" }, { id: "a" }], "@odata.deltaLink": "LINK?$deltatoken=2" },
    );
    expect(await round()).toEqual({
      items: [{ id: "a" }, { id: "b" }, { id: "a" }],
      deltaLink: `${root}/v1.0/users/ann/next?$deltatoken=2`,
    });
    const [first, second] = server.requests();
    expect(first?.url).toBe(
      "/users/ann/calendar/calendarView/delta?startDateTime=2026-03-02T00:00:00.000Z&endDateTime=2026-03-09T00:00:00.000Z",
    );
    expect(second?.url).toBe("/users/ann/next?$skiptoken=1");
    for (const { headers } of server.requests()) {
      expect(headers.prefer).toContain("odata.maxpagesize=1000");
      expect(headers.prefer).toContain("ImmutableId");
    }
  });

  test("begins where an earlier one ended", async () => {
    const { round, server } = await tracked({ value: [], "@odata.deltaLink": "LINK?$deltatoken=3" });
    await round("LINK/v1.0/users/ann/next?$deltatoken=2");
    expect(server.requests().map(({ url }) => url)).toEqual(["/users/ann/next?$deltatoken=2"]);
  });

  test("is given up when it does not end, by pages or by items", async () => {
    const endless = await tracked({ value: [{ id: "a" }], "@odata.nextLink": "LINK?$skiptoken=1" });
    expect((await endless.round()).deltaLink).toBeNull();
    expect(endless.server.requests()).toHaveLength(100);
    const large = await tracked({ value: [{ id: "a" }, { id: "b" }], "@odata.nextLink": "LINK?$skiptoken=1" });
    expect((await large.round(undefined, 3)).deltaLink).toBeNull();
    expect(large.server.requests()).toHaveLength(2);
  });

  test.each([
    ["no items", { "@odata.deltaLink": "LINK" }, "UnexpectedBody"],
    ["no link", { value: [] }, "UnexpectedBody"],
    ["a link that leads elsewhere", { value: [], "@odata.nextLink": "https://evil.example/v1.0/x" }, "ForeignLink"],
  ])("never takes an answer with %s for one without changes", async (_, page, code) => {
    const { round } = await tracked(page);
    await expect(round()).rejects.toMatchObject({ code });
  });
});

test.each([
  [410, "SyncStateNotFound", true],
  [400, "InvalidDeltaToken", true],
  [404, "ErrorItemNotFound", true],
  [403, "ErrorAccessDenied", true],
  [503, "Http503", true],
  [0, "UnexpectedBody", true],
  [0, "ForeignLink", true],
  [401, "InvalidAuthenticationToken", false],
  [429, "ApplicationThrottled", false],
  [0, "Timeout", false],
  [0, "NetworkError", false],
  [0, "CircuitOpen", false],
])("status %i with %s: is it change tracking alone that fails? %s", (status, code, expected) => {
  expect(isTrackingRefused(new GraphError("no", { status, code }))).toBe(expected);
});

test("what is no failure of Graph's says nothing about change tracking", () => {
  expect(isTrackingRefused(new Error("aborted"))).toBe(false);
});
