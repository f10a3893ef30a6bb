import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeEvent } from "../kit/events.js";
import { DismissReminderDocument, ForwardEventDocument, SnoozeReminderDocument } from "../kit/generated/operations.js";

import { MeetingHouse } from "../kit/meeting-house.js";

const { mei } = DEMO_USERS;

describe("bad input for an action on an event", () => {
  let house: MeetingHouse;

  beforeAll(async () => {
    house = await MeetingHouse.open();
  });
  afterAll(() => house.close());

  describe("bad input is refused before Graph is asked", () => {
    const slot = { start: "2026-03-03T09:00:00Z", end: "2026-03-03T10:00:00Z" };
    const long = "c".repeat(10_001);
    const to = [{ address: mei.address }];
    let id = "";
    beforeAll(async () => {
      id = (await makeEvent(house.organization)).id;
    });

    test.each<[string, () => Promise<{ errors: readonly object[] }>, string[]]>([
      ["cancel: a malformed id", () => house.cancel({ id: "evt_%" }), ["id"]],
      ["cancel: an id of another type", () => house.cancel({ id: house.organization.mailboxIds[0]! }), ["id"]],
      ["cancel: a long comment", () => house.cancel({ id, comment: long }), ["comment"]],
      ["cancel: no version", () => house.cancel({ id, expectedVersion: "latest" }), ["expectedVersion"]],
      ["respond: a malformed id", () => house.respond({ id: "", response: "ACCEPT" }), ["id"]],
      ["respond: a long comment", () => house.respond({ id, response: "ACCEPT", comment: long }), ["comment"]],
      [
        "respond: a new time with ACCEPT",
        () => house.respond({ id, response: "ACCEPT", proposedNewTime: slot }),
        ["proposedNewTime"],
      ],
      [
        "respond: a new time that is not sent",
        () => house.respond({ id, response: "DECLINE", proposedNewTime: slot, sendResponse: false }),
        ["proposedNewTime"],
      ],
      [
        "respond: a comment that is not sent",
        () => house.respond({ id, response: "DECLINE", comment: "x", sendResponse: false }),
        ["comment"],
      ],
      [
        "respond: a new time without a length",
        () => house.respond({ id, response: "DECLINE", proposedNewTime: { ...slot, end: slot.start } }),
        ["proposedNewTime", "end"],
      ],
      [
        "respond: no version",
        () => house.respond({ id, response: "ACCEPT", expectedVersion: "*" }),
        ["expectedVersion"],
      ],
      ["forward: to nobody", () => forward({ id, to: [] }), ["to"]],
      ["forward: to no address", () => forward({ id, to: [{ address: "Mei" }] }), ["to", "0", "address"]],
      ["forward: to too many", () => forward({ id, to: Array(501).fill({ address: "a@b.example" }) }), ["to"]],
      ["forward: a long comment", () => forward({ id, to, comment: long }), ["comment"]],
      [
        "forward: to somebody twice",
        () => forward({ id, to: [...to, { address: mei.address.toUpperCase() }] }),
        ["to", "1"],
      ],
      ["forward: a long name", () => forward({ id, to: [{ ...to[0]!, name: "n".repeat(256) }] }), ["to", "0", "name"]],
      ["forward: a malformed id", () => forward({ id: "x", to }), ["id"]],
      ["snooze: a time that has passed", () => snooze({ id, until: "2020-01-01T00:00:00Z" }), ["until"]],
      ["snooze: a malformed id", () => snooze({ id: "x", until: "2090-01-01T00:00:00Z" }), ["id"]],
      ["dismiss: a malformed id", () => dismiss({ id: "x" }), ["id"]],
    ])("%s", async (_name, act, path) => {
      house.proxy.take();

      expect((await act()).errors).toMatchObject([{ __typename: "InvalidInputError", path }]);

      expect(house.proxy.take()).toEqual([]);
    });

    const forward = async (input: { id: string; to: { address: string; name?: string }[]; comment?: string }) =>
      (await house.organization.writer.query(ForwardEventDocument, { input })).data.forwardEvent;
    const snooze = async (input: { id: string; until: string }) =>
      (await house.organization.writer.query(SnoozeReminderDocument, { input })).data.snoozeReminder;
    const dismiss = async (input: { id: string }) =>
      (await house.organization.writer.query(DismissReminderDocument, { input })).data.dismissReminder;
  });
});
