import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  AddAttendeesDocument,
  type AddAttendeesInput,
  RemoveAttendeesDocument,
  type RemoveAttendeesInput,
  UpdateAttendeeDocument,
  type UpdateAttendeeInput,
} from "../kit/generated/operations.js";
import { eventId } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { type RecordingProxy, startRecordingProxy } from "../kit/recording-proxy.js";

const { ines, tomasz, mei } = DEMO_USERS;

describe("bad input for attendees", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: RecordingProxy;

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startRecordingProxy(graphUrl);
        return proxy.url;
      },
    });
    organization = await makeOrganization(gateway, { addresses: [ines.address, tomasz.address] });
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const add = async (input: AddAttendeesInput) =>
    (await organization.writer.query(AddAttendeesDocument, { input })).data.addAttendees;
  const remove = async (input: RemoveAttendeesInput) =>
    (await organization.writer.query(RemoveAttendeesDocument, { input })).data.removeAttendees;
  const setType = async (input: UpdateAttendeeInput) =>
    (await organization.writer.query(UpdateAttendeeDocument, { input })).data.updateAttendee;

  describe("bad input is refused before Graph is asked", () => {
    const someone = { address: mei.address };
    const id = () => eventId(organization.mailboxIds[0]!, "AAMk");

    test.each<[string, () => Promise<{ errors: readonly object[] }>, string[]]>([
      ["add: a malformed id", () => add({ id: "evt_%", attendees: [someone] }), ["id"]],
      ["add: nobody", () => add({ id: id(), attendees: [] }), ["attendees"]],
      ["add: no address", () => add({ id: id(), attendees: [{ address: "Mei" }] }), ["attendees", "0", "address"]],
      [
        "add: somebody twice",
        () => add({ id: id(), attendees: [someone, { address: mei.address.toUpperCase() }] }),
        ["attendees", "1"],
      ],
      [
        "add: a type that can only be read",
        () => add({ id: id(), attendees: [{ ...someone, type: "UNKNOWN" }] }),
        ["attendees", "0", "type"],
      ],
      ["add: 501 people", () => add({ id: id(), attendees: Array(501).fill(someone) }), ["attendees"]],
      [
        "add: no version",
        () => add({ id: id(), attendees: [someone], expectedVersion: "latest" }),
        ["expectedVersion"],
      ],
      ["remove: a malformed id", () => remove({ id: "x", addresses: [mei.address] }), ["id"]],
      ["remove: nobody", () => remove({ id: id(), addresses: [] }), ["addresses"]],
      ["remove: no address", () => remove({ id: id(), addresses: ["Mei"] }), ["addresses"]],
      [
        "remove: somebody twice",
        () => remove({ id: id(), addresses: [mei.address, mei.address.toUpperCase()] }),
        ["addresses", "1"],
      ],
      ["remove: 501 people", () => remove({ id: id(), addresses: Array(501).fill(mei.address) }), ["addresses"]],
      [
        "remove: no version",
        () => remove({ id: id(), addresses: [mei.address], expectedVersion: "" }),
        ["expectedVersion"],
      ],
      ["update: a malformed id", () => setType({ id: "x", address: mei.address, type: "OPTIONAL" }), ["id"]],
      ["update: no address", () => setType({ id: id(), address: "Mei", type: "OPTIONAL" }), ["address"]],
      [
        "update: a type that can only be read",
        () => setType({ id: id(), address: mei.address, type: "UNKNOWN" }),
        ["type"],
      ],
      [
        "update: no version",
        () => setType({ id: id(), address: mei.address, type: "OPTIONAL", expectedVersion: "1" }),
        ["expectedVersion"],
      ],
    ])("%s", async (_name, act, path) => {
      proxy.take();

      expect((await act()).errors).toMatchObject([{ __typename: "InvalidInputError", path }]);

      expect(proxy.take()).toEqual([]);
    });
  });
});
