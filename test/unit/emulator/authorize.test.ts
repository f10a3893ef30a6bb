import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../../emulator/core/directory.model.js";
import { addWebApp, authorizePath, CHALLENGE, REDIRECT, type Seen, startSignIns, visit } from "./sign-in-kit.js";

let world: Awaited<ReturnType<typeof startSignIns>>;
beforeAll(async () => {
  world = await startSignIns();
});
afterAll(() => world.emulator.close());

const go = (over: Record<string, string | undefined> = {}, app: App = world.app, where = world.tenant.id) =>
  visit(world.emulator, authorizePath(where, app, over));
const page = ({ page: name, aadsts, to }: Seen) => [name, aadsts, to];
const asAnn = { emulator_user: "ann@quarry.example" };

describe("errors that never reach the application (sheet 2.6)", () => {
  test("unknown client, foreign tenant, redirect mismatch and missing addresses end on a page", async () => {
    const { app, emulator, tenant } = world;
    const bare = addWebApp(emulator, tenant, { redirectUris: [] });
    const cases: [Seen, number][] = [
      [await go({ client_id: "11111111-2222-4333-8444-555555555555" }), 700016],
      [await go({}, app, "11111111-2222-4333-8444-555555555555"), 90002],
      [await go({}, app, "no tenant"), 900023],
      [await go({}, app, world.other.id), 700016],
      [await go({ redirect_uri: `${REDIRECT}/` }), 50011],
      [await go({ redirect_uri: REDIRECT.toUpperCase() }), 50011],
      [await go({ redirect_uri: `${REDIRECT}\n` }), 50011],
      [await go({}, bare), 900971],
      [await go({ client_id: undefined }), 900144],
      [await go({ redirect_uri: undefined }), 900144],
    ];
    for (const [seen, code] of cases) {
      expect([seen.status, ...page(seen)]).toEqual([400, "error", code, undefined]);
      expect(seen.text).toContain(`AADSTS${code}`);
    }
  });

  test("section 1: each account type fits its authorities, and is refused on a page at the others", async () => {
    const { emulator, tenant, other } = world;
    const table: Record<string, Record<string, number | undefined>> = {
      AzureADMyOrg: { common: 50194, organizations: 50194, consumers: 9002332, home: undefined, other: 700016 },
      AzureADMultipleOrgs: {
        common: undefined,
        organizations: undefined,
        consumers: 9002332,
        home: undefined,
        other: undefined,
      },
      AzureADandPersonalMicrosoftAccount: {
        common: undefined,
        organizations: undefined,
        consumers: undefined,
        other: undefined,
      },
      PersonalMicrosoftAccount: { common: 9002331, organizations: 9002331, consumers: undefined, home: 9002346 },
    };
    for (const [signInAudience, row] of Object.entries(table)) {
      const app = addWebApp(emulator, tenant, { signInAudience: signInAudience as App["signInAudience"] });
      for (const [where, code] of Object.entries(row)) {
        const path = where === "home" ? tenant.id : where === "other" ? other.id : where;
        const seen = await go({}, app, path);
        expect([signInAudience, where, seen.page, seen.aadsts]).toEqual([
          signInAudience,
          where,
          code === undefined ? "accounts" : "error",
          code,
        ]);
      }
    }
  });

  test("a disabled service principal is AADSTS7000112 on a page", async () => {
    const app = addWebApp(world.emulator, world.tenant);
    world.emulator.add.consent(app, world.tenant, []).enabled = false;
    expect(page(await go(asAnn, app))).toEqual(["error", 7000112, undefined]);
  });

  test("pages escape what came with the request, run no script and cannot be framed", async () => {
    const response = await fetch(
      `${world.emulator.loginUrl}${authorizePath(world.tenant.id, world.app, { login_hint: '"><script>alert(1)</script>', state: "<b>" })}`,
    );
    const text = await response.text();
    expect(text).not.toContain("<script");
    expect(text).not.toContain("Planner <one>");
    expect(text).toContain("Planner &lt;one&gt;");
    expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(response.headers.get("content-security-policy")).toContain("script-src 'none'");
  });
});

describe("errors that are redirected", () => {
  test("each has its OAuth error and number, and returns the state", async () => {
    const cases: [Record<string, string | undefined>, string, string][] = [
      [{ response_type: "id_token", nonce: "n" }, "unsupported_response_type", "AADSTS700054"],
      [{ response_type: "code id_token", nonce: "n" }, "unsupported_response_type", "AADSTS700054"],
      [{ response_type: "words" }, "invalid_request", "AADSTS90023"],
      [{ response_type: undefined }, "invalid_request", "AADSTS900144"],
      [{ response_mode: "carrier_pigeon" }, "invalid_request", "AADSTS90023"],
      [{ prompt: "admin_consent" }, "invalid_request", "AADSTS90023"],
      [{ prompt: "select_account", login_hint: "ann" }, "invalid_request", "AADSTS90023"],
      [{ scope: undefined }, "invalid_request", "AADSTS900144"],
      [{ scope: "Calendars.Imagine" }, "invalid_client", "AADSTS650053"],
      [{ scope: "https://graph.microsoft.com/.default User.Read" }, "invalid_scope", "AADSTS70011"],
      [{ scope: "User.Read https://vault.azure.net/user" }, "invalid_scope", "AADSTS700022"],
      [{ scope: "https://vault.azure.net/user" }, "invalid_resource", "AADSTS500011"],
      [{ code_challenge: "short" }, "invalid_request", "AADSTS501491"],
      [{ code_challenge: CHALLENGE, code_challenge_method: "S512" }, "invalid_request", "AADSTS90023"],
    ];
    for (const [over, error, code] of cases) {
      const { status, to, members } = await go({ state: "s1", ...over });
      expect([status, to, members.error, members.state]).toEqual([302, REDIRECT, error, "s1"]);
      expect(members.error_description).toMatch(new RegExp(`^${code}: `));
      expect(members.error_uri).toContain(code.slice(6));
    }
  });

  test("cancelling is access_denied with the subcode cancel and no description", async () => {
    expect((await go({ ...asAnn, emulator_action: "cancel", state: "s" })).members).toEqual({
      error: "access_denied",
      error_subcode: "cancel",
      state: "s",
    });
  });

  test("refusing consent is access_denied with AADSTS65004", async () => {
    const { members } = await go({ ...asAnn, emulator_action: "refuse", scope: "User.Read" });
    expect([members.error, members.error_description?.slice(0, 11)]).toEqual(["access_denied", "AADSTS65004"]);
  });
});

describe("the answer", () => {
  test("is a code with the state, in the query unless another mode is asked for", async () => {
    const plain = await go({ ...asAnn, state: "a b&c=d" });
    expect([plain.status, plain.to, plain.members.state]).toEqual([302, REDIRECT, "a b&c=d"]);
    expect(plain.members.code?.length).toBeGreaterThan(60);
    const path = authorizePath(world.tenant.id, world.app, { ...asAnn, response_mode: "fragment", state: "s" });
    const response = await fetch(`${world.emulator.loginUrl}${path}`, { redirect: "manual" });
    const url = new URL(response.headers.get("location") ?? "");
    expect(url.search).toBe("");
    expect(new URLSearchParams(url.hash.slice(1)).get("state")).toBe("s");
  });

  test("form_post is a page that posts itself, errors included", async () => {
    const seen = await go({ ...asAnn, response_mode: "form_post", state: 'a"b' });
    expect([seen.status, seen.page]).toEqual([200, "form-post"]);
    expect(seen.text).toContain(`<form method="post" action="${REDIRECT}">`);
    expect(seen.text).toContain('name="state" value="a&quot;b"');
    expect(seen.text).toMatch(/name="code" value="[^"]{60,}"/);
    const refused = await go({ ...asAnn, response_mode: "form_post", emulator_action: "cancel" });
    expect(refused.text).toContain('name="error_subcode" value="cancel"');
  });

  test("markup is stripped from the state, an address without path gets one, and its query is kept", async () => {
    expect((await go({ ...asAnn, state: "a<script>b</script>c" })).members.state).toBe("abc");
    const app = addWebApp(world.emulator, world.tenant, {
      redirectUris: ["https://bare.example", "https://app.example/cb?tenant=1"],
    });
    const bare = await go({ ...asAnn, redirect_uri: "https://bare.example" }, app);
    expect(bare.to).toBe("https://bare.example/");
    const queried = await go({ ...asAnn, redirect_uri: "https://app.example/cb?tenant=1" }, app);
    expect(queried.members).toMatchObject({ tenant: "1", code: expect.any(String) });
  });

  test("the port of localhost is free, of other hosts it is not", async () => {
    const app = addWebApp(world.emulator, world.tenant, {
      redirectUris: ["http://localhost/cb", "http://127.0.0.1:5000/cb"],
    });
    expect((await go({ ...asAnn, redirect_uri: "http://localhost:4321/cb" }, app)).to).toBe("http://localhost:4321/cb");
    for (const redirect_uri of [
      "http://127.0.0.1:5001/cb",
      "http://localhost:4321/cb/",
      "http://localhost.evil.example/cb",
      "http://localhost:80@evil.example/cb",
    ]) {
      expect(page(await go({ redirect_uri }, app))).toEqual(["error", 50011, undefined]);
    }
  });

  test("machine mode also works with headers, and with login_hint in place of a name", async () => {
    const byHeader = await visit(world.emulator, authorizePath(world.tenant.id, world.app), {
      headers: { "x-emulator-user": "ann@quarry.example" },
    });
    expect(byHeader.members).toHaveProperty("code");
    const byHint = await go({ login_hint: "ann@quarry.example", emulator_action: "approve" });
    expect(byHint.members).toHaveProperty("code");
    expect(page(await go({ emulator_action: "dance" }))).toEqual(["error", 90023, undefined]);
  });
});

test("no parameters reach a defect", async () => {
  const names = [
    "scope",
    "state",
    "prompt",
    "redirect_uri",
    "login_hint",
    "emulator_user",
    "response_mode",
    "code_challenge",
    "nonce",
    "client_id",
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...names), fc.string({ unit: "binary" }), { maxKeys: 4 }),
      async (over) => {
        const seen = await go(over);
        expect(seen.status).toBeLessThan(500);
      },
    ),
    { numRuns: 40 },
  );
});
