import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { MeetingHouse } from "../kit/meeting-house.js";
import { eventId } from "../kit/meetings.js";

const { mei } = DEMO_USERS;

describe("bad input for attendees", () => {
  let house: MeetingHouse;

  beforeAll(async () => {
    house = await MeetingHouse.open();
  });
  afterAll(() => house.close());

  describe("bad input is refused before Graph is asked", () => {
    const someone = { address: mei.address };
    const id = () => eventId(house.organization.mailboxIds[0]!, "AAMk");

    test.each<[string, () => Promise<{ errors: readonly object[] }>, string[]]>([
      ["add: a malformed id", () => house.add({ id: "evt_%", attendees: [someone] }), ["id"]],
      ["add: nobody", () => house.add({ id: id(), attendees: [] }), ["attendees"]],
      [
        "add: no address",
        () => house.add({ id: id(), attendees: [{ address: "Mei" }] }),
        ["attendees", "0", "address"],
      ],
      [
        "add: somebody twice",
        () => house.add({ id: id(), attendees: [someone, { address: mei.address.toUpperCase() }] }),
        ["attendees", "1"],
      ],
      [
        "add: a type that can only be read",
        () => house.add({ id: id(), attendees: [{ ...someone, type: "UNKNOWN" }] }),
        ["attendees", "0", "type"],
      ],
      ["add: 501 people", () => house.add({ id: id(), attendees: Array(501).fill(someone) }), ["attendees"]],
      [
        "add: no version",
        () => house.add({ id: id(), attendees: [someone], expectedVersion: "latest" }),
        ["expectedVersion"],
      ],
      ["remove: a malformed id", () => house.remove({ id: "x", addresses: [mei.address] }), ["id"]],
      ["remove: nobody", () => house.remove({ id: id(), addresses: [] }), ["addresses"]],
      ["remove: no address", () => house.remove({ id: id(), addresses: ["Mei"] }), ["addresses"]],
      [
        "remove: somebody twice",
        () => house.remove({ id: id(), addresses: [mei.address, mei.address.toUpperCase()] }),
        ["addresses", "1"],
      ],
      ["remove: 501 people", () => house.remove({ id: id(), addresses: Array(501).fill(mei.address) }), ["addresses"]],
      [
        "remove: no version",
        () => house.remove({ id: id(), addresses: [mei.address], expectedVersion: "" }),
        ["expectedVersion"],
      ],
      ["update: a malformed id", () => house.setType({ id: "x", address: mei.address, type: "OPTIONAL" }), ["id"]],
      ["update: no address", () => house.setType({ id: id(), address: "Mei", type: "OPTIONAL" }), ["address"]],
      [
        "update: a type that can only be read",
        () => house.setType({ id: id(), address: mei.address, type: "UNKNOWN" }),
        ["type"],
      ],
      [
        "update: no version",
        () => house.setType({ id: id(), address: mei.address, type: "OPTIONAL", expectedVersion: "1" }),
        ["expectedVersion"],
      ],
    ])("%s", async (_name, act, path) => {
      house.proxy.take();

      expect((await act()).errors).toMatchObject([{ __typename: "InvalidInputError", path }]);

      expect(house.proxy.take()).toEqual([]);
    });
  });
});
