import type { User } from "../../../emulator/core/directory.model.js";
import type { Emulator } from "../../../emulator/index.js";
import { graphClient, START } from "./kit.js";

/** A client that acts for a user with these scopes, by a token that the emulator's own key signed. */
export async function delegatedClient(emulator: Emulator, user: User, scopes: string) {
  const seconds = START / 1000;
  const token = await emulator.signingKey.sign({
    aud: "https://graph.microsoft.com",
    tid: user.tenantId,
    oid: user.id,
    appid: "00000000-0000-4000-8000-000000000001",
    scp: scopes,
    nbf: seconds,
    exp: seconds + 3_600,
  });
  return graphClient(emulator, token);
}
