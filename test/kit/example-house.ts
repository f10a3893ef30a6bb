import { zonedFromInstant } from "../../emulator/core/zoned-time.js";
import { DEMO_TENANT_ID, DEMO_USERS, DIRECTORY_APP } from "../../emulator/seed/demo-ids.js";
import { startGateway, type TestGateway } from "./gateway.js";
import { CreateApiKeyDocument, UpdateConnectionDocument } from "./generated/operations.js";
import { makeOrganization, type TestOrganization } from "./organization.js";
import { type RecordingProxy, startRecordingProxy } from "./recording-proxy.js";

export interface ExampleHouse {
  readonly gateway: TestGateway;
  /** Between the gateway and Graph. */
  readonly proxy: RecordingProxy;
  /** With the mailboxes of Ines, Tomasz and Mei; the times of rooms may be told. */
  readonly organization: TestOrganization;
  /** What the examples need in their environment; the key is a WRITER's. */
  readonly settings: { readonly GATEWAY_URL: string; readonly GATEWAY_API_KEY: string };
  /** Puts an event into a mailbox behind the gateway's back. */
  put(userId: string, start: string, end: string, over: object): void;
  close(): Promise<void>;
}

/** A gateway with all that the programs in `examples/` need. */
export async function startExampleHouse(): Promise<ExampleHouse> {
  const proxies: RecordingProxy[] = [];
  const gateway = await startGateway({
    beforeGraph: async (graphUrl) => {
      proxies.push(await startRecordingProxy(graphUrl));
      return proxies[0]!.url;
    },
  });
  const { ines, tomasz, mei } = DEMO_USERS;
  const addresses = [ines, tomasz, mei].map(({ address }) => address);
  const organization = await makeOrganization(gateway, { app: DIRECTORY_APP, addresses });
  const { id, connectionId, admin } = organization;
  await admin.data(UpdateConnectionDocument, { input: { id: connectionId, freeBusyReach: "ROOMS" } });
  const input = { organizationId: id, name: "example", role: "WRITER" } as const;
  const { createApiKey } = await admin.data(CreateApiKeyDocument, { input });
  return {
    gateway,
    proxy: proxies[0]!,
    organization,
    settings: { GATEWAY_URL: `${gateway.url}/graphql`, GATEWAY_API_KEY: createApiKey.token! },
    put: (userId, start, end, over) => {
      const { mailbox } = gateway.emulator.store.tenant(DEMO_TENANT_ID)!.users.get(userId)!;
      const [from, to] = [start, end].map((iso) => zonedFromInstant(Date.parse(iso)));
      gateway.emulator.add.addEvent(mailbox!, { start: from!, end: to!, ...over });
    },
    close: async () => {
      await gateway.close();
      await proxies[0]!.close();
    },
  };
}
