import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { type ExampleHouse, startExampleHouse } from "../kit/example-house.js";
import type { TestGateway } from "../kit/gateway.js";
import { UpdateEventDocument } from "../kit/generated/operations.js";
import { eventId, storedMailbox } from "../kit/meetings.js";
import type { TestOrganization } from "../kit/organization.js";
import { runExample } from "../kit/run-example.js";

const { ines, tomasz, mei } = DEMO_USERS;

/** Processes start slowly on a machine that has other work. */
describe("the example that mirrors holidays", { timeout: 60_000 }, () => {
  let house: ExampleHouse;
  let gateway: TestGateway;
  let organization: TestOrganization;
  let settings: ExampleHouse["settings"];
  let folder: string;

  beforeAll(async () => {
    house = await startExampleHouse();
    ({ gateway, organization, settings } = house);
    folder = await mkdtemp(join(tmpdir(), "examples-test-"));
  });
  afterAll(async () => {
    await house.close();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (name: string, ...args: readonly string[]) => runExample(name, args, settings);

  const people = [ines, tomasz];
  const addresses = people.map(({ address }) => address);
  const told = (what: string) => addresses.map((address) => `${address}: ${what}\n`).join("");
  const inYear = (address: string) =>
    [...storedMailbox(gateway, address).events.values()]
      .filter(({ start }) => start.at >= Date.parse("2026-12-30") && start.at < Date.parse("2028-01-02"))
      .sort((a, b) => a.start.at - b.start.at);
  const subjects = (address: string) => inYear(address).map(({ subject }) => subject);
  const change = async (edit: (file: { holidays: Record<string, unknown>[] }) => void) => {
    const file = JSON.parse(await readFile("examples/holidays.json", "utf8"));
    edit(file);
    const path = join(folder, "holidays.json");
    await writeFile(path, JSON.stringify(file));
    return path;
  };
  const ALL = ["New Year's Day", "Easter", "Early May bank holiday", "Christmas"];

  test("makes whole days of them, once however often it runs [user-demands 53]", async () => {
    house.put(ines.id, "2027-06-01T09:00:00Z", "2027-06-01T10:00:00Z", { subject: "Own" });

    const first = await run("mirror-holidays", "examples/holidays.json", ...addresses);
    const second = await run("mirror-holidays", "examples/holidays.json", ...addresses);

    expect(first).toEqual({ code: 0, out: told("4 made, 0 changed, 0 removed, 0 unchanged"), problems: "" });
    expect(second).toEqual({ code: 0, out: told("0 made, 0 changed, 0 removed, 4 unchanged"), problems: "" });
    expect(subjects(ines.address)).toEqual([...ALL.slice(0, 3), "Own", "Christmas"]);
    expect(subjects(tomasz.address)).toEqual(ALL);
    const easter = inYear(tomasz.address)[1]!;
    expect(easter).toMatchObject({ isAllDay: true, showAs: "oof", isReminderOn: false });
    expect(easter.end.at - easter.start.at).toBe(4 * 86_400_000 - 3_600_000);
  });

  test("changes what changed in the list or by hand, removes what left it, and no event of others", async () => {
    const path = await change(({ holidays }) => {
      holidays.splice(2, 1);
      holidays[2]!.name = "Christmas and Boxing Day";
    });
    const event = inYear(ines.address)[0]!;
    const id = eventId(organization.mailboxIds[0]!, event.immutableId);
    await organization.writer.data(UpdateEventDocument, { input: { id, subject: "Renamed by hand" } });

    const { code, out } = await run("mirror-holidays", path, ...addresses);

    expect(code).toBe(0);
    expect(out).toBe(
      `${ines.address}: 0 made, 2 changed, 1 removed, 1 unchanged\n` +
        `${tomasz.address}: 0 made, 1 changed, 1 removed, 2 unchanged\n`,
    );
    expect(subjects(ines.address)).toEqual(["New Year's Day", "Easter", "Own", "Christmas and Boxing Day"]);
    expect(subjects(tomasz.address)).toEqual(["New Year's Day", "Easter", "Christmas and Boxing Day"]);
  });

  test("tells each mailbox that fails, serves the others, and heals with the next run", async () => {
    gateway.emulator.faults.once(
      { service: "graph", method: "POST", path: "*/events" },
      { kind: "error", status: 403, code: "ErrorAccessDenied" },
    );

    const { code, out, problems } = await run(
      "mirror-holidays",
      "examples/holidays.json",
      mei.address,
      "nobody@larkfield.example",
      tomasz.address,
    );
    expect(code).toBe(2);
    expect(out).toBe(`${tomasz.address}: 1 made, 1 changed, 0 removed, 2 unchanged\n`);
    expect(problems).toMatch(new RegExp(`^${mei.address}: failed: .+\nnobody@.+: failed: nobody@.+ is no specified`));
    expect(subjects(mei.address)).toEqual([]);

    expect(await run("mirror-holidays", "examples/holidays.json", mei.address)).toMatchObject({ code: 0 });
    expect(subjects(mei.address)).toEqual(ALL);
  });

  test("refuses a list with mistakes, all of them named, before any mailbox is touched", async () => {
    const path = await change(({ holidays }) => {
      holidays[0]!.date = "2026-12-31";
      holidays[1]!.key = "";
      holidays[2]!.days = 0;
      holidays.push({ key: "christmas", date: "2027-12-25", name: "" });
    });
    gateway.emulator.log.clear();

    const { code, problems } = await run("mirror-holidays", path, ines.address);

    expect(code).toBe(1);
    expect(problems.replaceAll(`${path}: `, "").trimEnd().split("\n")).toEqual([
      "holidays[0].date: no date between from and until",
      "holidays[1].key: missing",
      "holidays[2].days: no number of days",
      "holidays[4].key: christmas is there twice",
      "holidays[4].name: missing",
    ]);
    expect(gateway.emulator.log.entries({ service: "graph" })).toEqual([]);
  });
});
