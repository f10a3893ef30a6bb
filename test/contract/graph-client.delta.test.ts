import { type Client, PageIterator } from "@microsoft/microsoft-graph-client";
import type { Event } from "@microsoft/microsoft-graph-types";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { graphClient, graphErrorOf, type Page } from "./kit/clients.js";
import { eventually } from "./kit/eventually.js";
import { emulatedTenant, isRealTenant, NEEDS_EMULATOR, openTarget, type Target } from "./kit/target.js";
import { Tidy } from "./kit/tidy.js";
import { meeting, newSubject, windowOf } from "./kit/week.js";

type Change = Event & { "@removed"?: { reason: string } };

const tidy = new Tidy();
let target: Target;
let client: Client;
let home: string;
beforeAll(async () => {
  target = await openTarget();
  client = graphClient(target);
  home = `/users/${target.mailbox}`;
});
afterAll(async () => {
  await tidy.run(client);
  await target.close();
});

async function create(subject: string): Promise<Event> {
  const event: Event = await client.api(`${home}/events`).post(meeting(subject, {}, 60));
  tidy.later(`${home}/events/${event.id}`);
  return event;
}

/** One whole round: its changes, its pages and the link for the next one. */
async function round(link: string | undefined): Promise<{ changes: Change[]; link: string; pages: number }> {
  const headers = { Prefer: "odata.maxpagesize=2" };
  const start =
    link === undefined ? client.api(`${home}/calendarView/delta`).query(windowOf(60, 61)) : client.api(link);
  const first: Page<Change> = await start.headers(headers).get();
  const changes: Change[] = [];
  const pages = new PageIterator(client, first, (change: Change) => changes.push(change) > 0, { headers });
  await pages.iterate();
  return { changes, link: String(pages.getDeltaLink()), pages: first["@odata.nextLink"] === undefined ? 1 : 2 };
}

/** Rounds until these changes were told; a real mailbox takes a moment to tell them. */
async function changesSince(link: string, isWhole: (changes: readonly Change[]) => boolean): Promise<Change[]> {
  const all: Change[] = [];
  let next = link;
  return eventually(async () => {
    const { changes, link: following } = await round(next);
    all.push(...changes);
    next = following;
    return isWhole(all) ? all : undefined;
  });
}

describe("microsoft-graph-client: change tracking", () => {
  test("a first round tells of everything in the window, over pages, and ends with a delta link", async () => {
    const events = [
      await create(newSubject("delta")),
      await create(newSubject("delta")),
      await create(newSubject("delta")),
    ];

    const { changes, link, pages } = await round(undefined);

    expect(changes.map(({ id }) => id)).toEqual(expect.arrayContaining(events.map(({ id }) => id)));
    expect(pages).toBe(2);
    expect(link).toMatch(/\$deltatoken=/i);
  });

  test("the next rounds tell what is new, what changed and what is gone, and nothing else", async () => {
    const [kept, changed, removed] = [
      await create(newSubject("delta kept")),
      await create(newSubject("delta changed")),
      await create(newSubject("delta removed")),
    ];
    const { link } = await round(undefined);

    const fresh = await create(newSubject("delta new"));
    await client.api(`${home}/events/${changed?.id}`).patch({ showAs: "free" });
    await client.api(`${home}/events/${removed?.id}`).delete();
    const wanted = [fresh.id, changed?.id, removed?.id];
    const changes = await changesSince(link, (all) => wanted.every((id) => all.some((change) => change.id === id)));

    const byId = new Map(changes.map((change) => [change.id, change]));
    expect(byId.get(fresh.id)?.subject).toBe(fresh.subject);
    expect(byId.get(changed?.id)?.showAs).toBe("free");
    expect(byId.get(removed?.id)?.["@removed"]).toEqual({ reason: "deleted" });
    expect(byId.has(kept?.id)).toBe(false);
  });

  test("a round of nothing is empty and still has a link", async () => {
    let { link } = await round(undefined);

    const quiet = await eventually(async () => {
      const next = await round(link);
      link = next.link;
      return next.changes.length === 0 ? next : undefined;
    });

    expect(quiet.link).toMatch(/\$deltatoken=/i);
    expect(await round(quiet.link)).toMatchObject({ changes: [] });
  });

  test("tracking takes a window and no selection", async () => {
    const path = `${home}/calendarView/delta`;

    expect(await graphErrorOf(client.api(path).get())).toMatchObject({ statusCode: 400 });
    expect(await graphErrorOf(client.api(path).query(windowOf(60, 61)).filter("isAllDay eq true").get())).toMatchObject(
      {
        statusCode: 400,
      },
    );
  });
});

describe.skipIf(isRealTenant)(`change tracking ${NEEDS_EMULATOR}`, () => {
  test("a link whose state is lost is a 410 that says where to begin again", async () => {
    const own = await emulatedTenant();
    try {
      const other = graphClient(own);
      const path = `/users/${own.mailbox}/calendarView/delta`;
      let page: Page<Change> = await other.api(path).query(windowOf(0, 7)).get();
      while (page["@odata.nextLink"] !== undefined) page = await other.api(page["@odata.nextLink"]).get();
      own.emulator.switches.deltaTokenLifetimeSeconds = 0;

      const error = await graphErrorOf(other.api(String(page["@odata.deltaLink"])).get());

      expect(error).toMatchObject({ statusCode: 410, code: "SyncStateNotFound" });
      expect(error.headers?.get("location")).toContain("/calendarView/delta?");
    } finally {
      await own.close();
    }
  });
});
