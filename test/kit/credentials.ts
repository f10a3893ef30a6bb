import type { Emulator } from "../../emulator/index.js";
import { DEMO_TENANT_ID, DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import type { TestGateway } from "./gateway.js";
import { CredentialsOfDocument, SubjectsOnlyDocument } from "./generated/operations.js";
import { makeOrganization, type TestOrganization } from "./organization.js";
import { weekAround } from "./week.js";

type App = ReturnType<Emulator["add"]["addApp"]>;

/** A registration of the demo tenant with consent and these secrets. */
export function registerApp(emulator: Emulator, secrets: readonly string[]): App {
  const tenant = emulator.store.tenant(DEMO_TENANT_ID);
  if (tenant === undefined) throw new Error("The demo tenant is not there.");
  const app = emulator.add.addApp(tenant, { secrets: secrets.map((value) => ({ value })) });
  emulator.add.consent(app, tenant, ["Calendars.ReadWrite"]);
  return app;
}

export interface Connected {
  readonly app: App;
  readonly organization: TestOrganization;
  readonly connectionId: string;
  /** Reads a calendar through the connection; gives the codes of the errors, none when it could be read. */
  read(): Promise<readonly string[]>;
  /** Credentials, warnings and state, as an administrator sees them. */
  show(): Promise<NonNullable<Awaited<ReturnType<typeof shown>>>>;
  /** Token requests since the log was cleared. */
  tokenRequests(): number;
}

/** An organization whose connection uses the first of the secrets; the registration has all of them. */
export async function connect(gateway: TestGateway, ...secrets: readonly [string, ...string[]]): Promise<Connected> {
  const app = registerApp(gateway.emulator, secrets);
  const organization = await makeOrganization(gateway, {
    app: { clientId: app.appId, clientSecret: secrets[0] },
    addresses: [DEMO_USERS.ines.address],
  });
  const { connectionId } = organization;
  return {
    app,
    organization,
    connectionId,
    read: async () => {
      const [id = ""] = organization.mailboxIds;
      const { errors = [] } = await organization.reader.query(SubjectsOnlyDocument, { id, ...weekAround(Date.now()) });
      return errors.map(({ extensions }) => extensions.code);
    },
    show: async () => {
      const connection = await shown(organization);
      if (!connection) throw new Error("The connection is not there.");
      return connection;
    },
    tokenRequests: () =>
      gateway.emulator.log.entries().filter(({ grantType }) => grantType === "client_credentials").length,
  };
}

async function shown({ admin, connectionId: id }: TestOrganization) {
  return (await admin.data(CredentialsOfDocument, { id })).connection;
}
