import { generateKeyPairSync } from "node:crypto";
import { decodeJwt, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createClock } from "../../../emulator/core/clock.js";
import { addPerson, eventBody, graphClient, type Json, SECRET, START, startTenant, tokenFor } from "./kit.js";

let started: Awaited<ReturnType<typeof startTenant>>;
beforeAll(async () => {
  started = await startTenant();
});
afterAll(() => started.emulator.close());

const codeOf = (reply: { status: number; json: Json }) => [reply.status, reply.json.error?.code];

/** A client of an application with these application permissions. */
async function clientWith(...roles: string[]) {
  const { emulator, tenant } = started;
  const app = emulator.add.addApp(tenant, { secrets: [{ value: SECRET }] });
  const principal = emulator.add.consent(app, tenant, roles);
  return { app, principal, graph: graphClient(emulator, await tokenFor(emulator, tenant, app)) };
}

describe("tokens", () => {
  const ask = (token: string) => graphClient(started.emulator, token).get(`/users/${started.ann.id}/calendar`);
  const refused = [401, "InvalidAuthenticationToken"];

  test("statement 29: no token, a foreign signature and another audience are 401 InvalidAuthenticationToken", async () => {
    const claims = decodeJwt(started.token);
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const forged = await new SignJWT(claims).setProtectedHeader({ alg: "RS256" }).sign(privateKey);
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${started.token.split(".")[1]}.`;
    const elsewhere = await started.emulator.signingKey.sign({ ...claims, aud: "https://management.azure.com" });
    const noTenant = await started.emulator.signingKey.sign({ ...claims, tid: "11111111-2222-4333-8444-555555555555" });
    for (const token of ["nonsense", forged, unsigned, elsewhere, noTenant]) {
      const reply = await ask(token);
      expect(codeOf(reply)).toEqual(refused);
      expect(reply.headers.get("www-authenticate")).toMatch(/^Bearer /);
    }
    const bare = await fetch(`${started.emulator.graphUrl}/v1.0/users/${started.ann.id}/calendar`);
    expect(bare.status).toBe(401);
  });

  test("a token ends when the emulated clock passes its expiry, also one that was accepted before", async () => {
    const clock = createClock(() => START);
    const own = await startTenant({ clock });
    const path = `/users/${own.ann.id}/calendar`;
    expect((await own.graph.get(path)).status).toBe(200);
    clock.advance(3_598_000);
    expect((await own.graph.get(path)).status).toBe(200);
    clock.advance(1_000);
    expect(codeOf(await own.graph.get(path))).toEqual(refused);
    await own.emulator.close();
  });
});

describe("permissions", () => {
  test("without consent every calendar call is 403 ErrorAccessDenied, and the directory says Authorization_RequestDenied", async () => {
    const { graph } = await clientWith();
    expect(codeOf(await graph.get(`/users/${started.ann.id}/events`))).toEqual([403, "ErrorAccessDenied"]);
    expect(codeOf(await graph.get("/users"))).toEqual([403, "Authorization_RequestDenied"]);
  });

  test("Calendars.Read reads and does not write; Calendars.ReadBasic does not see bodies", async () => {
    const path = `/users/${started.ann.id}/events`;
    const { json } = await started.graph.post(
      path,
      eventBody({ body: { contentType: "text", content: "secret plan" } }),
    );
    const reader = (await clientWith("Calendars.Read")).graph;
    expect((await reader.get(`${path}/${json.id}`)).json.bodyPreview).toBe("secret plan");
    expect(codeOf(await reader.post(path, eventBody()))).toEqual([403, "ErrorAccessDenied"]);
    expect(codeOf(await reader.delete(`${path}/${json.id}`))).toEqual([403, "ErrorAccessDenied"]);
    const basic = (await clientWith("Calendars.ReadBasic.All")).graph;
    const seen = await basic.get(`${path}/${json.id}`);
    expect(seen.json.subject).toBe("Planning");
    expect(JSON.stringify(seen.json)).not.toContain("secret plan");
  });

  test("statement 18: /me is 400 with an app-only token", async () => {
    for (const path of ["/me", "/me/calendar", "/me/events"]) {
      expect(codeOf(await started.graph.get(path))).toEqual([400, "BadRequest"]);
    }
  });

  test("statement 29: an out-of-scope mailbox is 403 and an unlicensed one 404, alone and as parts of a batch", async () => {
    const { emulator, tenant, ann } = started;
    const bob = addPerson(emulator, tenant, "bob");
    const nora = emulator.add.addUser(tenant, { userPrincipalName: "nora@quarry.example", mailbox: false });
    const { graph, principal } = await clientWith("Calendars.ReadWrite");
    principal.accessPolicy = { kind: "RestrictAccess", mailboxes: new Set([ann.id, nora.id]) };
    const expected = {
      [ann.id]: [200, undefined],
      [bob.id]: [403, "ErrorAccessDenied"],
      [nora.id]: [404, "MailboxNotEnabledForRESTAPI"],
    };
    for (const [id, outcome] of Object.entries(expected))
      expect(codeOf(await graph.get(`/users/${id}/calendar`))).toEqual(outcome);
    const { json, status } = await graph.batch(
      Object.keys(expected).map((id) => ({ id, method: "GET", url: `/users/${id}/calendar` })),
    );
    expect(status).toBe(200);
    for (const part of json.responses) expect([part.status, part.body.error?.code]).toEqual(expected[part.id]);
    principal.accessPolicy = { kind: "DenyAccess", mailboxes: new Set([ann.id]) };
    expect((await graph.get(`/users/${ann.id}/calendar`)).status).toBe(403);
    expect((await graph.get(`/users/${bob.id}/calendar`)).status).toBe(200);
  });

  test("a grant of Exchange opens its mailboxes although the token has no roles", async () => {
    const { emulator, tenant, ann } = started;
    const carl = addPerson(emulator, tenant, "carl");
    const { graph, principal } = await clientWith();
    principal.exchangeGrants.push({ role: "Calendars.ReadWrite", mailboxes: new Set([carl.id]) });
    expect((await graph.post(`/users/${carl.id}/events`, eventBody())).status).toBe(201);
    expect((await graph.get(`/users/${ann.id}/events`)).status).toBe(403);
  });

  test("a token keeps the roles of its time of issue after consent is withdrawn", async () => {
    const { graph, principal } = await clientWith("Calendars.Read");
    principal.roles.clear();
    expect((await graph.get(`/users/${started.ann.id}/calendar`)).status).toBe(200);
  });
});

describe("answers", () => {
  test("statement 33: errors hold code, message and innerError with date and ids; client-request-id is echoed", async () => {
    const { json, headers } = await started.graph.get("/users/nobody/calendar", { "client-request-id": "my-id" });
    expect(json.error.message).not.toBe("");
    expect(json.error.innerError).toEqual({
      date: "2026-03-02T08:00:00",
      "request-id": headers.get("request-id"),
      "client-request-id": "my-id",
    });
    expect(headers.get("client-request-id")).toBe("my-id");
  });

  test("every answer has Graph's headers; without a client-request-id the request id stands in", async () => {
    const replies = [
      await started.graph.get(`/users/${started.ann.id}/calendar`),
      await started.graph.get("/nothing/here"),
      await started.graph.batch([]),
      await graphClient(started.emulator, "bad").get("/users"),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 400, 400, 401]);
    for (const { headers } of replies) {
      expect(headers.get("request-id")).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get("client-request-id")).toBe(headers.get("request-id"));
      expect(JSON.parse(headers.get("x-ms-ags-diagnostic") ?? "")).toHaveProperty("ServerInfo");
      expect(new Date(headers.get("date") ?? "").getTime()).toBe(START);
    }
  });

  test("an unknown path is 400 RequestBroker--ParseUri, a method that is not offered 405", async () => {
    expect(codeOf(await started.graph.get(`/users/${started.ann.id}/messages`))).toEqual([
      400,
      "RequestBroker--ParseUri",
    ]);
    expect(codeOf(await started.graph.get("/users/%E0%A4%A/events"))).toEqual([400, "RequestBroker--ParseUri"]);
    expect(codeOf(await started.graph.send("PUT", `/users/${started.ann.id}/events`))).toEqual([
      405,
      "Request_BadRequest",
    ]);
  });

  test("the log names mailbox, application and status of each request, and no token", async () => {
    const { emulator, ann, app, graph, token } = started;
    emulator.log.clear();
    await graph.get(`/users/${ann.id}/calendar`, { "client-request-id": "trace-me" });
    expect(emulator.log.entries()).toMatchObject([
      {
        kind: "http",
        service: "graph",
        method: "GET",
        status: 200,
        mailbox: "ann@quarry.example",
        appId: app.appId,
        clientRequestId: "trace-me",
      },
    ]);
    expect(JSON.stringify(emulator.log.entries())).not.toContain(token);
  });
});
