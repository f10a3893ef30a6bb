import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeEvent } from "../kit/events.js";
import { type ExampleHouse, startExampleHouse } from "../kit/example-house.js";
import type { TestGateway } from "../kit/gateway.js";
import { CreateMailboxDocument } from "../kit/generated/operations.js";
import { storedEvent, storedMailbox } from "../kit/meetings.js";
import type { TestOrganization } from "../kit/organization.js";
import { runExample } from "../kit/run-example.js";

const { ines, tomasz, mei, nora, harbour, lighthouse, attic } = DEMO_USERS;

/** Processes start slowly on a machine that has other work. */
describe("the examples", { timeout: 60_000 }, () => {
  let house: ExampleHouse;
  let gateway: TestGateway;
  let organization: TestOrganization;
  let settings: ExampleHouse["settings"];

  beforeAll(async () => {
    house = await startExampleHouse();
    ({ gateway, organization, settings } = house);
  });
  afterAll(() => house.close());

  const run = (name: string, ...args: readonly string[]) => runExample(name, args, settings);

  describe("settings", () => {
    test.each([
      ["no address", { GATEWAY_API_KEY: "key" }, /^Set GATEWAY_URL, such as http/],
      ["no URL", { GATEWAY_URL: "localhost", GATEWAY_API_KEY: "key" }, /^Set GATEWAY_URL, such as http/],
      ["no key", { GATEWAY_URL: "http://127.0.0.1:9/graphql" }, /^Set GATEWAY_API_KEY to an API key/],
      ["nobody there", { GATEWAY_URL: "http://127.0.0.1:1/graphql", GATEWAY_API_KEY: "key" }, /^fetch failed: /],
    ])("%s: one sentence and the exit code 1", async (_, env, sentence) => {
      const args = ["--monday", "2031-03-03", ines.address];
      const { code, out, problems } = await runExample("week-of-a-team", args, env);

      expect({ code, out }).toEqual({ code: 1, out: "" });
      expect(problems).toMatch(sentence);
      expect(problems.trim().split("\n")).toHaveLength(1);
    });

    test("a key that nobody made: what the gateway says, without the key", async () => {
      const env = { ...settings, GATEWAY_API_KEY: "wrong-key-0123456789" };
      const { code, problems } = await runExample("week-of-a-team", ["--monday", "2031-03-03"], env);

      expect(code).toBe(1);
      expect(problems).toMatch(/API key/);
      expect(problems).not.toContain("wrong-key");
    });

    test.each([
      ["week-of-a-team", [], "Give the week's first day: --monday 2026-03-02"],
      ["week-of-a-team", ["--monday", "today"], "Give the week's first day: --monday 2026-03-02"],
      ["book-a-room", ["--start", "2031-03-03T09:00:00Z"], "Give --for, the organizer's address, and --subject."],
      ["book-a-room", ["--for", ines.address, "--subject", "S"], "Give --start, such as 2026-03-02T09:00:00Z"],
      ["mirror-holidays", [], "Give the file of the holiday list"],
    ])("%s with %j says what is missing", async (name, args, sentence) => {
      const { code, problems } = await run(name, ...args);

      expect(code).toBe(1);
      expect(problems).toContain(sentence);
    });
  });

  describe("the week of a team", () => {
    beforeAll(async () => {
      const attendees = [{ address: tomasz.address, name: "Tomasz" }];
      const at = (date: string, time: string) => ({ dateTime: `${date}T${time}`, timeZone: "Europe/London" });
      await makeEvent(organization, {
        subject: "Harbour plan",
        attendees,
        start: at("2031-03-04", "09:00:00"),
        end: at("2031-03-04", "10:30:00"),
      });
      await makeEvent(organization, { subject: "Fair", start: { date: "2031-03-06" }, end: { date: "2031-03-08" } });
      // Late on Sunday in London is Monday, the next week, in Tokyo.
      house.put(mei.id, "2031-03-09T22:00:00Z", "2031-03-09T23:00:00Z", { subject: "Release" });
      house.put(mei.id, "2031-03-02T16:00:00Z", "2031-03-02T17:00:00Z", { subject: "Early bird" });
      for (const minute of Array(60).keys()) {
        const start = Date.parse("2031-03-05T08:00:00Z") + minute * 60_000;
        house.put(mei.id, new Date(start).toISOString(), new Date(start + 60_000).toISOString(), {
          subject: `Slot ${minute}`,
        });
      }
    });

    const dayOf = (out: string, date: string) =>
      out
        .split(/\n\n/)
        .find((part) => part.includes(`, ${date}\n`))!
        .split("\n")
        .slice(1);

    test("is a table of days, each meeting once with all who are in it, over all pages [user-demands 1.3]", async () => {
      gateway.emulator.log.clear();

      const { code, out, problems } = await run("week-of-a-team", "--monday", "2031-03-03", "--zone", "Europe/Berlin");

      expect({ code, problems }).toEqual({ code: 0, problems: "" });
      expect(out).toMatch(/^Week of 2031-03-03, Europe\/Berlin\n\nMonday, 2031-03-03\n {2}-\n\nTuesday, 2031-03-04\n/);
      expect(dayOf(out, "2031-03-04")).toEqual([
        `  10:00-11:30  ${"Harbour plan".padEnd(32)}  ${ines.address}, ${tomasz.address}`,
      ]);
      const slots = dayOf(out, "2031-03-05");
      expect(slots).toHaveLength(60);
      expect(new Set(slots).size).toBe(60);
      for (const date of ["2031-03-06", "2031-03-07"]) {
        expect(dayOf(out, date)).toEqual([`  all day      ${"Fair".padEnd(32)}  ${ines.address}`]);
      }
      expect(dayOf(out, "2031-03-08")).toEqual(["  -"]);
      expect(dayOf(out, "2031-03-09")[0]).toMatch(/^ {2}23:00- {2}… {4}Release/);
      expect(out).not.toContain("Early bird");
    });

    test("has the days of the zone that is asked for", async () => {
      const { out } = await run("week-of-a-team", "--monday", "2031-03-03", "--zone", "Asia/Tokyo", mei.address);

      expect(dayOf(out, "2031-03-03")[0]).toMatch(/^ {2}01:00-02:00 {2}Early bird/);
      expect(out).not.toContain("Release");
      expect(out).not.toContain("Harbour plan");
    });

    test("names the mailboxes that could not be read, shows the others, and ends with 2", async () => {
      const input = { connectionId: organization.connectionId, address: nora.address };
      const { createMailbox } = await organization.admin.data(CreateMailboxDocument, { input });
      expect(createMailbox.mailbox).not.toBeNull();

      const { code, out, problems } = await run("week-of-a-team", "--monday", "2031-03-03", nora.address, ines.address);

      expect(code).toBe(2);
      expect(problems).toMatch(new RegExp(`^Not shown: ${nora.address}: .+\n$`));
      expect(out).toContain("Harbour plan");
    });
  });

  describe("booking a room", () => {
    const inApril = (address: string) =>
      [...storedMailbox(gateway, address).events.values()]
        .filter(({ start }) => start.at >= Date.parse("2031-04-01"))
        .map(({ subject }) => subject);
    const wish = (subject: string, start: string) => ["--for", ines.address, "--subject", subject, "--start", start];

    test("takes the smallest that is free and large enough, and invites it as a resource [user-demands 2]", async () => {
      const args = [...wish("Review", "2031-04-01T09:00:00Z"), "--minutes", "45", "--people", "5", tomasz.address];

      const { code, out, problems } = await run("book-a-room", ...args);

      expect({ code, problems }).toEqual({ code: 0, problems: "" });
      expect(out).toBe(
        "Booked Room Lighthouse (6 people), 2031-04-01T09:00:00.000Z to 2031-04-01T09:45:00.000Z: Review\n" +
          "The room has accepted.\n",
      );
      const own = storedEvent(gateway, ines.address, "Review");
      expect(own?.attendees).toMatchObject([
        { emailAddress: { address: tomasz.address }, type: "required" },
        { emailAddress: { address: lighthouse.address }, type: "resource", status: { response: "accepted" } },
      ]);
      expect(inApril(lighthouse.address)).toEqual(["Review"]);
    });

    test("when it is taken says until when, makes nothing, and ends with 2", async () => {
      house.put(harbour.id, "2031-04-02T09:00:00Z", "2031-04-02T11:00:00Z", { subject: "Hidden" });
      const args = [...wish("Workshop", "2031-04-02T10:00:00Z"), "--room", harbour.address];

      const { code, out, problems } = await run("book-a-room", ...args);

      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(problems).toBe(
        "No room is free then; nothing was booked.\n" +
          "Room Harbour: taken from 2031-04-02T09:00:00.000Z to 2031-04-02T11:00:00.000Z\n",
      );
      expect(storedEvent(gateway, ines.address, "Workshop")).toBeUndefined();
    });

    test("run again for the same time finds the room taken", async () => {
      const args = [...wish("Again", "2031-04-01T09:30:00Z"), "--room", lighthouse.address];

      const { code, problems } = await run("book-a-room", ...args);

      expect(code).toBe(2);
      expect(problems).toContain("Room Lighthouse: taken from");
      expect(storedEvent(gateway, ines.address, "Again")).toBeUndefined();
    });

    test("calls the meeting off when the room declines because somebody was faster", async () => {
      house.proxy.before = async ({ method, path }) => {
        if (method !== "POST" || !path.endsWith("/events")) return;
        house.proxy.before = undefined;
        house.put(attic.id, "2031-04-03T09:00:00Z", "2031-04-03T10:00:00Z", { subject: "Faster" });
      };

      const { code, out, problems } = await run(
        "book-a-room",
        ...wish("Race", "2031-04-03T09:15:00Z"),
        "--room",
        attic.address,
      );

      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(problems).toBe("Room Attic has just been taken; the meeting was called off.\n");
      expect(storedEvent(gateway, ines.address, "Race")).toBeUndefined();
      expect(inApril(attic.address)).toEqual(["Faster"]);
    });

    test("of an organizer who is not specified fails with 1", async () => {
      const args = ["--for", "nobody@larkfield.example", "--subject", "S", "--start", "2031-04-01T09:00:00Z"];

      const { code, problems } = await run("book-a-room", ...args);

      expect({ code, problems }).toEqual({
        code: 1,
        problems: "nobody@larkfield.example is no specified mailbox of this organization.\n",
      });
    });
  });
});
