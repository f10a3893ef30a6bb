import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DEMO_USERS, DIRECTORY_APP } from "../../emulator/seed/demo-ids.js";
import { CATEGORY_COLORS } from "../../src/services/categories/category.model.js";
import { makeEvent } from "../kit/events.js";
import { startGateway, type TestGateway } from "../kit/gateway.js";
import {
  CategoriesOfMailboxDocument,
  CategoriesOfMailboxesDocument,
  CategoryByIdDocument,
  type CategoryColor,
  CreateApiKeyDocument,
  CreateCategoryDocument,
  type CreateCategoryInput,
  DeleteCategoryDocument,
  EventByIdDocument,
  UpdateCategoryDocument,
  UpdateConnectionDocument,
} from "../kit/generated/operations.js";
import { storedMailbox } from "../kit/meetings.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";
import { type RecordingProxy, startRecordingProxy } from "../kit/recording-proxy.js";
import { allowSettings } from "../kit/settings.js";

const { ines, tomasz, mei } = DEMO_USERS;

describe("categories of a mailbox", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let proxy: RecordingProxy;
  let mailboxId: string;
  let count = 0;

  beforeAll(async () => {
    gateway = await startGateway({
      beforeGraph: async (graphUrl) => {
        proxy = await startRecordingProxy(graphUrl);
        return proxy.url;
      },
    });
    allowSettings(gateway, DIRECTORY_APP);
    const addresses = [ines.address, tomasz.address, mei.address];
    organization = await makeOrganization(gateway, { app: DIRECTORY_APP, addresses });
    mailboxId = organization.mailboxIds[0]!;
  });
  beforeEach(() => {
    gateway.emulator.faults.clear();
    proxy.take();
  });
  afterAll(async () => {
    await gateway.close();
    await proxy.close();
  });

  const fresh = () => {
    count += 1;
    return `Category ${count}`;
  };
  const create = async (over: Partial<CreateCategoryInput> = {}, of = organization) => {
    const input = { mailboxId: of.mailboxIds[0]!, displayName: fresh(), ...over };
    return (await of.writer.query(CreateCategoryDocument, { input })).data.createCategory;
  };
  const paint = async (id: string, color: CategoryColor) =>
    (await organization.writer.query(UpdateCategoryDocument, { input: { id, color } })).data.updateCategory;
  const remove = async (id: string) =>
    (await organization.writer.query(DeleteCategoryDocument, { input: { id } })).data.deleteCategory;
  const list = async (variables: { first?: number; after?: string | null } = {}) =>
    (await organization.reader.data(CategoriesOfMailboxDocument, { id: mailboxId, ...variables })).mailbox!.categories!;
  const asked = () => proxy.take().map(({ method, path }) => `${method} ${path.replace(/^\/users\/[^/]+/, "")}`);

  test("are listed in one request, by pages", async () => {
    const { nodes } = await list();
    expect(nodes[0]).toEqual({ id: expect.stringMatching(/^cat_/), displayName: "Red category", color: "RED" });
    expect(asked()).toEqual(["GET /outlook/masterCategories"]);

    const first = await list({ first: 2 });
    const second = await list({ first: 2, after: first.pageInfo.endCursor! });
    expect([...first.nodes, ...second.nodes]).toEqual(nodes.slice(0, 4));
    expect(asked()).toHaveLength(2);
  });

  test("of three mailboxes are three requests [user-demands 1.3]", async () => {
    const ids = [...organization.mailboxIds];

    const { nodes } = await organization.reader.data(CategoriesOfMailboxesDocument, { ids });

    expect(nodes).toHaveLength(3);
    expect(asked().filter((request) => request.endsWith("masterCategories"))).toHaveLength(3);
  });

  test("are made, read by id, painted and deleted with one request each", async () => {
    const made = await create({ displayName: "  Kunden 日本 🎉 ", color: "DARK_CRANBERRY" });
    expect(made.errors).toEqual([]);
    expect(proxy.take()).toMatchObject([
      { method: "POST", body: { displayName: "Kunden 日本 🎉", color: "preset24" } },
    ]);
    const { id } = made.category!;

    expect((await organization.reader.data(CategoryByIdDocument, { id })).node).toEqual(made.category);
    expect(await paint(id, "NONE")).toEqual({ category: { ...made.category, color: "NONE" }, errors: [] });
    expect(await remove(id)).toEqual({ deletedId: id, errors: [] });
    expect(proxy.take().map(({ method, body }) => [method, body])).toEqual([
      ["GET", undefined],
      ["PATCH", { color: "none" }],
      ["DELETE", undefined],
    ]);
    const gone = await organization.reader.query(CategoryByIdDocument, { id });
    expect(codesOf(gone)).toEqual(["NOT_FOUND"]);
    expect((await remove(id)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  test("of every colour can be written and are read the same", async () => {
    const { category } = await create({ color: "RED" });
    for (const color of Object.keys(CATEGORY_COLORS) as (keyof typeof CATEGORY_COLORS)[]) {
      expect((await paint(category!.id, color)).category).toMatchObject({ color });
    }
  });

  test("with a colour that Microsoft added later are UNKNOWN", async () => {
    const { category } = await create();
    const stored = storedMailbox(gateway, ines.address).categories!;
    const row = [...stored.values()].find(({ displayName }) => displayName === category!.displayName)!;
    stored.set(row.id, { ...row, color: "preset25" });

    expect((await organization.reader.data(CategoryByIdDocument, { id: category!.id })).node).toMatchObject({
      color: "UNKNOWN",
    });
  });

  test("have names of their own: another one in any case is a conflict", async () => {
    const { category } = await create();

    const again = await create({ displayName: category!.displayName!.toUpperCase() });

    expect(again).toMatchObject({ category: null, errors: [{ code: "CONFLICT", path: ["displayName"] }] });
    expect(again.errors[0]!.message).toContain("A category of this name");
  });

  test("that are deleted stay on events by name", async () => {
    const { category } = await create();
    const { id } = await makeEvent(organization, { categories: [category!.displayName!] });

    await remove(category!.id);

    const { node } = await organization.reader.data(EventByIdDocument, { id });
    expect(node).toMatchObject({ categories: [category!.displayName] });
  });

  describe("refuse a name that Outlook cannot keep, before Microsoft is asked", () => {
    test.each<[string, Partial<CreateCategoryInput>, string, string]>([
      ["a long name", { displayName: "x".repeat(256) }, "displayName", "255"],
      ["two lines", { displayName: "a\nb" }, "displayName", "one line"],
      ["a comma", { displayName: "Sales, EMEA" }, "displayName", "commas and semicolons"],
      ["a semicolon", { displayName: "Sales; EMEA" }, "displayName", "commas and semicolons"],
      ["an Arabic semicolon", { displayName: "Sales؛ EMEA" }, "displayName", "commas and semicolons"],
      ["a full-width semicolon", { displayName: "Sales； EMEA" }, "displayName", "commas and semicolons"],
    ])("%s", async (_name, over, field, says) => {
      const { category, errors } = await create(over);

      expect(category).toBeNull();
      expect(errors).toMatchObject([{ code: "INVALID_INPUT", path: [field], message: expect.stringContaining(says) }]);
      expect(proxy.take()).toEqual([]);
    });
  });

  test("without the permission name the one that lacks, for reading and for writing", async () => {
    const other = await makeOrganization(gateway, { addresses: [ines.address] });

    const read = await other.reader.query(CategoriesOfMailboxDocument, { id: other.mailboxIds[0]! });
    const written = await create({}, other);

    expect(read.data.mailbox!.categories).toBeNull();
    expect(read.errors).toMatchObject([{ extensions: { code: "CONSENT_MISSING" } }]);
    expect(read.errors![0]!.message).toContain("MailboxSettings.Read ");
    expect(written.errors).toMatchObject([{ code: "CONSENT_MISSING" }]);
    expect(written.errors[0]!.message).toContain("MailboxSettings.ReadWrite ");
  });

  test("are read at the level READ and not written", async () => {
    const other = await makeOrganization(gateway, { app: DIRECTORY_APP, addresses: [ines.address] });
    await other.admin.data(UpdateConnectionDocument, { input: { id: other.connectionId, permissionLevel: "READ" } });
    const read = await other.reader.data(CategoriesOfMailboxDocument, { id: other.mailboxIds[0]! });
    proxy.take();

    const written = await create({}, other);

    expect(read.mailbox!.categories!.nodes.length).toBeGreaterThan(0);
    expect(written.errors).toMatchObject([{ code: "CONNECTION_READ_ONLY" }]);
    expect(proxy.take()).toEqual([]);
  });

  test("are hidden from a key that is shown no categories of events either, before Microsoft is asked", async () => {
    const input = { organizationId: organization.id, name: fresh(), role: "WRITER", visibility: "LIMITED" } as const;
    const { createApiKey } = await organization.admin.data(CreateApiKeyDocument, { input });
    const display = gateway.as(createApiKey.token!);

    const read = await display.query(CategoriesOfMailboxDocument, { id: mailboxId });
    const written = await display.query(CreateCategoryDocument, { input: { mailboxId, displayName: fresh() } });

    expect(codesOf(read)).toEqual(["FORBIDDEN"]);
    expect(codesOf(written)).toEqual(["FORBIDDEN"]);
    expect(proxy.take()).toEqual([]);
  });

  test("that Microsoft does not answer are null with an error, and nothing else is", async () => {
    const action = { kind: "error", status: 500, code: "ErrorInternalServerError" } as const;
    gateway.emulator.faults.add({ match: { path: "*/outlook/masterCategories" }, times: 5, action });
    const answer = await organization.reader.query(CategoriesOfMailboxDocument, { id: mailboxId });
    expect(answer.data.mailbox!.categories).toBeNull();
    expect(codesOf(answer)).toEqual(["UPSTREAM_UNAVAILABLE"]);
  });
});
