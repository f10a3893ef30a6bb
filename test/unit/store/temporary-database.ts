import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silentLogger } from "../../../src/lib/logger.js";
import { type Database, openDatabase } from "../../../src/store/database.js";

export interface TemporaryDatabase extends AsyncDisposable {
  readonly db: Database;
  readonly folder: string;
  readonly path: string;
  readonly url: string;
}

/** A database in a folder of its own, removed with it. */
export async function temporaryDatabase(): Promise<TemporaryDatabase> {
  const folder = await mkdtemp(join(tmpdir(), "gateway-store-"));
  const path = join(folder, "data.sqlite");
  const url = `sqlite://${path}`;
  const db = await openDatabase({ url, log: silentLogger });
  return {
    db,
    folder,
    path,
    url,
    async [Symbol.asyncDispose]() {
      await db.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export const contoso = { name: "Contoso", slug: "contoso", emailDomains: ["contoso.example"] };

export function connectionOf(organizationId: string, name = "Main") {
  return {
    organizationId,
    name,
    cloud: "GLOBAL",
    access: "APPLICATION",
    supportedAccountTypes: "SINGLE_TENANT",
    tenantId: "11111111-2222-4333-8444-555555555555",
    clientId: "66666666-7777-4888-9999-aaaaaaaaaaaa",
    state: "DRAFT",
  } as const;
}
