import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_TEAMS, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { makeVerified } from "../kit/directory.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import type { CreateMailboxesInput } from "../kit/generated/operations.js";
import * as operations from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf, UNKNOWN_ROW } from "../kit/outcome.js";

describe("many mailboxes at once", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  beforeEach(async () => {
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address] });
    gateway.emulator.log.clear();
  });
  afterAll(() => gateway.close());

  const ask = (input: Omit<CreateMailboxesInput, "connectionId">) =>
    organization.admin.query(operations.CreateMailboxesDocument, {
      input: { connectionId: organization.connectionId, ...input },
    });
  const create = async (input: Omit<CreateMailboxesInput, "connectionId">) => {
    const { data, errors } = await ask(input);
    expect([errors, data.createMailboxes.errors]).toEqual([undefined, []]);
    return data.createMailboxes;
  };
  const addresses = async () => {
    const { data } = await organization.reader.query(operations.OrganizationWithAllDocument, { id: organization.id });
    return data.organization!.mailboxes!.nodes.map(({ address }) => address);
  };

  test("each row has its own outcome, and a bad one undoes none of the good ones", async () => {
    const made = await create({
      mailboxes: [
        { address: "Ann@one.example", displayName: "Ann Łuczak" },
        { address: DEMO_USERS.ines.address },
        { address: "nobody" },
        { address: "eve@one.example", displayName: '=HYPERLINK("http://evil.example")' },
        { address: "ann@ONE.example" },
      ],
    });

    expect(made.rows!.map(({ line, outcome, field }) => [line, outcome, field])).toEqual([
      [1, "CREATED", null],
      [2, "ALREADY_SPECIFIED", null],
      [3, "REFUSED", "address"],
      [4, "REFUSED", "displayName"],
      [5, "ALREADY_SPECIFIED", null],
    ]);
    expect([made.created, made.alreadySpecified, made.refused]).toEqual([1, 2, 2]);
    expect(made.rows![0]!.mailbox).toMatchObject({ address: "ann@one.example", displayName: "Ann Łuczak" });
    expect(made.rows![4]!.mailbox!.id).toBe(made.rows![0]!.mailbox!.id);
    expect(await addresses()).toEqual([DEMO_USERS.ines.address, "ann@one.example"]);
    expect(gateway.emulator.log.count({ service: "graph" })).toBe(0);
  });

  test("a dry run says the same and stores nothing; a repeated call changes nothing", async () => {
    const input = { csv: "email;name\r\na@one.example;A\r\nb@one.example;B\r\na@one.example;A\r\n" };
    const outcomes = (made: Awaited<ReturnType<typeof create>>) => made.rows!.map(({ outcome }) => outcome);

    expect(outcomes(await create({ ...input, dryRun: true }))).toEqual(["CREATED", "CREATED", "ALREADY_SPECIFIED"]);
    expect(await addresses()).toEqual([DEMO_USERS.ines.address]);
    expect(outcomes(await create(input))).toEqual(["CREATED", "CREATED", "ALREADY_SPECIFIED"]);
    expect(outcomes(await create(input))).toEqual(["ALREADY_SPECIFIED", "ALREADY_SPECIFIED", "ALREADY_SPECIFIED"]);
    expect(await addresses()).toHaveLength(3);
  });

  test.each<[string, Omit<CreateMailboxesInput, "connectionId">, string, string[]]>([
    ["no source", {}, "INVALID_INPUT", []],
    ["two sources", { csv: "a@one.example", mailboxes: [] }, "INVALID_INPUT", []],
    ["an empty list", { mailboxes: [] }, "INVALID_INPUT", ["mailboxes"]],
    ["an empty text", { csv: " \n" }, "INVALID_INPUT", ["csv"]],
    ["a heading alone", { csv: "address,name\n" }, "INVALID_INPUT", ["csv"]],
    ["an open quote", { csv: 'a@one.example,"A\nb@one.example,B' }, "INVALID_INPUT", ["csv"]],
    ["1,001 rows", { csv: "a@one.example\n".repeat(1_001) }, "LIMIT_EXCEEDED", ["csv"]],
    ["129 KiB", { csv: `${"x".repeat(132_000)}` }, "LIMIT_EXCEEDED", ["csv"]],
    [
      "a list of 1,001",
      { mailboxes: Array.from({ length: 1_001 }, () => ({ address: "a@b.example" })) },
      "LIMIT_EXCEEDED",
      ["mailboxes"],
    ],
    ["a path as an id", { directoryUserIds: ["../groups"] }, "INVALID_INPUT", ["directoryUserIds", "0"]],
    ["a path as a group", { fromGroup: "../users" }, "NOT_FOUND", ["fromGroup"]],
  ])("refuses %s as a whole, and stores nothing", async (_, input, code, path) => {
    const answer = await ask(input);

    expect(codesOf(answer)).toEqual([code]);
    expect(answer.data.createMailboxes.errors[0]!.path).toEqual(path);
    expect(answer.data.createMailboxes.rows).toBeNull();
    expect(await addresses()).toEqual([DEMO_USERS.ines.address]);
    expect(gateway.emulator.log.count({ service: "graph" })).toBe(0);
  });

  test("a thousand rows are stored together", async () => {
    const rows = Array.from({ length: 1_000 }, (_, index) => `person${index}@one.example`);
    const made = await create({ csv: rows.join("\n") });

    expect([made.created, made.refused]).toEqual([1_000, 0]);
    expect(made.rows!.at(-1)).toMatchObject({ line: 1_000, address: "person999@one.example" });
  });

  test("many are deleted at once, each with its outcome; what another organization has stays", async () => {
    const other = await makeOrganization(gateway, { addresses: [DEMO_USERS.mei.address] });
    const ids = [organization.mailboxIds[0]!, other.mailboxIds[0]!, `mbx_${UNKNOWN_ROW}`];

    const { deleteMailboxes } = await organization.admin.data(operations.DeleteMailboxesDocument, { input: { ids } });

    expect(deleteMailboxes.mailboxes).toEqual([
      { id: ids[0], isDeleted: true },
      { id: ids[1], isDeleted: false },
      { id: ids[2], isDeleted: false },
    ]);
    expect(await addresses()).toEqual([]);
    const { mailbox } = await other.reader.data(operations.MailboxByIdDocument, { id: ids[1]! });
    expect(mailbox!.address).toBe(DEMO_USERS.mei.address);
    for (const bad of [[], Array.from({ length: 1_001 }, () => ids[0]!)]) {
      const answer = await organization.admin.query(operations.DeleteMailboxesDocument, { input: { ids: bad } });
      expect(codesOf(answer)).toEqual(["LIMIT_EXCEEDED"]);
    }
  });
});

describe("mailboxes from a group", () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startGateway();
  });
  afterAll(() => gateway.close());

  test("are its people and those of the groups within it, by Graph's id", async () => {
    const { connectionId, admin } = await makeVerified(gateway, ["User.Read.All", "GroupMember.Read.All"]);
    const input = { connectionId, fromGroup: DEMO_TEAMS.builders.id };

    const { createMailboxes: made } = await admin.data(operations.CreateMailboxesDocument, { input });

    const { ines, tomasz, jonas, priya, mei, luca, nora } = DEMO_USERS;
    expect(made.rows!.map(({ address }) => address).sort()).toEqual(
      [ines, tomasz, jonas, priya, mei, luca, nora].map(({ address }) => address).sort(),
    );
    expect(made.rows!.map(({ mailbox }) => mailbox!.graphUserId)).toContain(ines.id);
    expect([made.created, made.refused]).toEqual([7, 0]);
    const again = await admin.data(operations.CreateMailboxesDocument, { input });
    expect(again.createMailboxes.alreadySpecified).toBe(7);
  });

  test("need the permission for groups, which the refusal names", async () => {
    const { connectionId, admin } = await makeVerified(gateway, ["User.Read.All"]);
    const input = { connectionId, fromGroup: DEMO_TEAMS.builders.id };

    const answer = await admin.query(operations.CreateMailboxesDocument, { input });

    expect(codesOf(answer)).toEqual(["CONSENT_MISSING"]);
    expect(answer.data.createMailboxes.errors[0]!.message).toContain("GroupMember.Read.All");
  });
});
