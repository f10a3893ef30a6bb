import { describe, expect, test } from "vitest";
import { readAll } from "../../../src/graph/index.js";
import { get, newCall, newClient, newConnection } from "./kit/graph-call.js";
import { type GraphServer, type SeenRequest, startGraphServer } from "./kit/graph-server.js";

interface Item {
  readonly id: string;
}

/** Serves these pages to every mailbox; page n is asked for by `$skip=n`. */
async function listServer(pages: readonly (readonly string[])[]): Promise<GraphServer> {
  const root: { url?: string } = {};
  const server = await startGraphServer(({ url }: SeenRequest) => {
    const page = Number(/\$skip=(\d+)/.exec(url)?.[1] ?? 0);
    const link = `${root.url}/v1.0${url.split("?")[0]}?$skip=${page + 1}`;
    const isLast = page + 1 === pages.length;
    return { body: { value: pages[page]?.map((id) => ({ id })), ...(!isLast && { "@odata.nextLink": link }) } };
  });
  root.url = server.url;
  return server;
}

describe("reading a list", () => {
  test("follows the links over short and empty pages and drops repeated items", async () => {
    const server = await listServer([["a", "b"], [], ["b", "c"], ["d"]]);
    const { client } = newClient();
    const request = { ...get("ann", "/events"), headers: { prefer: "odata.maxpagesize=2" } };

    const list = await readAll<Item>(client, newConnection(server.url), request, newCall(), { maxItems: 100 });

    expect(list).toEqual({ items: [{ id: "a" }, { id: "b" }, { id: "c" }, { id: "d" }], isCut: false });
    expect(server.requests().map(({ url }) => url)).toEqual([
      "/users/ann/events",
      "/users/ann/events?$skip=1",
      "/users/ann/events?$skip=2",
      "/users/ann/events?$skip=3",
    ]);
    expect(new Set(server.requests().map(({ headers }) => headers.prefer))).toEqual(
      new Set(['IdType="ImmutableId", odata.maxpagesize=2']),
    );
  });

  test.each([
    [1, ["a"], true, 1],
    [2, ["a", "b"], true, 1],
    [3, ["a", "b", "c"], true, 2],
    [4, ["a", "b", "c", "d"], false, 2],
  ])("at most %i items are %j", async (maxItems, ids, isCut, requests) => {
    const server = await listServer([
      ["a", "b"],
      ["c", "d"],
    ]);
    const { client } = newClient();

    const list = await readAll<Item>(client, newConnection(server.url), get("ann"), newCall(), { maxItems });

    expect(list).toEqual({ items: ids.map((id) => ({ id })), isCut });
    expect(server.requests()).toHaveLength(requests);
  });

  test("a list that links for ever is cut after so many pages", async () => {
    const server = await listServer(Array.from({ length: 50 }, () => []));
    const { client } = newClient();
    const limits = { maxItems: 100, maxPages: 7 };

    const list = await readAll<Item>(client, newConnection(server.url), get("ann"), newCall(), limits);

    expect(list).toEqual({ items: [], isCut: true });
    expect(server.requests()).toHaveLength(7);
  });

  test("a link to another host is refused and never asked", async () => {
    const other = await startGraphServer();
    const link = `${other.url}/v1.0/users/ann/events?$skip=1`;
    const server = await startGraphServer(() => ({ body: { value: [{ id: "a" }], "@odata.nextLink": link } }));
    const { client } = newClient();

    const reading = readAll<Item>(client, newConnection(server.url), get("ann"), newCall(), { maxItems: 100 });

    await expect(reading).rejects.toMatchObject({ code: "ForeignLink" });
    expect(other.exchanges).toEqual([]);
  });

  test("pages of several mailboxes share batches, their links made relative", async () => {
    const server = await listServer([["a"], ["b"], ["c"]]);
    const { client } = newClient();
    const connection = newConnection(server.url);

    const lists = await Promise.all(
      ["ann", "bob", "cid"].map((mailbox) =>
        readAll<Item>(client, connection, get(mailbox, "/events"), newCall(), { maxItems: 100 }),
      ),
    );

    expect(lists.map(({ items }) => items.length)).toEqual([3, 3, 3]);
    expect(server.exchanges.map(({ path, requests }) => [path, requests.length])).toEqual([
      ["/v1.0/$batch", 3],
      ["/v1.0/$batch", 3],
      ["/v1.0/$batch", 3],
    ]);
    expect(server.exchanges[1]?.requests[0]?.url).toBe("/users/ann/events?$skip=1");
  });
});
