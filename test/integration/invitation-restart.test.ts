import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { DEMO_USERS } from "../../emulator/seed/demo-ids.js";
import { TestBrowser } from "../kit/browser.js";
import { CreateInvitationDocument, InvitationOfMailboxDocument } from "../kit/generated/operations.js";
import { headingOf, makeSignInOrganization, startSignInGateway } from "../kit/sign-in.js";
import { linkIn, smtpEnv, startSmtpServer } from "../kit/smtp.js";

const { mei } = DEMO_USERS;

test("a mail that could not be sent before the gateway ended is sent after its next start", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "gateway-outbox-"));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const absent = await startSmtpServer();
  await absent.close();
  const first = await startSignInGateway({ dataDir, env: smtpEnv(absent) });
  const organization = await makeSignInOrganization(first);
  const input = { connectionId: organization.signInId, address: mei.address };
  const { createInvitation } = await organization.admin.data(CreateInvitationDocument, { input });
  const { id } = createInvitation.invitation!.mailbox!;
  const stateIn = async () => (await organization.admin.data(InvitationOfMailboxDocument, { id })).mailbox!.invitation;
  await expect.poll(stateIn).toMatchObject({
    state: "PENDING",
    stateReason: "The mail server could not be reached. It is tried again.",
  });
  await first.close();

  const smtp = await startSmtpServer();
  onTestFinished(() => smtp.close());
  const clock = { now: () => Date.now() + 60_000 };
  const second = await startSignInGateway({ dataDir, env: smtpEnv(smtp), clock });
  onTestFinished(() => second.close());

  const page = await new TestBrowser().visit(linkIn(await smtp.mailTo(mei.address)));
  expect(headingOf(page)).toBe("Connect your calendar");
});
