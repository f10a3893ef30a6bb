import { DEMO_TENANT_ID, type DemoApp } from "../../emulator/seed/demo-ids.js";
import type { TestGateway } from "./gateway.js";

/** An administrator of the demo tenant consents to an application's writing settings and categories. */
export function allowSettings({ emulator }: TestGateway, { clientId }: DemoApp): void {
  const { store, add } = emulator;
  add.consent(store.app(clientId)!, store.tenant(DEMO_TENANT_ID)!, ["MailboxSettings.ReadWrite"]);
}
