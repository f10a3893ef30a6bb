import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { zonedFromInstant } from "../../emulator/core/zoned-time.js";
import { DEMO_TEAMS, DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { attach, someBytes } from "../kit/attachments.js";
import { costlyLists } from "../kit/costly-lists.js";
import { makeVerified } from "../kit/directory.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { FIXTURE_VARIABLES, LIST_BUDGETS } from "../kit/list-budgets.js";
import type { TestOrganization } from "../kit/organization.js";

const PEOPLE = (["ines", "tomasz", "mei", "priya", "daniel"] as const).map((name) => DEMO_USERS[name]);
const HOUR_MS = 3_600_000;
const MONDAY = Date.UTC(2027, 4, 3, 8);

describe("what a list costs at Microsoft", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let variables: Readonly<Record<keyof typeof FIXTURE_VARIABLES, string>>;

  beforeAll(async () => {
    // Nothing is answered from an earlier case.
    gateway = await startGateway({ env: { RESPONSE_CACHE: "off" } });
    const roles = ["User.Read.All", "GroupMember.Read.All", "Place.Read.All", "MailboxSettings.Read"];
    organization = await makeVerified(
      gateway,
      roles,
      PEOPLE.map(({ address }) => address),
    );
    const { store, add } = gateway.emulator;
    for (const { id } of PEOPLE) {
      const { mailbox } = store.user(store.tenant(DEMO_TENANT_ID)!, id)!;
      for (let day = 0; day < 3; day += 1) {
        const at = MONDAY + day * 24 * HOUR_MS;
        add.addEvent(mailbox!, { start: zonedFromInstant(at), end: zonedFromInstant(at + HOUR_MS) });
      }
    }
    const event = await makeEvent(organization, { extendedData: [{ key: "room", value: "1" }] });
    await attach(organization.writer, event.id, someBytes(10));
    const series = await makeEvent(organization, {
      start: { dateTime: "2027-05-03T09:00:00", timeZone: "Europe/Berlin" },
      end: { dateTime: "2027-05-03T10:00:00", timeZone: "Europe/Berlin" },
      recurrence: { rrule: "FREQ=DAILY;COUNT=5" },
    });
    variables = {
      organization: organization.id,
      connection: organization.connectionId,
      mailbox: organization.mailboxIds[0]!,
      calendar: await calendarOf(organization.mailboxIds[0]!),
      event: event.id,
      series: series.id,
      group: DEMO_TEAMS.engineering.id,
    };
  });
  beforeEach(() => gateway.emulator.log.clear());
  afterAll(() => gateway.close());

  async function calendarOf(id: string): Promise<string> {
    const query = "query ($id: ID!) { mailbox(id: $id) { calendars(first: 1) { nodes { id } } } }";
    type Data = { readonly mailbox: { readonly calendars: { readonly nodes: readonly { readonly id: string }[] } } };
    return (await organization.admin.send<Data>({ query, variables: { id } })).data.mailbox.calendars.nodes[0]!.id;
  }

  test("every list that could ask Microsoft has a budget, and no budget stands without its list", () => {
    expect(Object.keys(LIST_BUDGETS).sort()).toEqual(costlyLists());
  });

  test.each(Object.entries(LIST_BUDGETS))("%s", async (_list, { query, http, requests }) => {
    const names = Object.entries(FIXTURE_VARIABLES).filter(([name]) => new RegExp(`\\$${name}\\b`).test(query));
    const head = names.map(([name, type]) => `$${name}: ${type}`).join(", ");
    const text = `query${head === "" ? "" : `(${head})`} { ${query} }`;

    const { data, errors } = await organization.admin.send<object>({ query: text, variables });

    expect(errors).toBeUndefined();
    // An object that is hidden or a list that is withheld would cost nothing, too.
    expect(JSON.stringify(data)).not.toContain("null");
    const { log } = gateway.emulator;
    const exchanges = log.entries({ service: "graph", kind: "http" });
    const alone = exchanges.filter(({ path }) => !path.endsWith("/$batch"));
    const inside = log.count({ service: "graph", kind: "part" });
    expect({ http: exchanges.length, requests: alone.length + inside }).toEqual({ http, requests });
  });
});
