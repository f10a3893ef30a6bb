import DataLoader from "dataloader";
import type { MailboxIdentityService } from "../services/mailboxes/mailbox-identity.service.js";

/** Other addresses of mailboxes that the viewer may see, by their row ids. */
export function aliasesOfMailboxLoader(identity: MailboxIdentityService) {
  return new DataLoader<string, readonly string[]>(
    async (ids) => {
      const found = await identity.aliasesOf(ids);
      return ids.map((id) => found.get(id) ?? []);
    },
    { name: "aliasesOfMailbox" },
  );
}
