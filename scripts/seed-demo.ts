import { DEMO_DOMAIN, DEMO_TENANT_ID, DEMO_USERS, GATEWAY_APP } from "../emulator/seed/demo-ids.js";
import { DemoClient } from "./demo-client.js";

const SLUG = "demo";
const PEOPLE = [
  "ines",
  "tomasz",
  "mei",
  "jonas",
  "priya",
  "luca",
  "sofia",
  "daniel",
  "hana",
  "marcus",
  "amara",
  "oskar",
] as const;

const FIND = `query FindDemo {
  organizations(first: 100) { nodes { id slug connections(first: 1) { nodes { id } } mailboxes(first: 1) { nodes { id } } } }
}`;
const CREATE_ORGANIZATION = `mutation CreateDemoOrganization($input: CreateOrganizationInput!) {
  createOrganization(input: $input) { organization { id } errors { message } }
}`;
const CREATE_CONNECTION = `mutation CreateDemoConnection($input: CreateConnectionInput!) {
  createConnection(input: $input) { connection { id } errors { message } }
}`;
const CREATE_MAILBOX = `mutation CreateDemoMailbox($input: CreateMailboxInput!) {
  createMailbox(input: $input) { mailbox { id } errors { message } }
}`;
const VERIFY = `mutation VerifyDemo($input: VerifyConnectionInput!) {
  verifyConnection(input: $input) { verification { passed } errors { message } }
}`;
const CREATE_KEY = `mutation CreateDemoKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { token errors { message } }
}`;

interface Found {
  readonly organizations: {
    readonly nodes: readonly {
      readonly id: string;
      readonly slug: string;
      readonly connections: { readonly nodes: readonly { readonly id: string }[] };
      readonly mailboxes: { readonly nodes: readonly { readonly id: string }[] };
    }[];
  };
}

/**
 * Sets the demo organization up as an administrator would: through the API, with the three values of the emulator's app
 * registration. What is there already stays as it is.
 *
 * @returns the id of the demo organization
 */
export async function seedDemo(owner: DemoClient): Promise<string> {
  const { organizations } = await owner.run<Found>(FIND);
  const found = organizations.nodes.find(({ slug }) => slug === SLUG);
  const organizationId = found?.id ?? (await createOrganization(owner));
  const connectionId = found?.connections.nodes[0]?.id ?? (await createConnection(owner, organizationId));
  if (found === undefined || found.mailboxes.nodes.length === 0) {
    for (const name of PEOPLE) {
      await owner.run(CREATE_MAILBOX, { input: { connectionId, address: DEMO_USERS[name].address } });
    }
    await owner.run(VERIFY, { input: { id: connectionId } });
  }
  return organizationId;
}

/** A WRITER key of the demo organization. */
export async function createDemoKey(owner: DemoClient, organizationId: string): Promise<string> {
  const input = { organizationId, name: "demo", role: "WRITER" };
  const { createApiKey } = await owner.run<{ createApiKey: { token: string } }>(CREATE_KEY, { input });
  return createApiKey.token;
}

async function createOrganization(owner: DemoClient): Promise<string> {
  const input = { name: "Larkfield Instruments (demo)", slug: SLUG, emailDomains: [DEMO_DOMAIN] };
  const { createOrganization } = await owner.run<{ createOrganization: { organization: { id: string } } }>(
    CREATE_ORGANIZATION,
    { input },
  );
  return createOrganization.organization.id;
}

async function createConnection(owner: DemoClient, organizationId: string): Promise<string> {
  const input = {
    organizationId,
    name: "Tenant emulator",
    cloud: "EMULATOR",
    access: "APPLICATION",
    supportedAccountTypes: "SINGLE_TENANT",
    tenantId: DEMO_TENANT_ID,
    clientId: GATEWAY_APP.clientId,
    clientSecret: GATEWAY_APP.clientSecret,
  };
  const { createConnection } = await owner.run<{ createConnection: { connection: { id: string } } }>(
    CREATE_CONNECTION,
    { input },
  );
  return createConnection.connection.id;
}
