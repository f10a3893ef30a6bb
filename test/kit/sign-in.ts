import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { CONNECT_APP, DEMO_TENANT_ID, type DemoApp } from "../../emulator/seed/demo-ids.js";
import { chooseAt, TestBrowser, type Visit } from "./browser.js";
import { startGateway, type TestGateway, type TestGatewayOptions } from "./gateway.js";
import {
  BeginMailboxAuthorizationDocument,
  CreateConnectionDocument,
  type CreateConnectionInput,
  CreateMailboxDocument,
} from "./generated/operations.js";
import { makeOrganization, type TestOrganization } from "./organization.js";

/** A gateway that knows its own address, as one behind which people sign in must. */
export async function startSignInGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const port = await freePort();
  const env = { PORT: `${port}`, PUBLIC_URL: `http://localhost:${port}`, ...options.env };
  return startGateway({ ...options, env });
}

export interface SignInOrganization extends TestOrganization {
  /** A connection with the access DELEGATED. */
  readonly signInId: string;
}

/** An organization whose people connect their own mailboxes, with the emulator's registration for anybody. */
export async function makeSignInOrganization(
  gateway: TestGateway,
  over: Partial<CreateConnectionInput> & { readonly app?: DemoApp } = {},
): Promise<SignInOrganization> {
  const organization = await makeOrganization(gateway, { addresses: [] });
  const { app = CONNECT_APP, ...rest } = over;
  const { createConnection } = await gateway.owner.data(CreateConnectionDocument, {
    input: {
      organizationId: organization.id,
      name: "People & calendars",
      cloud: "EMULATOR",
      access: "DELEGATED",
      supportedAccountTypes: "MULTI_TENANT_AND_PERSONAL",
      tenantId: DEMO_TENANT_ID,
      ...app,
      ...rest,
    },
  });
  return { ...organization, signInId: createConnection.connection!.id };
}

export async function addMailbox(gateway: TestGateway, connectionId: string, address: string): Promise<string> {
  const { createMailbox } = await gateway.owner.data(CreateMailboxDocument, { input: { connectionId, address } });
  return createMailbox.mailbox!.id;
}

/** The link for an owner of a mailbox. */
export async function beginSignIn(
  { admin, signInId }: SignInOrganization,
  whom: { readonly mailboxId?: string; readonly loginHint?: string },
): Promise<string> {
  const input = { connectionId: signInId, ...whom };
  const { beginMailboxAuthorization } = await admin.data(BeginMailboxAuthorizationDocument, { input });
  return beginMailboxAuthorization.authorizationUrl!;
}

/** Follows a link to the page that it ends on, choosing an account at the emulator's sign-in. */
export function signIn(
  gateway: TestGateway,
  link: string,
  choice: Readonly<Record<string, string>>,
  browser = new TestBrowser(),
): Promise<Visit> {
  return browser.follow(link, chooseAt(gateway.emulator.loginUrl, choice));
}

/** The page's heading, as a person reads it. */
export function headingOf({ text }: Visit): string {
  return /<h1>([^<]*)<\/h1>/.exec(text)?.[1] ?? "";
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
