import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../../emulator/seed/demo-ids.js";
import { pairOf, pfxOf, rsaKey, type TestPair } from "../kit/certificates.js";
import { OWNER_KEY, startGateway, type TestGateway } from "../kit/gateway.js";
import {
  AddCredentialDocument,
  CreateApiKeyDocument,
  CreateConnectionDocument,
  type CreateConnectionInput,
  CreateMailboxDocument,
  GenerateCertificateDocument,
  OrganizationWithAllDocument,
  SubjectsOnlyDocument,
  UpdateConnectionDocument,
  VerifyConnectionDocument,
  WhoAmIDocument,
} from "../kit/generated/operations.js";
import { makeOrganization, type TestOrganization } from "../kit/organization.js";
import { codesOf } from "../kit/outcome.js";
import { weekAround } from "../kit/week.js";

/** A secret that Entra does not know; in one piece it would look like a real one to scanners. */
const WRONG_SECRET = ["Wrg8Q", "not-the-secret-of-this-app_0123456789"].join("~");

const PFX_PASSWORD = "the-password-of-a-file-0123456789";

const CREATE = `mutation Create($input: CreateConnectionInput!) {
  createConnection(input: $input) { connection { id } errors { code message path } }
}`;

describe("secrets are never readable", () => {
  let gateway: TestGateway;
  let organization: TestOrganization;
  let pair: TestPair;
  /** Text by what it is. Filled as the tests go on; the last test looks for all of them everywhere. */
  const secrets = new Map([
    ["client secret", GATEWAY_APP.clientSecret],
    ["wrong client secret", WRONG_SECRET],
    ["owner key", OWNER_KEY],
  ]);

  beforeAll(async () => {
    gateway = await startGateway();
    organization = await makeOrganization(gateway, { addresses: [DEMO_USERS.ines.address] });
    const [, sealingKey = ""] = (await readFile(join(gateway.dataDir, "sealing.key"), "utf8")).trim().split(":");
    secrets.set("sealing key", sealingKey);
    pair = pairOf(rsaKey());
    // Any part of the key will do; in one line, as it may be escaped elsewhere.
    for (const [n, line] of pair.privateKeyPem.split("\n").slice(1, -2).entries()) secrets.set(`key line ${n}`, line);
    secrets.set("PFX password", PFX_PASSWORD);
  });
  afterAll(() => gateway.close());

  const input = (over: Partial<CreateConnectionInput> = {}): CreateConnectionInput => ({
    organizationId: organization.id,
    name: "another",
    cloud: "EMULATOR",
    tenantId: DEMO_TENANT_ID,
    clientId: GATEWAY_APP.clientId,
    clientSecret: WRONG_SECRET,
    ...over,
  });
  const view = () =>
    organization.reader.query(SubjectsOnlyDocument, { id: organization.mailboxIds[0]!, ...weekAround(Date.now()) });
  const verify = (id: string) => organization.admin.query(VerifyConnectionDocument, { input: { id } });

  test("use and reading back: no field of the schema holds one", async () => {
    await view();
    await verify(organization.connectionId);
    await organization.admin.data(OrganizationWithAllDocument, { id: organization.id });
    await organization.admin.data(WhoAmIDocument, {});
    expect(gateway.answers.length).toBeGreaterThan(8);
  });

  test("a key's token is in one answer and nowhere else", async () => {
    const { createApiKey } = await organization.admin.data(CreateApiKeyDocument, {
      input: { organizationId: organization.id, name: "secret", role: "READER" },
    });
    const token = createApiKey.token!;
    await gateway.as(token).data(WhoAmIDocument, {});

    expect(gateway.answers.filter((text) => text.includes(token))).toHaveLength(1);
    expect(gateway.logLines.join("\n")).not.toContain(token);
    expect(await filesWith(gateway.dataDir, token)).toEqual([]);
  });

  test("a secret that Entra refuses", async () => {
    const { data } = await organization.admin.query(CreateConnectionDocument, { input: input() });
    const { id } = data.createConnection.connection!;
    await organization.admin.query(CreateMailboxDocument, {
      input: { connectionId: id, address: DEMO_USERS.mei.address },
    });

    const { data: verified } = await verify(id);
    const checks = verified.verifyConnection.verification!.checks;
    expect(checks.find(({ name }) => name === "CREDENTIAL")).toMatchObject({ upstreamCode: "AADSTS7000215" });
    expect((await verify(id)).data.verifyConnection.connection?.credential?.hint).toBe(WRONG_SECRET.slice(0, 3));
  });

  test("private keys and passwords, taken, refused or made here", async () => {
    const connection = await organization.admin.data(CreateConnectionDocument, { input: input({ name: "keys" }) });
    const connectionId = connection.createConnection.connection!.id;
    const { privateKeyPem, certificatePem } = pair;
    const app = gateway.emulator.store.app(GATEWAY_APP.clientId)!;
    const add = (over: object) => organization.admin.query(AddCredentialDocument, { input: { connectionId, ...over } });

    await add({ certificate: { pem: certificatePem + privateKeyPem } });
    await add({ certificate: { pem: privateKeyPem } });
    await add({ certificate: { pem: certificatePem, pfx: privateKeyPem } });
    await add({ certificate: { pfx: pfxOf(pair, PFX_PASSWORD), password: WRONG_SECRET } });
    await add({ certificate: privateKeyPem });
    await add({ clientSecretExpiresAt: privateKeyPem });
    gateway.emulator.add.addCertificate(app, certificatePem);
    const { data } = await add({ certificate: { pfx: pfxOf(pair, PFX_PASSWORD), password: PFX_PASSWORD } });
    expect(data.addCredential.errors).toEqual([]);
    await organization.admin.data(GenerateCertificateDocument, { input: { connectionId } });
    await verify(connectionId);
    app.certificates.length = 0;
    for (const text of [...gateway.answers, ...gateway.logLines]) expect(text).not.toContain("PRIVATE KEY");
    expect(await filesWith(gateway.dataDir, "PRIVATE KEY")).toEqual([]);
  });

  test.each([
    ["HTML from Entra", { service: "entra" }, { kind: "html", status: 502 }],
    ["a cut connection to Entra", { service: "entra" }, { kind: "reset" }],
    ["an empty answer of Entra", { service: "entra" }, { kind: "empty" }],
    ["HTML from Graph", { service: "graph" }, { kind: "html", status: 500 }],
    ["an empty answer of Graph", { service: "graph" }, { kind: "empty" }],
  ] as const)("%s", async (_name, match, action) => {
    const fault = gateway.emulator.faults.always(match, action);
    await verify(organization.connectionId);
    await view();
    gateway.emulator.faults.remove(fault);
  });

  test.each<[string, Partial<Record<keyof CreateConnectionInput, unknown>>]>([
    ["client ID", { clientId: WRONG_SECRET }],
    ["tenant ID", { tenantId: WRONG_SECRET }],
    ["organization ID", { organizationId: WRONG_SECRET }],
    ["name that is too long", { name: WRONG_SECRET.repeat(10) }],
    ["secret with blanks inside", { clientSecret: `${WRONG_SECRET} ${WRONG_SECRET}` }],
    ["cloud", { cloud: WRONG_SECRET }],
    ["expiry", { clientSecretExpiresAt: WRONG_SECRET }],
    ["expiry, as an object", { clientSecretExpiresAt: { text: WRONG_SECRET } }],
    ["secret in a list", { clientSecret: [WRONG_SECRET] }],
    ["secret in an object", { clientSecret: { value: WRONG_SECRET } }],
    ["a field that is not there", { clientSecretId: "x" } as object],
    ["a missing field beside it", { tenantId: undefined }],
  ])("pasted into the wrong place, as a variable: %s", async (_name, over) => {
    const answer = await organization.admin.send<object>({
      query: CREATE,
      variables: { input: { ...input(), ...over } },
    });

    expect(codesOf(answer).length).toBeGreaterThan(0);
  });

  test.each([
    ["in a list", `clientSecret: ["${WRONG_SECRET}"]`],
    ["in an object", `clientSecret: { value: "${WRONG_SECRET}" }`],
    ["for an enum", `cloud: "${WRONG_SECRET}"`],
    ["for a date", `clientSecretExpiresAt: "${WRONG_SECRET}"`],
    ["beside a field that is not there", `clientSecret: "${WRONG_SECRET}", clientSecretId: 1`],
    ["as a block", `cloud: """${WRONG_SECRET}"""`],
    ["where a name should be", `"${WRONG_SECRET}"`],
    ["where a colon should be", `clientSecret "${WRONG_SECRET}"`],
    ["without its closing quote", `clientSecret: "${WRONG_SECRET}`],
    ["with an escape that is none", `clientSecret: "${WRONG_SECRET}\\q"`],
  ])("written into the document: %s", async (_name, text) => {
    const query = `mutation { createConnection(input: { name: "x", ${text} }) { errors { message } } }`;

    const answer = await organization.admin.send({ query });

    expect(answer.status).toBe(400);
    expect(answer.errors?.length).toBeGreaterThan(0);
  });

  test("variables nested deeper than any stack are refused like others", async () => {
    const depth = 50_000;
    const body = `{"query":"query Q($x: Int) { viewer { role } }","variables":{"x":${"[".repeat(depth)}${"]".repeat(depth)}}}`;

    const { status } = await organization.admin.send(undefined, { body });

    expect(status).toBe(400);
  });

  test("short values are still named, so that a slip of the pen is found", async () => {
    const { errors } = await organization.admin.send({
      query: CREATE,
      variables: { input: { ...input(), cloud: "GLOBUL" } },
    });

    expect(errors?.[0]?.message).toContain("GLOBUL");
  });

  test("in a change of the connection that is refused", async () => {
    const { connectionId: id } = organization;
    await organization.admin.query(UpdateConnectionDocument, {
      input: { id, clientId: "no-guid", clientSecret: WRONG_SECRET },
    });
    await organization.admin.query(UpdateConnectionDocument, {
      input: { id, name: WRONG_SECRET.repeat(20), clientSecret: WRONG_SECRET },
    });
  });

  test("as an API key that does not exist, in the header or in the body", async () => {
    const { status } = await gateway.as(WRONG_SECRET).query(WhoAmIDocument, {});
    expect(status).toBe(401);
    await organization.admin.send(`{"query": "${WRONG_SECRET}`);
    await organization.admin.send({ query: "query Q { viewer { role } }", operationName: WRONG_SECRET.slice(0, 3) });
  });

  test("none of them stands in any file, log line or answer", async () => {
    const isSealingKey = (name: string) => name === "sealing key";
    for (const [name, secret] of secrets) {
      expect([name, gateway.logLines.filter((line) => holds(line, secret))]).toEqual([name, []]);
      expect([name, gateway.answers.filter((text) => holds(text, secret))]).toEqual([name, []]);
      const files = await filesWith(gateway.dataDir, secret);
      expect([name, files]).toEqual([name, isSealingKey(name) ? ["sealing.key"] : []]);
    }
    // No access token of Microsoft's either: a JWT starts with {" in base64url.
    for (const text of [...gateway.logLines, ...gateway.answers]) expect(text).not.toMatch(/eyJ[\w-]{20,}/);
    expect(await filesWith(gateway.dataDir, "eyJ0eXAi")).toEqual([]);
    expect(gateway.logLines.length).toBeGreaterThan(20);
  });
});

/** In any of the forms in which a text may stand in another: plain, escaped, encoded. */
function holds(text: string, secret: string): boolean {
  const bytes = Buffer.from(secret);
  const forms = [
    secret,
    encodeURIComponent(secret),
    bytes.toString("base64url").replace(/.$/, ""),
    bytes.toString("hex"),
  ];
  return forms.some((form) => text.includes(form));
}

async function filesWith(folder: string, secret: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  expect(names).toContain("gateway.sqlite");
  const found = await Promise.all(
    names.map(async (name) => (holds(await readFile(join(folder, name), "latin1"), secret) ? [name] : [])),
  );
  return found.flat();
}
