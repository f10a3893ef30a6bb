import { decodeJwt } from "jose";
import { afterEach, describe, expect, test } from "vitest";
import type { App } from "../../../emulator/core/directory.model.js";
import type { Switches } from "../../../emulator/core/switches.js";
import { askToken, clientForm, SECRET } from "./kit.js";
import { addWebApp, REDIRECT, startSignIns, visit } from "./sign-in-kit.js";

let world: Awaited<ReturnType<typeof startSignIns>>;
afterEach(() => world.emulator.close());

const token = (app: App) => askToken(world.emulator, world.tenant.id, clientForm(app, SECRET));
/** Numbers of refusals, in order; undefined for a token. */
const codes = async (app: App, count: number) => {
  const found: unknown[] = [];
  for (let call = 0; call < count; call++) found.push((await token(app)).json.error_codes?.[0]);
  return found;
};
const roles = async (app: App) =>
  decodeJwt<{ roles?: string[] }>((await token(app)).json.access_token).roles?.toSorted() ?? [];

async function start(switches: Partial<Switches>, permissions = ["Calendars.Read"]) {
  world = await startSignIns({ switches });
  const requiredPermissions = permissions.map((value) => ({ kind: "Role" as const, value }));
  return addWebApp(world.emulator, world.tenant, { requiredPermissions });
}
const consent = (app: App) => {
  const query = { client_id: app.appId, redirect_uri: REDIRECT, emulator_user: "root@quarry.example" };
  return visit(world.emulator, `/${world.tenant.id}/adminconsent?${new URLSearchParams(query)}`);
};

describe("section 7: what is new replicates for a while", () => {
  test("a new secret is AADSTS7000215 on every replica, then it works", async () => {
    const app = await start({ secretReplicationSeconds: 60 });
    world.emulator.add.consent(app, world.tenant, []);
    expect(await codes(app, 2)).toEqual([7000215, 7000215]);
    world.clock.advance(60_000);
    expect(await codes(app, 2)).toEqual([undefined, undefined]);
  });

  test("by a switch every second request meets a replica that knows the secret already", async () => {
    const app = await start({ secretReplicationSeconds: 60, replicasFlap: true });
    world.emulator.add.consent(app, world.tenant, []);
    expect(await codes(app, 4)).toEqual([7000215, undefined, 7000215, undefined]);
    world.clock.advance(60_000);
    expect(await codes(app, 3)).toEqual([undefined, undefined, undefined]);
  });

  test("an older secret of the same application goes on working, and a wrong one is never known", async () => {
    const app = await start({ secretReplicationSeconds: 60 });
    world.emulator.add.consent(app, world.tenant, []);
    world.clock.advance(60_000);
    world.emulator.add.addSecret(app, { value: "the second one" });
    const ask = (secret: string) => askToken(world.emulator, world.tenant.id, clientForm(app, secret));
    expect((await ask(SECRET)).status).toBe(200);
    expect((await ask("the second one")).json.error_codes).toEqual([7000215]);
    expect((await ask("no secret")).json.error_codes).toEqual([7000215]);
    world.clock.advance(60_000);
    expect((await ask("the second one")).status).toBe(200);
  });

  test("after an administrator's consent tokens come without the new roles for a while", async () => {
    const app = await start({ consentReplicationSeconds: 120 }, ["Calendars.ReadWrite", "User.Read.All"]);
    world.emulator.add.consent(app, world.tenant, ["Calendars.Read"]);
    expect((await consent(app)).members.admin_consent).toBe("True");
    expect(await roles(app)).toEqual(["Calendars.Read"]);
    world.clock.advance(119_000);
    expect(await roles(app)).toEqual(["Calendars.Read"]);
    world.clock.advance(1_000);
    expect(await roles(app)).toEqual(["Calendars.ReadWrite", "User.Read.All"]);
  });

  test("and on flapping replicas with and without them in turn", async () => {
    const app = await start({ consentReplicationSeconds: 120, replicasFlap: true });
    await consent(app);
    expect([await roles(app), await roles(app), await roles(app)]).toEqual([[], ["Calendars.Read"], []]);
  });

  test("by default everything is known at once", async () => {
    const app = await start({});
    await consent(app);
    expect(await roles(app)).toEqual(["Calendars.Read"]);
  });
});
