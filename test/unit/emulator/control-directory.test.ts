import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { createEmulator, type Emulator } from "../../../emulator/index.js";
import {
  CONNECT_APP,
  DEMO_DOMAIN,
  DEMO_REDIRECT_URIS,
  DEMO_TENANT_ID,
  DEMO_USERS,
  DIRECTORY_APP,
  GATEWAY_APP,
} from "../../../emulator/seed/demo-ids.js";
import { controlOf } from "./control.kit.js";
import { askToken, graphClient, START } from "./kit.js";

const TENANT = `/tenants/${DEMO_DOMAIN}`;
const GATEWAY = `${TENANT}/applications/${GATEWAY_APP.clientId}`;

describe("what administrators do, over the control surface", () => {
  let emulator: Emulator;
  let control: ReturnType<typeof controlOf>;
  beforeAll(async () => {
    emulator = await createEmulator({ clock: createClock(() => START) });
    control = controlOf(emulator);
  });
  afterAll(() => emulator.close());

  const ask = () =>
    askToken(emulator, DEMO_TENANT_ID, {
      grant_type: "client_credentials",
      client_id: GATEWAY_APP.clientId,
      client_secret: GATEWAY_APP.clientSecret,
      scope: "https://graph.microsoft.com/.default",
    });
  const calendarOf = async (name: "ines" | "mei") => {
    const graph = graphClient(emulator, (await ask()).json.access_token);
    return (await graph.get(`/users/${DEMO_USERS[name].id}/calendar`)).status;
  };
  const signIn = async () => {
    const query = new URLSearchParams({
      client_id: CONNECT_APP.clientId,
      response_type: "code",
      redirect_uri: DEMO_REDIRECT_URIS.signIn,
      scope: "openid offline_access User.Read",
      emulator_user: DEMO_USERS.mei.address,
    });
    const page = await fetch(`${emulator.loginUrl}/${DEMO_TENANT_ID}/oauth2/v2.0/authorize?${query}`, {
      redirect: "manual",
    });
    const location = page.headers.get("location");
    const code = location === null ? null : new URL(location).searchParams.get("code");
    return { code, aadsts: page.headers.get("x-emulator-aadsts"), page: page.headers.get("x-emulator-page") };
  };
  const redeem = (form: Record<string, string>) =>
    askToken(emulator, DEMO_TENANT_ID, {
      client_id: CONNECT_APP.clientId,
      client_secret: CONNECT_APP.clientSecret,
      ...form,
    });

  test("a disabled application gets no token (AADSTS7000112) until it is enabled", async () => {
    expect((await control("PATCH", GATEWAY, { enabled: false })).json.enabled).toBe(false);
    expect((await ask()).json.error_codes).toEqual([7000112]);
    await control("PATCH", GATEWAY, { enabled: true });
    expect((await ask()).status).toBe(200);
  });

  test("without consent a new token has no permission; what was registered comes back with it", async () => {
    expect((await control("DELETE", `${GATEWAY}/consent`)).json.application).toEqual([]);
    expect(await calendarOf("ines")).toBe(403);
    expect((await control("POST", `${GATEWAY}/consent`)).json.application).toEqual(["Calendars.ReadWrite"]);
    expect(await calendarOf("ines")).toBe(200);
  });

  test("single permissions are granted and withdrawn by name", async () => {
    const path = `${TENANT}/applications/${DIRECTORY_APP.clientId}/consent`;
    const granted = await control("POST", path, { application: ["Mail.Read"], delegated: ["User.Read"] });
    expect(granted.json).toMatchObject({ delegated: ["User.Read"] });
    expect(granted.json.application).toContain("Mail.Read");
    const left = await control("DELETE", path, { application: ["Mail.Read"] });
    expect(left.json.application).not.toContain("Mail.Read");
    expect(left.json.application).toContain("Place.Read.All");
    expect(left.json.delegated).toEqual(["User.Read"]);
  });

  test("an application's scope can be a list of mailboxes, or all but a list", async () => {
    await control("PATCH", GATEWAY, { scope: { only: [DEMO_USERS.ines.address] } });
    expect([await calendarOf("ines"), await calendarOf("mei")]).toEqual([200, 403]);
    await control("PATCH", GATEWAY, { scope: { allBut: [DEMO_USERS.ines.id] } });
    expect([await calendarOf("ines"), await calendarOf("mei")]).toEqual([403, 200]);
    const open = await control("PATCH", GATEWAY, { scope: null });
    expect(open.json.scope).toBeUndefined();
    expect([await calendarOf("ines"), await calendarOf("mei")]).toEqual([200, 200]);
    expect((await control("PATCH", GATEWAY, { scope: { only: ["nobody@x.example"] } })).status).toBe(404);
  });

  test("revoking sessions ends refresh tokens (AADSTS50173), disabling the user ends sign-in (50057)", async () => {
    await control("PATCH", TENANT, { userConsent: "all" });
    const { code } = await signIn();
    const tokens = await redeem({
      grant_type: "authorization_code",
      code: code ?? "",
      redirect_uri: DEMO_REDIRECT_URIS.signIn,
    });
    expect(tokens.status).toBe(200);
    const again = { grant_type: "refresh_token", refresh_token: tokens.json.refresh_token };
    expect((await redeem(again)).status).toBe(200);
    const user = `${TENANT}/users/${DEMO_USERS.mei.address}`;
    expect((await control("POST", `${user}/revoke`)).json.tokensValidFrom).toBe("2026-03-02T08:00:00.001Z");
    expect((await redeem(again)).json.error_codes).toEqual([50173]);
    expect((await control("PATCH", user, { accountEnabled: false })).json.accountEnabled).toBe(false);
    expect((await redeem(again)).json.error_codes).toEqual([50057]);
    expect((await signIn()).code).toBeNull();
    await control("PATCH", user, { accountEnabled: true, secondFactor: true });
    expect(emulator.store.tenants.get(DEMO_TENANT_ID)?.users.get(DEMO_USERS.mei.id)?.secondFactorSince).toBe(START);
  });

  test("the consent policy decides what users may consent to, and the workflow what they see", async () => {
    const changed = await control("PATCH", TENANT, { userConsent: "none", adminConsentWorkflow: true });
    expect(changed.json).toMatchObject({ userConsent: "none", adminConsentWorkflow: true });
    emulator.store.tenants.get(DEMO_TENANT_ID)?.servicePrincipals.delete(CONNECT_APP.clientId);
    expect((await signIn()).aadsts).toBe("90095");
    await control("PATCH", TENANT, { adminConsentWorkflow: false });
    expect((await signIn()).aadsts).toBe("90094");
  });

  test.each([
    ["PATCH", "/tenants/nowhere.example", { userConsent: "all" }, 404, /no tenant "nowhere.example"/],
    ["PATCH", TENANT, { userConsent: "some" }, 400, /recommended/],
    ["PATCH", TENANT, { colour: "red" }, 400, /colour/],
    ["PATCH", `${TENANT}/users/nobody@x.example`, { accountEnabled: true }, 404, /no user "nobody@x.example"/],
    ["PATCH", `${TENANT}/users/${DEMO_USERS.ines.id}`, { accountEnabled: "yes" }, 400, /accountEnabled/],
    ["PATCH", `${TENANT}/applications/none`, { enabled: true }, 404, /no application "none"/],
    ["PATCH", GATEWAY, { scope: { only: [] } }, 400, /scope/],
    ["POST", `${GATEWAY}/consent`, { application: ["a b"] }, 400, /no name of a permission/],
  ])("%s %s with %j is %i", async (method, path, body, status, text) => {
    const answer = await control(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatch(text);
  });

  test("events that are exported and imported again are the same meetings under other immutable ids", async () => {
    const graph = graphClient(emulator, (await ask()).json.access_token);
    const events = async () => {
      const path = `/users/${DEMO_USERS.ines.id}/events?$select=id,iCalUId,subject&$top=100`;
      const { json } = await graph.get(path, { prefer: 'IdType="ImmutableId"' });
      return json.value as readonly { id: string; iCalUId: string; subject: string }[];
    };
    const meetings = (all: Awaited<ReturnType<typeof events>>) =>
      all.map(({ iCalUId, subject }) => `${iCalUId} ${subject}`).sort();
    const user = `${TENANT}/users/${DEMO_USERS.ines.address}`;
    const before = await events();
    const [first] = before;

    const one = await control("POST", `${user}/reissue`, { event: first!.id });
    const between = await events();
    const all = await control("POST", `${user}/reissue`);
    const after = await events();

    expect(one.json.events).toEqual([{ former: first!.id, present: expect.any(String) }]);
    expect(between.filter(({ id }) => !before.some((event) => event.id === id))).toHaveLength(1);
    expect(all.json.events).toHaveLength(before.length);
    expect(after.filter(({ id }) => between.some((event) => event.id === id))).toEqual([]);
    expect([meetings(between), meetings(after)]).toEqual([meetings(before), meetings(before)]);
    expect((await graph.get(`/users/${DEMO_USERS.ines.id}/events/${encodeURIComponent(first!.id)}`)).status).toBe(404);
    expect((await control("POST", `${user}/reissue`, { event: first!.id })).status).toBe(404);
  });
});
