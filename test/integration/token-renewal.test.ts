import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createClock } from "../../emulator/core/clock.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import { WeekOfMailboxesDocument } from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { weekAround } from "../kit/week.js";

const MINUTE = 60_000;
const TOKEN_ENDPOINT = { service: "entra", path: "*/token" } as const;

/** One time for the gateway, Entra and Graph, so that a token ends for all of them. */
const clock = createClock();
let gateway: TestGateway;
let organization: TestOrganization;

beforeAll(async () => {
  gateway = await startGateway({ clock, emulator: { clock } });
  organization = await makeOrganization(gateway);
});
afterAll(() => gateway.close());

/** How many mailboxes of three were answered. */
async function answered(): Promise<number> {
  const week = weekAround(clock.now());
  const { data, errors } = await organization.reader.query(WeekOfMailboxesDocument, {
    ids: organization.mailboxIds,
    ...week,
  });
  expect(errors).toBeUndefined();
  return data.nodes.filter((node) => node && "calendarView" in node && node.calendarView !== null).length;
}

const tokens = () => gateway.emulator.log.count({ service: "entra" });
const failures = () => gateway.logLines.filter((line) => line.includes("token renewal failed"));

test("for hours no request waits for Entra, whether it fails, hangs or answers", async () => {
  expect(await answered()).toBe(3);
  const atFirst = tokens();

  // Near the token's end Entra fails: nobody notices but the log.
  gateway.emulator.faults.always(TOKEN_ENDPOINT, { kind: "error", status: 503 });
  clock.advance(56 * MINUTE);
  expect(await answered()).toBe(3);
  await vi.waitFor(() => expect(failures()).toHaveLength(1));
  expect(await answered()).toBe(3);
  expect(JSON.parse(failures()[0] ?? "{}")).toMatchObject({ kind: "unavailable", level: "warn" });

  // Entra is back: the next request sets off a renewal and does not wait for it.
  gateway.emulator.faults.clear();
  clock.advance(MINUTE);
  const before = tokens();
  expect(await answered()).toBe(3);
  await vi.waitFor(() => expect(tokens()).toBe(before + 1));

  // The first token has ended. Whoever waited for Entra now would not get an answer.
  gateway.emulator.faults.always(TOKEN_ENDPOINT, { kind: "hang" });
  clock.advance(10 * MINUTE);
  expect(await answered()).toBe(3);
  clock.advance(46 * MINUTE);
  expect(await answered()).toBe(3);
  expect(tokens()).toBeGreaterThan(atFirst);
});
