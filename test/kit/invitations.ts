import { TestBrowser, type Visit } from "./browser.js";
import type { TestGateway } from "./gateway.js";
import { CreateInvitationDocument, type CreateInvitationInput } from "./generated/operations.js";
import { type SignInOrganization, signIn } from "./sign-in.js";

/** Invites by a link that is handed out; gives the link and the invitation's id. */
export async function inviteByLink(
  { admin, signInId }: SignInOrganization,
  address: string,
  over: Partial<CreateInvitationInput> = {},
): Promise<{ readonly link: string; readonly id: string; readonly mailboxId: string }> {
  const input = { connectionId: signInId, address, returnLink: true, ...over };
  const { createInvitation } = await admin.data(CreateInvitationDocument, { input });
  const { id, mailbox } = createInvitation.invitation!;
  return { link: createInvitation.link!, id, mailboxId: mailbox!.id };
}

/** Presses the button of an invitation's page. */
export function press(link: string, browser = new TestBrowser()): Promise<Visit> {
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  return browser.visit(link, { method: "POST", body: "", headers });
}

/** Where the page leads by itself after the button. */
export function destinationOf({ headers, status, url }: Visit): string {
  const destination = /^0; url=(.+)$/.exec(headers.get("refresh") ?? "")?.[1];
  if (destination === undefined) throw new Error(`No way on from ${new URL(url).pathname.slice(0, 13)}: ${status}`);
  return destination;
}

/** All of it: the button, Microsoft, and the page at the end. */
export async function acceptInvitation(
  gateway: TestGateway,
  link: string,
  choice: Readonly<Record<string, string>>,
  browser = new TestBrowser(),
): Promise<Visit> {
  return signIn(gateway, destinationOf(await press(link, browser)), choice, browser);
}
