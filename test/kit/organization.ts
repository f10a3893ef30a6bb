import { DEMO_TENANT_ID, DEMO_USERS, type DemoApp, GATEWAY_APP } from "../../emulator/seed/demo-ids.js";
import type { TestGateway } from "./gateway.js";
import {
  CreateApiKeyDocument,
  CreateConnectionDocument,
  CreateMailboxDocument,
  CreateOrganizationDocument,
  type Role,
} from "./generated/operations.js";
import type { TestClient } from "./test-client.js";

export interface TestOrganization {
  readonly id: string;
  readonly connectionId: string;
  /** In the order of the addresses. */
  readonly mailboxIds: readonly string[];
  readonly admin: TestClient;
  readonly writer: TestClient;
  readonly reader: TestClient;
}

export interface TestOrganizationOptions {
  readonly slug?: string;
  readonly tenantId?: string;
  readonly app?: DemoApp;
  readonly addresses?: readonly string[];
}

/** Made up so that slugs never meet inside one gateway. */
let count = 0;

/** An organization with a connection to the emulator, mailboxes and a key of each role, made through the API. */
export async function makeOrganization(
  gateway: TestGateway,
  options: TestOrganizationOptions = {},
): Promise<TestOrganization> {
  count += 1;
  const { slug = `org-${count}`, tenantId = DEMO_TENANT_ID, app = GATEWAY_APP } = options;
  const addresses = options.addresses ?? [DEMO_USERS.ines.address, DEMO_USERS.tomasz.address, DEMO_USERS.mei.address];
  const { owner } = gateway;
  const { createOrganization } = await owner.data(CreateOrganizationDocument, { input: { name: slug, slug } });
  const id = createOrganization.organization!.id;
  const { createConnection } = await owner.data(CreateConnectionDocument, {
    input: { organizationId: id, name: "main", cloud: "EMULATOR", tenantId, ...app },
  });
  const connectionId = createConnection.connection!.id;
  const mailboxIds: string[] = [];
  for (const address of addresses) {
    const { createMailbox } = await owner.data(CreateMailboxDocument, { input: { connectionId, address } });
    mailboxIds.push(createMailbox.mailbox!.id);
  }
  const [admin, writer, reader] = [
    await makeKey(gateway, id, "ADMIN"),
    await makeKey(gateway, id, "WRITER"),
    await makeKey(gateway, id, "READER"),
  ];
  return { id, connectionId, mailboxIds, admin, writer, reader };
}

async function makeKey(gateway: TestGateway, organizationId: string, role: Role): Promise<TestClient> {
  const { createApiKey } = await gateway.owner.data(CreateApiKeyDocument, {
    input: { organizationId, name: role.toLowerCase(), role },
  });
  return gateway.as(createApiKey.token!);
}
