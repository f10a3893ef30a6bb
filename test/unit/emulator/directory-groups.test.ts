import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addGroup } from "../../../emulator/core/groups.js";
import { graphClient, type Json, SECRET, startTenant, tokenFor } from "./kit.js";

const EVENTUAL = { ConsistencyLevel: "eventual" };
let started: Awaited<ReturnType<typeof startTenant>>;
let graph: ReturnType<typeof graphClient>;
let outer: string;
let inner: string;
let guestId: string;
beforeAll(async () => {
  started = await startTenant();
  const { emulator, tenant, app, ann } = started;
  emulator.add.consent(app, tenant, ["GroupMember.Read.All"]);
  graph = graphClient(emulator, await tokenFor(emulator, tenant, app));
  const bob = emulator.add.addUser(tenant, { userPrincipalName: "bobby@quarry.example", displayName: "Bobby Tables" });
  guestId = bob.id;
  inner = addGroup(emulator.store, tenant, {
    displayName: "Tier One",
    mail: "tier1@quarry.example",
    kind: "microsoft365",
    members: ["bobby@quarry.example", "outer@quarry.example", "somebody@else.example"],
  }).id;
  outer = addGroup(emulator.store, tenant, {
    displayName: "Outer",
    description: "All tiers",
    mail: "outer@quarry.example",
    members: [ann.userPrincipalName, "tier1@quarry.example"],
  }).id;
});
afterAll(() => started.emulator.close());

const get = (path: string, headers?: Record<string, string>) => graph.get(path, headers);
const ids = (json: Json): string[] => json.value.map(({ id }: Json) => id);

describe("groups of the directory", () => {
  test("are listed by name, and have the members that the documentation names", async () => {
    const { status, json } = await get("/groups");
    expect(status).toBe(200);
    expect(json.value.map(({ displayName }: Json) => displayName)).toEqual(["Outer", "Tier One"]);
    expect(json.value[1]).toMatchObject({ groupTypes: ["Unified"], mailEnabled: true, securityEnabled: false });
    expect((await get(`/groups/${inner}?$select=id,mail`)).json).toMatchObject({
      id: inner,
      mail: "tier1@quarry.example",
    });
    expect((await get("/groups/$count", EVENTUAL)).json).toBe("2");
  });

  test("are closed to a token without the permission, and without one for people members are ids alone", async () => {
    const { emulator, tenant } = started;
    expect((await started.graph.get("/groups")).json.error.code).toBe("Authorization_RequestDenied");
    const app = emulator.add.addApp(tenant, { secrets: [{ value: SECRET }] });
    emulator.add.consent(app, tenant, ["GroupMember.Read.All"]);
    const blind = graphClient(emulator, await tokenFor(emulator, tenant, app));
    const { json } = await blind.get(`/groups/${inner}/members`);
    expect(json.value[0]).toMatchObject({ id: guestId, displayName: null, mail: null });
    emulator.add.consent(app, tenant, ["User.ReadBasic.All"]);
    const basic = graphClient(emulator, await tokenFor(emulator, tenant, app));
    const people = await basic.get("/users?$select=id,displayName,accountEnabled,proxyAddresses");
    expect(people.json.value[0]).toMatchObject({ displayName: "ann", accountEnabled: null, proxyAddresses: [] });
    const filter = encodeURIComponent("accountEnabled eq true");
    expect((await basic.get(`/users?$filter=${filter}`)).json.error.code).toBe("Authorization_RequestDenied");
    expect((await basic.get(`/users?$filter=${encodeURIComponent("mail eq 'department'")}`)).status).toBe(200);
  });

  test("are searched by words of name and description, by the beginning of others, with the header alone", async () => {
    const search = (text: string) => get(`/groups?$search=${encodeURIComponent(text)}`, EVENTUAL);
    expect(ids((await search('"displayName:one"')).json)).toEqual([inner]);
    expect(ids((await search('"description:tiers"')).json)).toEqual([outer]);
    expect(ids((await search('"mail:tier"')).json)).toEqual([inner]);
    expect((await get(`/groups?$search=${encodeURIComponent('"displayName:one"')}`)).status).toBe(400);
    const unified = encodeURIComponent("groupTypes/any(c:c eq 'Unified')");
    expect(ids((await get(`/groups?$filter=${unified}`)).json)).toEqual([inner]);
  });

  test("page by an absolute link with a token, and refuse $skip", async () => {
    const first = (await get("/groups?$top=1")).json;
    const link = new URL(first["@odata.nextLink"]);
    expect(link.searchParams.get("$skiptoken")).toBeTruthy();
    const second = (await get(`/groups${link.search}`)).json;
    expect([...ids(first), ...ids(second)].sort()).toEqual([inner, outer].sort());
    expect(second["@odata.nextLink"]).toBeUndefined();
    expect((await get("/groups?$skip=1")).status).toBe(400);
    expect((await get("/groups?$top=1000")).status).toBe(400);
  });

  test("have direct members of several kinds, and transitive ones even in a circle", async () => {
    const direct = (await get(`/groups/${outer}/members`)).json.value;
    expect(direct.map((member: Json) => member["@odata.type"])).toEqual([
      "#microsoft.graph.user",
      "#microsoft.graph.group",
    ]);
    expect(ids((await get(`/groups/${outer}/transitiveMembers`)).json).sort()).toEqual(
      [started.ann.id, inner, guestId].sort(),
    );
    expect((await get(`/groups/${outer}/transitiveMembers/$count`, EVENTUAL)).json).toBe("3");
  });

  test("show their people by a cast, which needs the header and $count", async () => {
    const path = `/groups/${outer}/transitiveMembers/microsoft.graph.user`;
    const { json } = await get(`${path}?$count=true&$select=id,mail`, EVENTUAL);
    expect([json["@odata.count"], ids(json).sort()]).toEqual([2, [started.ann.id, guestId].sort()]);
    for (const [query, headers] of [
      ["?$count=true", {}],
      ["", EVENTUAL],
    ] as const) {
      const refused = await get(`${path}${query}`, headers);
      expect([refused.status, refused.json.error.code]).toEqual([400, "Request_UnsupportedQuery"]);
    }
  });

  test.each([
    "/groups/00000000-0000-4000-8000-000000000000",
    "/groups/nobody/members",
    "/groups/%2e%2e/transitiveMembers",
  ])("answers %s like an object that is not there", async (path) => {
    expect((await get(path)).status).toBeGreaterThanOrEqual(400);
    expect((await get(path)).status).toBeLessThan(500);
  });

  test("whatever is asked of them, they answer or refuse", async () => {
    const part = fc.constantFrom(
      "",
      `/${outer}`,
      `/${outer}/members`,
      `/${outer}/transitiveMembers/microsoft.graph.user`,
      "/$count",
      "/x",
    );
    const option = fc.tuple(
      fc.constantFrom("$select", "$filter", "$orderby", "$top", "$search", "$skiptoken", "$count", "$expand"),
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 12 }),
        fc.constantFrom("id", "true", "displayName", '"mail:a"', "mail eq 'x'"),
      ),
    );
    await fc.assert(
      fc.asyncProperty(part, fc.array(option, { maxLength: 3 }), fc.boolean(), async (path, options, eventual) => {
        const query = options.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&");
        const { status, json } = await get(`/groups${path}?${query}`, eventual ? EVENTUAL : {});
        expect([200, 400, 404, 501]).toContain(status);
        if (status === 400) expect(json.error.code).not.toBe("EmulatorDefect");
      }),
      { numRuns: 80 },
    );
  });
});
